//! One sentence's tree with the children of every token at hand.

use std::ops::Range;

use claimant_english::Analysis;

/// The tree of the sentence that holds a token.
pub(crate) struct Tree<'a> {
    pub(crate) analysis: &'a Analysis,
    pub(crate) text: &'a str,
    /// The sentence's tokens.
    pub(crate) tokens: Range<usize>,
    /// Where the children of each token begin in `children`.
    from: Vec<usize>,
    children: Vec<usize>,
}

impl<'a> Tree<'a> {
    /// The tree that `token` stands in.
    pub(crate) fn of(analysis: &'a Analysis, text: &'a str, token: usize) -> Tree<'a> {
        let tokens = analysis.sentence(token);
        let place = |at: usize| analysis.tokens[at].head.map(|head| head as usize - tokens.start);
        let mut from = vec![0; tokens.len() + 1];
        for head in tokens.clone().filter_map(place) {
            from[head + 1] += 1;
        }
        for at in 0..tokens.len() {
            from[at + 1] += from[at];
        }
        let mut children = vec![0; from[tokens.len()]];
        let mut next = from.clone();
        for at in tokens.clone() {
            if let Some(head) = place(at) {
                children[next[head]] = at;
                next[head] += 1;
            }
        }
        Tree { analysis, text, tokens, from, children }
    }

    /// The tokens that depend on `token`, in text order.
    pub(crate) fn children(&self, token: usize) -> &[usize] {
        let at = token - self.tokens.start;
        &self.children[self.from[at]..self.from[at + 1]]
    }

    /// The first token that depends on `token` by one of `relations`, subtypes aside.
    pub(crate) fn child(&self, token: usize, relations: &[&str]) -> Option<usize> {
        self.children(token).iter().copied().find(|at| relations.contains(&self.universal(*at)))
    }

    pub(crate) fn head(&self, token: usize) -> Option<usize> {
        self.analysis.tokens[token].head.map(|head| head as usize)
    }

    pub(crate) fn relation(&self, token: usize) -> &'static str {
        self.analysis.tokens[token].relation.as_str()
    }

    pub(crate) fn universal(&self, token: usize) -> &'static str {
        self.analysis.tokens[token].relation.universal()
    }

    pub(crate) fn upos(&self, token: usize) -> &'static str {
        self.analysis.tokens[token].upos.as_str()
    }

    pub(crate) fn xpos(&self, token: usize) -> &'static str {
        self.analysis.tokens[token].xpos.as_str()
    }

    pub(crate) fn lemma(&self, token: usize) -> &'a str {
        self.analysis.lemma(token)
    }

    /// The word in lower case.
    pub(crate) fn low(&self, token: usize) -> String {
        self.analysis.tokens[token].span.of(self.text).to_lowercase()
    }

    /// Whether the word is `word` in any case, without making a copy.
    pub(crate) fn is(&self, token: usize, word: &str) -> bool {
        self.analysis.tokens[token].span.of(self.text).eq_ignore_ascii_case(word)
    }

    /// Whether the token is the head of a clause: a verb, or what is said of a subject.
    pub(crate) fn is_predicate(&self, token: usize) -> bool {
        self.upos(token) == "VERB" || self.child(token, &["cop", "nsubj", "csubj"]).is_some()
    }

    /// The token and what governs it, from inside out, at most `limit` of them.
    pub(crate) fn upwards(&self, token: usize, limit: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(token), |at| self.head(*at)).take(limit)
    }
}
