//! Embedded posts as claims of the accounts that signed them.

use crate::draft::Draft;
use crate::extractor::{Example, Extractor, Info, Layer, Switch};
use crate::{Act, Certainty, Claim, Polarity, Quotation, Source, Time, TimexType, TimexValue, Voice};

/// Claims of posts.
pub(crate) struct Posts;

static INFO: Info = Info {
    name: "posts",
    summary: "an embedded post as the claim of its account",
    finds: "for each post region, one claim: its words, the account that signed it, and the day",
    leaves_alone: "what the post relays: claims inside it are found as anywhere else, within this one",
    known_misses: "posts without a signature",
    origin: "the form in which sites embed posts as block quotations",
    examples: &[Example {
        text: "The road is closed\n— City Hall (@city) March 2, 2024",
        published: None,
        found: &["City Hall (@city) | (none) | The road is closed | direct assert positive certain"],
    }],
    reads: &[Layer::Regions],
    writes: &[Layer::Claims],
    switch: Switch::On,
};

impl Extractor for Posts {
    fn info(&self) -> &'static Info {
        &INFO
    }

    fn run(&self, draft: &mut Draft<'_>) {
        for post in draft.regions.iter().filter_map(|region| region.post.as_ref()) {
            let said_at = post.date.as_ref().map(|(spans, date)| Time {
                spans: spans.clone(),
                kind: TimexType::Date,
                value: Some(TimexValue::new(date.to_string())),
                interval: None,
                because: Some("the post’s own date".to_owned()),
            });
            draft.claims.push(Claim {
                voice: Voice::Attributed,
                sources: vec![Source::new(post.author.clone())],
                source_unnamed: false,
                cue: None,
                content: post.content.clone(),
                quotation: Quotation::Direct,
                act: Act::Assert,
                polarity: Polarity::Positive,
                certainty: Certainty::Certain,
                stance_by: Vec::new(),
                said_at,
                medium: None,
                figures: Vec::new(),
                times: Vec::new(),
                places: Vec::new(),
                propositions: Vec::new(),
                within: None,
                post: true,
                truncated: post.truncated,
                confidence: None,
                check_worthiness: None,
                because: vec![format!("posts: signed by {}", post.author.text(draft.text))],
            });
        }
    }
}
