//! What the analyser finds in a text.

use std::ops::Range;

use crate::Span;
use crate::tagset::{Deprel, Upos, Xpos};

/// A text's sentences, tokens, names and attributions, in text order. Every offset counts UTF-8 **bytes** of the text that was analysed;
/// indexes of tokens count into [`Analysis::tokens`].
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Analysis {
    /// Where each paragraph's sentences lie in [`Analysis::sentences`].
    pub paragraphs: Vec<Range<usize>>,
    /// Tokens of each sentence. Every token is in exactly one.
    pub sentences: Vec<Range<usize>>,
    /// Words, numbers, marks, by the Universal Dependencies convention for English.
    pub tokens: Vec<Token>,
    /// Names, disjoint.
    pub names: Vec<Name>,
    /// Who is said to say what, by their cues. Cues and contents are disjoint; one source may speak through several cues.
    pub attributions: Vec<Attribution>,
    pub(crate) lemmas: Vec<Box<str>>,
}

/// One token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// Its characters.
    pub span: Span,
    /// Universal part of speech.
    pub upos: Upos,
    /// Penn Treebank tag.
    pub xpos: Xpos,
    /// The token it depends on; none for the root of its sentence.
    pub head: Option<u32>,
    /// How it depends on it; `root` for the root.
    pub relation: Deprel,
    pub(crate) lemma: u32,
}

/// A name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Name {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it names.
    pub kind: NameKind,
}

/// What a name names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum NameKind {
    /// A person.
    Person,
    /// A body: company, agency, party, team, armed group.
    Organization,
    /// A country, region, city, building or other place.
    Place,
    /// Nationalities and religions, events, works, products: what the corpora call MISC.
    Other,
}

impl NameKind {
    const ALL: [NameKind; 4] = [NameKind::Person, NameKind::Organization, NameKind::Place, NameKind::Other];

    /// As the corpora write it: `PER`, `ORG`, `LOC`, `MISC`.
    pub fn label(self) -> &'static str {
        match self {
            NameKind::Person => "PER",
            NameKind::Organization => "ORG",
            NameKind::Place => "LOC",
            NameKind::Other => "MISC",
        }
    }

    pub(crate) fn named(label: &str) -> Option<NameKind> {
        NameKind::ALL.into_iter().find(|kind| kind.label() == label)
    }
}

/// A source, a cue and a content that belong together.
#[derive(Clone, PartialEq, Debug)]
pub struct Attribution {
    /// Tokens that say whose words or thoughts these are; none where the text does not say.
    pub source: Option<Range<usize>>,
    /// Tokens that attribute: "said", "according to", "claims that".
    pub cue: Range<usize>,
    /// Tokens of what is said, in one or several pieces, as the corpora count it: with its quotation marks and its "that".
    pub content: Vec<Range<usize>>,
}

/// When what a verb says takes place, by its own form.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum Tense {
    Past,
    Present,
}

impl Analysis {
    /// The lemma of a token: "be" for "was".
    pub fn lemma(&self, token: usize) -> &str {
        &self.lemmas[self.tokens[token].lemma as usize]
    }

    /// The bytes that a range of tokens covers, its first through its last. The range is not empty.
    pub fn span(&self, tokens: &Range<usize>) -> Span {
        self.tokens[tokens.start].span.to(self.tokens[tokens.end - 1].span)
    }

    /// The tokens that depend on `token` directly, in text order.
    pub fn dependents(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        self.sentence(token).filter(move |other| self.tokens[*other].head == Some(token as u32))
    }

    /// The tokens of the sentence that holds `token`.
    pub fn sentence(&self, token: usize) -> Range<usize> {
        let after = self.sentences.partition_point(|sentence| sentence.end <= token);
        self.sentences.get(after).cloned().unwrap_or(token..token)
    }

    /// The first token and one past the last of everything under `token`, itself included.
    pub fn subtree(&self, token: usize) -> Range<usize> {
        let sentence = self.sentence(token);
        let (mut low, mut high) = (token, token);
        for other in sentence.clone() {
            let mut at = other;
            // A path to the root has at most as many steps as the sentence has tokens.
            for _ in 0..sentence.len() {
                if at == token {
                    (low, high) = (low.min(other), high.max(other));
                    break;
                }
                match self.tokens[at].head {
                    Some(head) => at = head as usize,
                    None => break,
                }
            }
        }
        low..high + 1
    }

    /// The tokens whose first byte lies in `span`.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let from = self.tokens.partition_point(|token| token.span.start() < span.start());
        let to = self.tokens.partition_point(|token| token.span.start() < span.end());
        from..to.max(from)
    }

    /// Whether a verb or auxiliary is in a past or present form of its own; none for infinitives, participles and all else.
    pub fn tense(&self, token: usize) -> Option<Tense> {
        match self.tokens[token].xpos.as_str() {
            "VBD" => Some(Tense::Past),
            "VBZ" | "VBP" => Some(Tense::Present),
            _ => None,
        }
    }

    /// Whether a noun or name is plural; none for other words.
    pub fn is_plural(&self, token: usize) -> Option<bool> {
        match self.tokens[token].xpos.as_str() {
            "NNS" | "NNPS" => Some(true),
            "NN" | "NNP" => Some(false),
            _ => None,
        }
    }

    /// Whether a verb is in the passive voice.
    pub fn is_passive(&self, token: usize) -> bool {
        self.dependents(token).any(|other| {
            matches!(self.tokens[other].relation.as_str(), "aux:pass" | "nsubj:pass" | "csubj:pass")
        })
    }

    /// Whether "not", "n't" or "never" depends on the token.
    pub fn is_negated(&self, token: usize) -> bool {
        self.dependents(token).any(|other| matches!(self.lemma(other), "not" | "never"))
    }
}
