//! An attribution on its way to a claim, whoever found it.

use super::stance;
use crate::draft::Draft;
use crate::{Act, Certainty, Claim, Cue, Polarity, Source, Span, Spans, Voice};

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
    pub(super) certainty: Option<Certainty>,
    pub(super) content: Vec<Span>,
    pub(super) medium: Option<Span>,
    pub(super) truncated: bool,
    pub(super) because: String,
}

impl Found {
    /// The claim, with what follows from its content: quotation, polarity, certainty. Later extractors add the rest.
    pub(super) fn claim(self, draft: &Draft<'_>) -> Claim {
        let content = Spans::of_pieces(self.content);
        let mut polarity = stance::polarity(draft, self.act, &content);
        if self.raised {
            polarity = if polarity == Polarity::Positive { Polarity::Negative } else { Polarity::Positive };
        }
        Claim {
            voice: Voice::Attributed,
            source_unnamed: self.sources.is_empty(),
            sources: self
                .sources
                .into_iter()
                .map(|span| Source { spans: span.into(), entity: None })
                .collect(),
            cue: Some(Cue { spans: self.cue.into(), lemma: self.lemma }),
            quotation: stance::quotation(draft, &content),
            act: self.act,
            polarity,
            certainty: self.certainty.unwrap_or_else(|| stance::certainty(draft, self.act, &content)),
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
