//! Claims of the text itself: statements of checkable fact that nobody else is said to make.

pub mod check_worthiness;
mod features;
mod model;
mod spoken;
mod statement;
mod words;

use self::model::Model;
use self::spoken::Spoken;
use self::statement::{Statement, statements};
use crate::draft::Draft;
use crate::extractor::{Example, Extractor, Info, Layer, Switch};
use crate::{Act, Certainty, Claim, Polarity, Quotation, Spans, Voice};

/// Statements with a lower check-worthiness are left out unless the user says otherwise.
pub(crate) const THRESHOLD: f32 = 0.5;

/// Claims in the narrator's voice.
pub(crate) struct Narrator;

static INFO: Info = Info {
    name: "narrator",
    summary: "claims in the text’s own voice that are worth checking",
    finds: "main clauses of body, headlines and captions that state a fact: a finite verb in the indicative with its subject, whose \
            words no source is given for. Each has a score, `check_worthiness`, from 0 to 1; those below a threshold are left out \
            (`[narrator] threshold` in claimant.toml, `--narrator-threshold`, `Builder::narrator_threshold`). A statement can hold \
            somebody’s claim: “the first case since Kyiv reported the deployment”",
    leaves_alone: "what is attributed or quoted; questions, commands, exclamations, conditions, what may, might, could, should, would or \
                   must be; hedged and judging sentences (“perhaps”, “unfortunately”, “seems”); sentences of I, we and you; what is \
                   said of a saying (“The statement was issued in reply”); embedded posts",
    known_misses: "facts in subordinate clauses and appositions alone; headlines without a finite verb; opinions without any of the words \
                   that mark them are taken for facts; an attribution that was not noticed can leave its content to the narrator",
    origin: "check-worthiness learned from ClaimBuster (Hassan et al. 2017) and CheckThat! 2020 task 5 (Shaar et al. 2020), debates and \
             speeches: docs/models.md; word classes after Quirk et al. 1985",
    examples: &[Example {
        text: "“It is a scandal,” said Ann Lee. Unfortunately, it was to be expected. The council raised the fee by 40 per cent in \
                   January.",
        published: None,
        found: &[
            "Ann Lee | said | “It is a scandal,” | direct assert positive certain",
            "(narrator) | (none) | The council raised the fee by 40 per cent in January | none assert positive certain",
        ],
    }],
    reads: &[Layer::Regions, Layer::Sentences, Layer::Quotations, Layer::Claims],
    writes: &[Layer::Claims],
    switch: Switch::On,
};

impl Extractor for Narrator {
    fn info(&self) -> &'static Info {
        &INFO
    }

    fn run(&self, draft: &mut Draft<'_>) {
        let spoken = Spoken::of(draft);
        let sentences = draft.analysis.sentences.iter().cloned();
        let statements = sentences.flat_map(|sentence| statements(draft, &spoken, sentence));
        let mut claims: Vec<Claim> = statements.filter_map(|statement| claim(draft, &statement)).collect();
        draft.claims.append(&mut claims);
    }
}

/// The claim, where it is worth checking.
fn claim(draft: &Draft<'_>, statement: &Statement) -> Option<Claim> {
    let features = features::features(&draft.analysis, draft.text, statement.tokens.clone());
    let score = Model::embedded().score(&features);
    if score < draft.narrator_threshold {
        return None;
    }
    let content = Spans::from(draft.analysis.span(&statement.tokens));
    let frames = if statement.frames { ", around what somebody else says" } else { "" };
    Some(Claim {
        voice: Voice::Narrator,
        sources: Vec::new(),
        source_unnamed: false,
        cue: None,
        quotation: Quotation::None,
        act: Act::Assert,
        polarity: Polarity::Positive,
        certainty: Certainty::Certain,
        stance_by: Vec::new(),
        said_at: None,
        medium: None,
        figures: Vec::new(),
        times: Vec::new(),
        places: Vec::new(),
        propositions: Vec::new(),
        within: None,
        post: false,
        truncated: false,
        confidence: None,
        check_worthiness: Some(score),
        because: vec![format!(
            "narrator: a statement that nobody else makes{frames}; check-worthiness {score:.2}"
        )],
        content,
    })
}
