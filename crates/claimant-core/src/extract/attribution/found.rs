//! An attribution on its way to a claim, whoever found it.

use super::stance;
use crate::draft::Draft;
use crate::{Act, Certainty, Claim, Cue, Source, Span, Spans, Voice};

/// Who says what in which words: what a rule or the learned roles found.
pub(super) struct Found {
    pub(super) sources: Vec<Span>,
    /// It shares the source of the claim before it in the sentence: "…, adding that".
    pub(super) shares_source: bool,
    pub(super) cue: Span,
    pub(super) lemma: String,
    pub(super) act: Act,
    /// The cue is negated and the act stays: the content is negated instead.
    pub(super) raised: bool,
    /// At most this sure, whatever the act.
    pub(super) certainty: Option<Certainty>,
    pub(super) content: Vec<Span>,
    pub(super) medium: Option<Span>,
    pub(super) truncated: bool,
    pub(super) because: String,
}

impl Found {
    /// The claim, with its quotation, and with what its cue says about polarity and certainty. Later extractors add the rest.
    pub(super) fn claim(self, draft: &Draft<'_>) -> Claim {
        let content = Spans::of_pieces(self.content);
        let (polarity, certainty) = stance::of_cue(self.act, &self.lemma, self.raised);
        Claim {
            voice: Voice::Attributed,
            source_unnamed: self.sources.is_empty(),
            sources: self.sources.into_iter().map(Source::new).collect(),
            cue: Some(Cue { spans: self.cue.into(), lemma: self.lemma }),
            quotation: stance::quotation(draft, &content),
            act: self.act,
            polarity,
            certainty: certainty.max(self.certainty.unwrap_or(Certainty::Certain)),
            stance_by: Vec::new(),
            said_at: None,
            medium: self.medium.map(Spans::from),
            figures: Vec::new(),
            times: Vec::new(),
            places: Vec::new(),
            propositions: Vec::new(),
            within: None,
            post: false,
            truncated: self.truncated,
            confidence: None,
            check_worthiness: None,
            because: vec![format!("attribution: {}", self.because)],
            content,
        }
    }
}
