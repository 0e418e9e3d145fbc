//! The figures and times of each claim, and when it was said.

use crate::draft::Draft;
use crate::extractor::{Example, Extractor, Info, Layer, Switch};
use crate::{Claim, Span, Spans, Time, TimexType};

/// Hands out figures and times to the claims that they stand in.
pub(crate) struct Parts;

static INFO: Info = Info {
    name: "parts",
    summary: "figures and times of each claim, and when it was said",
    finds: "the figures and times inside a content; as `said_at` the time next to source and cue, outside the content, \
            with its preposition (“On Monday, Lee said”, “said Lee, spokesman, on Tuesday”)",
    leaves_alone: "times after a content that follows its cue, and times inside the name of a source: they tell when \
                   something else was",
    known_misses: "a saying dated in the sentence before",
    origin: "our own reading of news",
    examples: &[Example {
        text: "On Monday, Lee said 40 people were hurt in August.",
        published: Some("2024-12-27"),
        found: &[
            "40 people were hurt in August [said: On Monday = DATE 2024-12-23] [time: August = DATE 2024-08] \
                  [figure: 40 = 40 exact of “people” event “hurt”]",
        ],
    }],
    reads: &[Layer::Chains, Layer::Times, Layer::Figures],
    writes: &[Layer::Parts],
    switch: Switch::On,
};

impl Extractor for Parts {
    fn info(&self) -> &'static Info {
        &INFO
    }

    fn run(&self, draft: &mut Draft<'_>) {
        let mut claims = std::mem::take(&mut draft.claims);
        let cues: Vec<Span> = {
            let mut cues: Vec<Span> =
                claims.iter().filter_map(|claim| Some(claim.cue.as_ref()?.spans.hull())).collect();
            cues.sort_unstable();
            cues
        };
        let mut contents: Vec<Span> = claims.iter().map(|claim| claim.content.hull()).collect();
        contents.sort_unstable();
        for claim in &mut claims {
            claim.figures = inside(&draft.figures, |figure| &figure.spans, &claim.content);
            claim.times = inside(&draft.times, |time| &time.spans, &claim.content);
            if claim.said_at.is_none() {
                claim.said_at = said_at(draft, claim, &cues, &contents);
            }
        }
        draft.claims = claims;
    }
}

/// The items inside `content`; `items` are in text order and disjoint.
fn inside<T: Clone>(items: &[T], spans: impl Fn(&T) -> &Spans, content: &Spans) -> Vec<T> {
    let first = items.partition_point(|item| spans(item).start() < content.start());
    items[first..]
        .iter()
        .take_while(|item| spans(item).start() < content.end())
        .filter(|item| content.contains(spans(item)))
        .cloned()
        .collect()
}

/// The time at which the claim was made, where its sentence gives it.
fn said_at(draft: &Draft<'_>, claim: &Claim, cues: &[Span], contents: &[Span]) -> Option<Time> {
    let cue = claim.cue.as_ref()?.spans.hull();
    // A word inside the content ("reportedly") dates nothing.
    if claim.content.overlaps(cue) {
        return None;
    }
    let sentence = draft.sentences.get(draft.sentence_at(cue.start()))?;
    let first = draft.times.partition_point(|time| time.spans.end() <= sentence.span.start());
    let times = draft.times[first..].iter().take_while(|time| time.spans.start() < sentence.span.end());
    // Source, cue and medium: what dates the saying stands next to these.
    let named =
        claim.sources.iter().map(|source| source.spans.hull()).chain(claim.medium.iter().map(Spans::hull));
    let named: Vec<Span> = named.filter(|span| sentence.span.contains(*span)).collect();
    let group = named.iter().fold(cue, |group, span| group.to(*span));
    let follows = claim.content.start() >= cue.end();
    times
        .filter(|time| matches!(time.kind, TimexType::Date | TimexType::Time))
        .filter(|time| {
            let at = time.spans.hull();
            let free = !claim.content.overlaps(at) && !named.iter().any(|span| span.overlaps(at));
            let gap = if at.end() <= group.start() {
                Span::new(at.end(), group.start())
            } else if at.start() >= group.end() {
                Span::new(group.end(), at.start())
            } else {
                Span::new(at.start(), at.start())
            };
            let before_content = !follows || at.end() <= claim.content.start();
            let others = cues.partition_point(|other| other.start() < gap.start());
            let alone = cues[others..]
                .iter()
                .take_while(|other| other.start() < gap.end())
                .all(|other| *other == cue);
            // Before the group a time opens the sentence, and no other cue, whose time it would be, stands before it; after the group, only a
            // preposition or a comma comes between.
            let near = if at.end() <= group.start() {
                let before = cues.partition_point(|other| other.start() < sentence.span.start());
                let another = cues.get(before).is_some_and(|other| other.start() < at.start());
                !another && draft.token_at(at.start()) <= sentence.tokens.start + 4
            } else {
                draft.token_at(gap.end()).saturating_sub(draft.token_at(gap.start())) <= 4
            };
            // Another claim's content dates what that claim is about.
            let upto = contents.partition_point(|content| content.start() <= at.start());
            let elsewhere = contents[..upto]
                .iter()
                .rev()
                .take(8)
                .any(|content| content.contains(at) && !content.contains(cue));
            free && before_content && alone && near && !elsewhere && !claim.content.overlaps(gap)
        })
        .min_by_key(|time| (time.spans.hull().start().abs_diff(cue.start()), time.spans.start()))
        .map(|time| Time {
            spans: with_preposition(draft, sentence.span, time.spans.hull()).into(),
            ..time.clone()
        })
}

/// "Monday" widened to "on Monday", "late on Monday".
fn with_preposition(draft: &Draft<'_>, sentence: Span, time: Span) -> Span {
    let mut span = time;
    for token in draft.tokens[..draft.token_at(time.start())].iter().rev().take(2) {
        let word = token.of(draft.text);
        let belongs =
            ["on", "in", "at", "late", "early", "during"].iter().any(|one| word.eq_ignore_ascii_case(one));
        if !belongs || !sentence.contains(token.span) {
            break;
        }
        span = token.span.to(span);
    }
    span
}
