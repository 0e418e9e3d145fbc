//! An analysis in CoNLL-U, the treebanks' own form: what other programs and the treebanks' scorers read.

use std::fmt::Write as _;

use crate::analysis::{Analysis, Tense};

impl Analysis {
    /// The sentences in CoNLL-U (universaldependencies.org/format.html) for the text that was analysed.
    ///
    /// Features are those that matter for claims: tense, number, voice, polarity. The last column has the place of each word
    /// (`TokenRange`, Unicode code points), the absence of a blank after it, the name and the attribution role that it is in
    /// (`Name=B-PER`, `Role=I-content`), and which attributions, counted from 1 (`Attribution=2`, or `Attribution=2,3` for a shared source).
    pub fn to_conllu(&self, text: &str) -> String {
        let mut out = String::new();
        let mut marks = vec![Marks::default(); self.tokens.len()];
        self.mark(&mut marks);
        let mut points = Points { text, byte: 0, point: 0 };
        for (number, paragraph) in self.paragraphs.iter().enumerate() {
            for (at, sentence) in self.sentences[paragraph.clone()].iter().enumerate() {
                if at == 0 {
                    let _ = writeln!(out, "# newpar id = {}", number + 1);
                }
                let _ = writeln!(out, "# sent_id = {}", paragraph.start + at + 1);
                let span = self.span(sentence);
                let line: Vec<&str> = span.of(text).split_whitespace().collect();
                let _ = writeln!(out, "# text = {}", line.join(" "));
                for token in sentence.clone() {
                    let id = token - sentence.start + 1;
                    let parts = self.parts(text, token, sentence.end);
                    if parts > 1 && (token == sentence.start || self.parts(text, token - 1, sentence.end) < 2)
                    {
                        let whole = self.span(&(token..token + parts));
                        let space = spacing(text, whole.end());
                        let _ = writeln!(
                            out,
                            "{id}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}",
                            id + parts - 1,
                            whole.of(text),
                            if space.is_empty() { "_" } else { space }
                        );
                    }
                    self.word(&mut out, text, token, sentence.start, &marks[token], &mut points);
                }
                out.push('\n');
            }
        }
        out
    }

    fn word(
        &self,
        out: &mut String,
        text: &str,
        at: usize,
        first: usize,
        marks: &Marks,
        points: &mut Points<'_>,
    ) {
        let token = &self.tokens[at];
        let head = token.head.map_or(0, |head| head as usize - first + 1);
        let mut features: Vec<&str> = Vec::new();
        features.extend(self.is_plural(at).map(|plural| if plural { "Number=Plur" } else { "Number=Sing" }));
        features.extend(matches!(self.lemma(at), "not" | "never").then_some("Polarity=Neg"));
        features.extend(
            self.tense(at).map(|tense| if tense == Tense::Past { "Tense=Past" } else { "Tense=Pres" }),
        );
        features.extend(self.is_passive(at).then_some("Voice=Pass"));
        let mut misc = Vec::new();
        let numbers: Vec<String> = marks.attributions.iter().map(usize::to_string).collect();
        misc.extend((!numbers.is_empty()).then(|| format!("Attribution={}", numbers.join(","))));
        misc.extend(
            marks.name.map(|(begins, kind)| format!("Name={}-{kind}", if begins { "B" } else { "I" })),
        );
        misc.extend(
            marks.role.map(|(begins, role)| format!("Role={}-{role}", if begins { "B" } else { "I" })),
        );
        let space = spacing(text, token.span.end());
        misc.extend((!space.is_empty()).then(|| space.to_owned()));
        let start = points.at(token.span.start());
        misc.push(format!("TokenRange={start}:{}", points.at(token.span.end())));
        let features = if features.is_empty() { "_".to_owned() } else { features.join("|") };
        let _ = writeln!(
            out,
            "{}\t{}\t{}\t{}\t{}\t{features}\t{head}\t{}\t_\t{}",
            at - first + 1,
            token.span.of(text),
            self.lemma(at),
            token.upos,
            token.xpos,
            token.relation,
            misc.join("|")
        );
    }

    /// How many words are one orthographic word from `token` on: "do" and "n't" are two.
    fn parts(&self, text: &str, token: usize, end: usize) -> usize {
        let mut after = token + 1;
        while after < end && after - token < 4 {
            let (before, next) = (self.tokens[after - 1].span, self.tokens[after].span);
            let hosts = before.of(text).ends_with(char::is_alphabetic);
            let rest = next.of(text).trim_start_matches(['\'', '’', 'ʼ', '‘']);
            if before.end() != next.start()
                || !hosts
                || !rest.starts_with(char::is_alphabetic)
                || rest.chars().count() > 4
            {
                break;
            }
            after += 1;
        }
        after - token
    }

    fn mark(&self, marks: &mut [Marks]) {
        for name in &self.names {
            for at in name.tokens.clone() {
                marks[at].name = Some((at == name.tokens.start, name.kind.label()));
            }
        }
        for (number, one) in self.attributions.iter().enumerate() {
            let source = one.source.iter().map(|tokens| (tokens, "source"));
            for (tokens, role) in
                source.chain([(&one.cue, "cue")]).chain(one.content.iter().map(|tokens| (tokens, "content")))
            {
                for at in tokens.clone() {
                    marks[at].role = Some((at == tokens.start, role));
                    marks[at].attributions.push(number + 1);
                }
            }
        }
    }
}

#[derive(Clone, Default)]
struct Marks {
    name: Option<(bool, &'static str)>,
    role: Option<(bool, &'static str)>,
    attributions: Vec<usize>,
}

/// Bytes to code points, for bytes that only grow.
struct Points<'a> {
    text: &'a str,
    byte: usize,
    point: usize,
}

impl Points<'_> {
    fn at(&mut self, byte: usize) -> usize {
        if byte > self.byte {
            self.point += self.text[self.byte..byte].chars().count();
            self.byte = byte;
        }
        self.point
    }
}

fn spacing(text: &str, end: usize) -> &'static str {
    if text[end..].starts_with(|c: char| !c.is_whitespace()) { "SpaceAfter=No" } else { "" }
}
