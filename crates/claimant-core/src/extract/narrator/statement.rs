//! Which clauses state a fact in the text's own voice, and where their contents begin and end.

use std::ops::Range;

use super::spoken::Spoken;
use super::words;
use crate::draft::Draft;
use crate::{RegionKind, Span};

/// Shorter clauses say too little to be checked.
const SHORTEST: usize = 5;

/// A clause in the text's own voice, by its tokens in the analysis.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Statement {
    /// What it says, without marks at its ends.
    pub tokens: Range<usize>,
    /// It holds somebody else's claim: "the first case since Kyiv reported …".
    pub frames: bool,
}

/// The statements of the analysis' sentence `tokens`.
pub(super) fn statements(draft: &Draft<'_>, spoken: &Spoken, tokens: Range<usize>) -> Vec<Statement> {
    let sentence = Sentence { draft, spoken, tokens: tokens.clone() };
    if !sentence.may_state() {
        return Vec::new();
    }
    let Some(root) = tokens.clone().find(|at| draft.analysis.tokens[*at].head.is_none()) else {
        return Vec::new();
    };
    if sentence.is_spoken_for(root) {
        return sentence.conjuncts(root);
    }
    sentence.whole(root).into_iter().collect()
}

struct Sentence<'s, 'd> {
    draft: &'s Draft<'d>,
    spoken: &'s Spoken,
    tokens: Range<usize>,
}

/// How a word that attributes stands to the main clause.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Place {
    /// It attributes the main clause, or might.
    Main,
    /// It is the head of a clause that is joined to the main one.
    Conjunct(usize),
    /// It attributes something inside the main clause.
    Inside,
}

impl Sentence<'_, '_> {
    fn word(&self, at: usize) -> &str {
        self.draft.analysis.tokens[at].span.of(self.draft.text)
    }

    fn low(&self, at: usize) -> String {
        self.word(at).to_lowercase()
    }

    fn relation(&self, at: usize) -> &'static str {
        self.draft.analysis.tokens[at].relation.universal()
    }

    fn upos(&self, at: usize) -> &'static str {
        self.draft.analysis.tokens[at].upos.as_str()
    }

    fn is_spoken_for(&self, at: usize) -> bool {
        let byte = self.draft.analysis.tokens[at].span.start();
        self.spoken.has(byte) || self.spoken.is_quoted(byte)
    }

    /// Whether region, length and marks allow for a statement.
    fn may_state(&self) -> bool {
        let Some(last) = self.tokens.clone().next_back().filter(|_| self.tokens.len() >= SHORTEST) else {
            return false;
        };
        let start = self.draft.analysis.tokens[self.tokens.start].span.start();
        let region = self.draft.region_at(start).map(|region| region.kind);
        let told = matches!(region, Some(RegionKind::Body | RegionKind::Headline | RegionKind::Caption));
        // Questions ask, exclamations exclaim, and what breaks off says nothing whole.
        let marks = last.saturating_sub(2).max(self.tokens.start)..=last;
        let open = marks.into_iter().any(|at| matches!(self.word(at), "?" | "!" | "…" | "..." | "?!" | "!!"));
        // An aside in brackets.
        let aside = matches!(self.word(self.tokens.start), "(" | "[" | "*");
        told && !open && !aside
    }

    /// The whole sentence, where its main clause states a fact; without clauses at its end that are somebody else's.
    fn whole(&self, root: usize) -> Option<Statement> {
        if !self.states(root) {
            return None;
        }
        let mut end = self.tokens.end;
        let mut frames = false;
        let hull = self.draft.analysis.span(&self.tokens);
        for cue in self.spoken.cues_in(hull) {
            match self.place(cue, root) {
                Place::Main => return None,
                Place::Inside => frames = true,
                Place::Conjunct(head) => {
                    let clause = self.draft.analysis.subtree(head);
                    // What comes after another's words is not ours to tell.
                    if self.without_marks(clause.end..self.tokens.end).is_some() {
                        return None;
                    }
                    end = end.min(clause.start);
                }
            }
        }
        let tokens = self.content(self.tokens.start..end)?;
        (tokens.contains(&root) && self.is_plain(&tokens)).then_some(Statement { tokens, frames })
    }

    /// Clauses that are joined to a main clause which is somebody else's: "Lee said it was closed, but the doors stood open".
    fn conjuncts(&self, root: usize) -> Vec<Statement> {
        let analysis = &self.draft.analysis;
        let joined = analysis.dependents(root).filter(|at| self.relation(*at) == "conj" && *at > root);
        let clause = joined.filter_map(|at| {
            let clause = analysis.subtree(at);
            let free = clause.clone().all(|token| !self.is_spoken_for(token));
            let comma = clause.start > self.tokens.start
                && (matches!(self.word(clause.start - 1), "," | ";")
                    || matches!(self.word(clause.start), "," | ";"));
            let tokens = self.content(clause)?;
            let whole = free && comma && self.states(at) && self.is_plain(&tokens);
            whole.then_some(Statement { tokens, frames: false })
        });
        clause.collect()
    }

    /// Whether the clause of `head` states: a finite verb in the indicative with its subject, nobody else's view, no hedge and no condition.
    fn states(&self, head: usize) -> bool {
        let analysis = &self.draft.analysis;
        let (mut finite, mut subject) = (analysis.tense(head).is_some(), None);
        let (mut complement, mut passive) = (false, false);
        for at in analysis.dependents(head) {
            match self.relation(at) {
                "aux" | "cop" => {
                    if analysis.tokens[at].xpos == "MD" && !words::stating_modal(analysis.lemma(at)) {
                        return false;
                    }
                    finite |= analysis.tense(at).is_some() || analysis.tokens[at].xpos == "MD";
                    passive |= analysis.tokens[at].relation == "aux:pass";
                }
                "nsubj" | "csubj" | "expl" => subject = subject.or(Some(at)),
                "ccomp" | "xcomp" => complement = true,
                "advcl" if self.is_condition(at) => return false,
                "advmod" if words::disjunct(&self.low(at)) => return false,
                _ => {}
            }
        }
        let Some(subject) = subject.filter(|_| finite) else { return false };
        if words::seeming(analysis.lemma(head)) || self.is_of_a_saying(subject) {
            return false;
        }
        // Somebody's words or thoughts, though no attribution was found.
        let low = self.low(head);
        let attributes = self.draft.lexicon.verb(&low, None).is_some()
            || self.draft.lexicon.act(analysis.lemma(head)).is_some();
        !(attributes && (complement || passive))
    }

    /// "The statement was issued in reply to …": tells of a saying, which is a claim of its own where its words are given.
    fn is_of_a_saying(&self, subject: usize) -> bool {
        let definite = |at: usize| {
            self.relation(at) == "det"
                && matches!(self.low(at).as_str(), "the" | "this" | "that" | "these" | "those")
                || self.draft.analysis.tokens[at].relation == "nmod:poss"
        };
        self.draft.lexicon.noun(&self.low(subject)).is_some()
            && self.draft.analysis.dependents(subject).any(definite)
    }

    fn is_condition(&self, clause: usize) -> bool {
        let mut marks = self.draft.analysis.dependents(clause).filter(|at| self.relation(*at) == "mark");
        marks.any(|at| matches!(self.low(at).as_str(), "if" | "unless" | "lest"))
    }

    /// How the cue stands to the clause of `root`.
    fn place(&self, cue: Span, root: usize) -> Place {
        let analysis = &self.draft.analysis;
        let range = analysis.tokens_in(cue);
        let outside =
            |at: &usize| analysis.tokens[*at].head.is_none_or(|head| !range.contains(&(head as usize)));
        let Some(mut at) = range.clone().find(outside) else { return Place::Main };
        let words: Vec<String> = range.clone().map(|at| self.low(at)).collect();
        // "According to Lee": what governs Lee is what Lee says.
        if self.draft.lexicon.preposition(&words.iter().map(String::as_str)).is_some() {
            for _ in 0..2 {
                match analysis.tokens[at].head {
                    Some(head) => at = head as usize,
                    None => return Place::Main,
                }
            }
        }
        let mut inside = false;
        for _ in self.tokens.clone() {
            if at == root {
                return if inside { Place::Inside } else { Place::Main };
            }
            let Some(head) = analysis.tokens[at].head.map(|head| head as usize) else { break };
            match self.relation(at) {
                "conj" if head == root => return Place::Conjunct(at),
                "advcl" => inside |= !self.reports(at),
                "acl" | "nmod" | "obl" | "obj" | "iobj" | "nsubj" | "csubj" | "appos" | "amod" => {
                    inside = true;
                }
                _ => {}
            }
            at = head;
        }
        Place::Main
    }

    /// "As Lee reported" attributes the clause that it stands in.
    fn reports(&self, clause: usize) -> bool {
        let mut marks = self.draft.analysis.dependents(clause);
        marks.any(|at| self.relation(at) == "mark" && self.low(at) == "as")
    }

    /// No reader or writer is spoken of, nothing is quoted at length, and nobody's words went unnoticed.
    fn is_plain(&self, tokens: &Range<usize>) -> bool {
        let analysis = &self.draft.analysis;
        let mut quoted = 0;
        for at in tokens.clone() {
            let token = analysis.tokens[at];
            let byte = token.span.start();
            if self.spoken.is_quoted(byte) {
                quoted += 1;
                // A clause in quotation marks is somebody's.
                if analysis.tense(at).is_some() && !self.spoken.has(byte) {
                    return false;
                }
                continue;
            }
            if self.spoken.has(byte) {
                continue;
            }
            let low = self.low(at);
            let person =
                self.upos(at) == "PRON" && words::first_or_second_person(&low) && self.word(at) != "US";
            if person || low == "according" || self.draft.lexicon.adverb(&low).is_some() {
                return false;
            }
            if self.is_aside(at, &low)
                || self.is_origin(at, &low)
                || words::disjunct(&low) && self.upos(at) == "ADV"
            {
                return false;
            }
        }
        quoted * 2 < tokens.len()
    }

    /// A verb of saying beside the main clause: "the road is closed, says the council", "…, it was claimed on Monday".
    fn is_aside(&self, at: usize, low: &str) -> bool {
        if self.draft.lexicon.verb(low, None).is_none() {
            return false;
        }
        let analysis = &self.draft.analysis;
        let impersonal = || {
            let mut subjects = analysis.dependents(at).filter(|other| self.relation(*other) == "nsubj");
            analysis.is_passive(at) && subjects.any(|subject| analysis.lemma(subject) == "it")
        };
        self.relation(at) == "parataxis" || impersonal()
    }

    /// What a statement rests on, after a preposition: "by one estimate", "in this poll", "per the plan".
    fn is_origin(&self, at: usize, low: &str) -> bool {
        let analysis = &self.draft.analysis;
        if self.relation(at) != "obl" {
            return false;
        }
        let rests = |case: usize| {
            self.relation(case) == "case"
                && match self.low(case).as_str() {
                    "by" | "in" | "from" | "on" | "under" => words::account(low),
                    "per" => {
                        self.upos(at) == "PROPN"
                            || analysis.dependents(at).any(|other| self.relation(other) == "det")
                    }
                    _ => false,
                }
        };
        analysis.dependents(at).any(rests)
    }

    /// The clause `tokens` as a content: without what ties it to the sentence before, and without marks at its ends.
    fn content(&self, tokens: Range<usize>) -> Option<Range<usize>> {
        let mut tokens = self.without_marks(tokens)?;
        if self.upos(tokens.start) == "CCONJ" {
            // "Nor was it": without its first word it would say the contrary.
            if !matches!(self.low(tokens.start).as_str(), "and" | "but" | "yet" | "so") {
                return None;
            }
            tokens.start += 1;
            tokens = self.without_marks(tokens)?;
        }
        if tokens.len() > 2
            && words::connective(&self.low(tokens.start))
            && self.word(tokens.start + 1) == ","
        {
            tokens.start += 2;
        }
        (tokens.len() >= SHORTEST).then_some(tokens)
    }

    /// The tokens without punctuation at the ends; a quotation mark or bracket at the end stays with the one that opens it.
    fn without_marks(&self, tokens: Range<usize>) -> Option<Range<usize>> {
        let Range { mut start, mut end } = tokens;
        while start < end && self.is_mark(start) && !self.is_pair(start) {
            start += 1;
        }
        while end > start && self.is_mark(end - 1) && !self.is_pair(end - 1) {
            end -= 1;
        }
        (start..end).any(|at| !self.is_mark(at)).then_some(start..end)
    }

    fn is_mark(&self, at: usize) -> bool {
        !self.word(at).chars().any(char::is_alphanumeric)
    }

    /// Quotation marks, brackets, and signs that belong to a number.
    fn is_pair(&self, at: usize) -> bool {
        let word = self.word(at);
        let quotation = self.spoken.is_quoted(self.draft.analysis.tokens[at].span.start());
        quotation
            || matches!(
                word,
                ")" | "]" | "(" | "[" | "%" | "$" | "€" | "£" | "¥" | "#" | "+" | "°" | "′" | "″"
            )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Document;
    use crate::extractor::REGISTRY;
    use crate::lexicon::Lexicon;

    fn check(text: &str, expected: &[&str]) {
        let (document, lexicon) = (Document::new(text), Lexicon::built_in());
        let mut draft = Draft::new(&document, &lexicon);
        for extractor in REGISTRY.iter().take_while(|extractor| extractor.info().name != "narrator") {
            extractor.run(&mut draft);
        }
        let spoken = Spoken::of(&draft);
        let sentences = draft.analysis.sentences.iter().cloned();
        let found: Vec<&str> = sentences
            .flat_map(|sentence| statements(&draft, &spoken, sentence))
            .map(|statement| draft.analysis.span(&statement.tokens).of(text))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn statements_are_whole_sentences_without_what_ties_them() {
        check("The road was closed in May.", &["The road was closed in May"]);
        check("But the road was closed in May.", &["the road was closed in May"]);
        check("However, the road was closed (again) in May.", &["the road was closed (again) in May"]);
        check("Of the city’s 62 bridges, 31 failed.", &["Of the city’s 62 bridges, 31 failed"]);
    }

    #[test]
    fn what_others_say_is_left_to_them() {
        check("The mayor said the road was closed in May.", &[]);
        check("According to the mayor, the road was closed in May.", &[]);
        check("“The road was closed in May.”", &[]);
        check("The road was closed in May, it was claimed.", &[]);
        check("The statement was issued on Monday in London.", &[]);
        check(
            "It is the third closure since engineers warned that salt was eating into the steel.",
            &["It is the third closure since engineers warned that salt was eating into the steel"],
        );
    }

    #[test]
    fn what_states_nothing() {
        check("Was the road closed in May?", &[]);
        check("The road was closed in May!", &[]);
        check("Close the road in May at once.", &[]);
        check("If it rains, the road will be closed.", &[]);
        check("The road may be closed again in May.", &[]);
        check("Perhaps the road was closed in May.", &[]);
        check("The road seems to be closed in May.", &[]);
        check("We closed the road again in May.", &[]);
    }
}
