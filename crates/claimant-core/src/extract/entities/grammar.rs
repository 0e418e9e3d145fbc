//! The parse with what coreference asks of it: who depends on whom, and how far a noun phrase reaches.

use std::ops::Range;

use claimant_english::Analysis;

use crate::Span;

/// The analysis of a text, indexed for walking down.
pub(super) struct Grammar<'a> {
    pub(super) analysis: &'a Analysis,
    pub(super) text: &'a str,
    /// The sentence of each token.
    pub(super) sentence: Vec<u32>,
    /// Where each token's dependents begin in `dependents`.
    first: Vec<u32>,
    dependents: Vec<u32>,
    /// The first token under each token, and one past the last.
    reach: Vec<Range<u32>>,
}

/// Steps up a tree: deeper than sentences of news are.
const DEEPEST: usize = 64;

impl<'a> Grammar<'a> {
    pub(super) fn new(analysis: &'a Analysis, text: &'a str) -> Grammar<'a> {
        let count = analysis.tokens.len();
        let mut sentence = vec![0; count];
        for (number, tokens) in (0..).zip(&analysis.sentences) {
            sentence[tokens.clone()].fill(number);
        }
        let mut first = vec![0u32; count + 2];
        let heads = || analysis.tokens.iter().map(|token| token.head.map(|head| head as usize));
        for head in heads().flatten() {
            first[head + 2] += 1;
        }
        for at in 2..first.len() {
            first[at] += first[at - 1];
        }
        let mut dependents = vec![0u32; first[count + 1] as usize];
        for (at, head) in (0u32..).zip(heads()) {
            if let Some(head) = head {
                dependents[first[head + 1] as usize] = at;
                first[head + 1] += 1;
            }
        }
        let mut reach: Vec<Range<u32>> = (0..count as u32).map(|at| at..at + 1).collect();
        for at in 0..count {
            let mut above = analysis.tokens[at].head;
            for _ in 0..DEEPEST {
                let Some(head) = above else { break };
                let head = head as usize;
                reach[head].start = reach[head].start.min(at as u32);
                reach[head].end = reach[head].end.max(at as u32 + 1);
                above = analysis.tokens[head].head;
            }
        }
        Grammar { analysis, text, sentence, first, dependents, reach }
    }

    pub(super) fn dependents(&self, token: usize) -> impl DoubleEndedIterator<Item = usize> + Clone + '_ {
        let range = self.first[token] as usize..self.first[token + 1] as usize;
        self.dependents[range].iter().map(|at| *at as usize)
    }

    /// The dependents with this relation or a subtype of it.
    pub(super) fn with<'s>(&'s self, token: usize, relation: &'s str) -> impl Iterator<Item = usize> + 's {
        self.dependents(token).filter(move |at| self.is(*at, relation))
    }

    /// Whether the token's relation is this one or a subtype of it.
    pub(super) fn is(&self, token: usize, relation: &str) -> bool {
        let found = self.relation(token);
        found == relation
            || (found.starts_with(relation) && found.as_bytes().get(relation.len()) == Some(&b':'))
    }

    pub(super) fn relation(&self, token: usize) -> &'static str {
        self.analysis.tokens[token].relation.as_str()
    }

    pub(super) fn upos(&self, token: usize) -> &'static str {
        self.analysis.tokens[token].upos.as_str()
    }

    pub(super) fn xpos(&self, token: usize) -> &'static str {
        self.analysis.tokens[token].xpos.as_str()
    }

    pub(super) fn head(&self, token: usize) -> Option<usize> {
        self.analysis.tokens[token].head.map(|head| head as usize)
    }

    pub(super) fn word(&self, token: usize) -> &'a str {
        self.analysis.tokens[token].span.of(self.text)
    }

    pub(super) fn low(&self, token: usize) -> String {
        self.word(token).to_lowercase()
    }

    /// The lemma in lower case, names too.
    pub(super) fn lemma(&self, token: usize) -> String {
        self.analysis.lemma(token).to_lowercase()
    }

    pub(super) fn span(&self, tokens: &Range<usize>) -> Span {
        self.analysis.span(tokens)
    }

    pub(super) fn is_capitalized(&self, token: usize) -> bool {
        self.word(token).starts_with(char::is_uppercase)
    }

    /// Whether the token is a possessor: by the parse, or by its clitic where the parse takes it for a compound.
    pub(super) fn is_possessor(&self, token: usize) -> bool {
        self.relation(token) == "nmod:poss"
            || self.with(token, "case").any(|at| at > token && self.xpos(at) == "POS")
    }

    /// The preposition before a noun: its first `case` dependent on the left.
    pub(super) fn preposition(&self, token: usize) -> Option<usize> {
        self.with(token, "case").find(|at| *at < token && self.upos(*at) != "PART")
    }

    /// The verb or predicate whose clause holds the token: the first clause head above it.
    pub(super) fn clause(&self, token: usize) -> usize {
        let mut at = token;
        for _ in 0..DEEPEST {
            match self.head(at) {
                Some(head) if !self.opens_clause(at) || at == token => at = head,
                _ => break,
            }
        }
        at
    }

    fn opens_clause(&self, token: usize) -> bool {
        let relation = self.relation(token);
        let clausal = ["acl", "advcl", "ccomp", "csubj", "parataxis", "root", "xcomp"];
        let universal = relation.split(':').next().unwrap_or(relation);
        clausal.contains(&universal) || (universal == "conj" && self.upos(token) == "VERB")
    }

    /// The subject of a clause's head, or, where it has none of its own, that of the verb it is coordinated with or depends on.
    pub(super) fn subject(&self, clause: usize) -> Option<usize> {
        let mut at = clause;
        for _ in 0..4 {
            if let Some(subject) = self.with(at, "nsubj").next() {
                return Some(subject);
            }
            if !self.is(at, "conj") && !self.is(at, "xcomp") && !self.is(at, "advcl") {
                return None;
            }
            at = self.head(at)?;
        }
        None
    }

    /// Whether `upper` is on the way from `token` to the root.
    pub(super) fn is_under(&self, token: usize, upper: usize) -> bool {
        let mut at = token;
        for _ in 0..DEEPEST {
            if at == upper {
                return true;
            }
            match self.head(at) {
                Some(head) => at = head,
                None => return false,
            }
        }
        false
    }

    /// The tokens of the noun phrase with this head: with its modifiers and restrictive clauses, without preposition,
    /// apposition, conjuncts and what only depends on it because it is a predicate.
    pub(super) fn phrase(&self, head: usize) -> Range<usize> {
        let (mut from, mut to) = (head, head + 1);
        for at in self.dependents(head) {
            let comma = || {
                at > 0
                    && self.reach[at].start > 0
                    && matches!(self.word(self.reach[at].start as usize - 1), "," | "–" | "—")
            };
            // "Petra [Wallin], chief executive": the parse may hang a name's end on what follows its comma.
            let end = self.reach[at].end as usize;
            let parted = at < head && end < self.sentence.len() && self.word(end) == ",";
            let part = match self.relation(at) {
                "compound" | "flat" | "nmod:desc" if parted => false,
                "det" | "det:predet" | "amod" | "nummod" | "compound" | "flat" | "fixed" | "goeswith"
                | "nmod" | "nmod:poss" | "nmod:desc" => true,
                "advmod" | "nmod:unmarked" => at < head,
                "acl" | "acl:relcl" => at > head && self.upos(head) != "PRON" && !comma(),
                _ => false,
            };
            // "Neither Russia nor North Korea": what "nor" begins is another.
            if part && self.upos(self.reach[at].start as usize) != "CCONJ" {
                from = from.min(self.reach[at].start as usize);
                to = to.max(self.reach[at].end as usize);
            }
        }
        // Parses cross at times, and a phrase does not leave its sentence.
        let punctuation =
            |at: usize| self.upos(at) == "PUNCT" && !matches!(self.word(at), ")" | "]" | "\"" | "”" | "’");
        let pairs = |at: usize| matches!(self.low(at).as_str(), "neither" | "both" | "either");
        while from < head && (self.upos(from) == "PUNCT" || self.upos(from) == "CCONJ" || pairs(from)) {
            from += 1;
        }
        while to > head + 1 && (punctuation(to - 1) || self.upos(to - 1) == "CCONJ") {
            to -= 1;
        }
        // "Schleswig-Holstein" is one word, whatever becomes of its parts.
        let in_sentence = |at: usize| at < self.sentence.len() && self.sentence[at] == self.sentence[head];
        while in_sentence(to) && self.is_one_word(to) {
            to += 1;
        }
        from..to
    }

    /// Whether a hyphen joins the token to the one before it.
    fn is_one_word(&self, token: usize) -> bool {
        let (before, after) = (&self.analysis.tokens[token - 1].span, &self.analysis.tokens[token].span);
        before.end() == after.start() && (self.word(token) == "-" || self.word(token - 1) == "-")
    }
}
