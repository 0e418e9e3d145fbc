//! Attribution by rule: what reporting verbs, prepositions and adverbs show by word order.
//!
//! The rules go by closed word classes and marks, and abstain where those do not settle who speaks. They add to
//! what was learned: claims inside contents, and cues that the roles left alone.

use claimant_english::Analysis;

use super::found::Found;
use super::{closing, parsed, rules, view};
use crate::draft::Draft;
use crate::extractor::{Example, Extractor, Info, Layer, Switch};
use crate::lexicon::Lexicon;
use crate::{Claim, NoteKind, Quotation, RegionKind, Source, Span, Spans};

/// Claims by rule.
pub(crate) struct RuleAttribution;

static INFO: Info = Info {
    name: "attribution-rules",
    summary: "claims that the learned roles leave out, attributed by reporting verbs, “according to” and adverbs",
    finds: "source, cue and content around a reporting verb (“said”, “has not confirmed”, “declined to say”) before, \
            after or in the middle of its content; “according to”; passives without an agent (“it was confirmed \
            that”, “is believed to”); “reportedly” and its like; participles (“residents claiming”, “adding that”); \
            “the mayor’s statement that”; quotations over several sentences and paragraphs; claims inside quotations; \
            joint sources; what it was said in; how much somebody puts something at (“put the toll at 58”, “gave a toll of \
            21”, “spoke of 60,000”); the clause that closes its sentence, by the parse",
    leaves_alone: "verbs without a source that form can show; “I” and “we” inside a quotation; infinitives and \
                   conditionals that nobody utters (“to announce”); nouns without a possessor (“claims that”); sentences of more \
                   than 1,000 tokens",
    known_misses: "quotations whose speaker stands in another paragraph; sources after relative clauses with commas in \
                   them; bare clauses without a verb in “-ed” or an auxiliary",
    origin: "reporting verbs after Quirk et al. 1985, 16.30–33, and Levin 1993, classes 29, 30, 37; content limits as \
             in docs/architecture.md",
    examples: &[
        Example {
            text: "The dam will hold, the ministry’s engineers said on Monday. “It is solid,” according to Ann Lee.",
            published: Some("2024-12-27"),
            found: &[
                "the ministry’s engineers | said | The dam will hold | indirect assert positive certain",
                "Ann Lee | according to | “It is solid,” | direct assert positive certain",
            ],
        },
        Example {
            text: "Neither Lee nor the bank has confirmed the sale. It was alleged that money was reportedly missing.",
            published: None,
            found: &[
                "Lee + the bank | has confirmed | the sale | indirect not-confirm positive uncommitted",
                "(unnamed) | was alleged | money was reportedly missing | indirect allege positive certain",
                "(unnamed) | reportedly | money was reportedly missing | indirect report positive probable",
            ],
        },
        Example {
            text: "She plans to announce a decision. Lee was cited.",
            published: None,
            found: &["She | plans | to announce a decision | indirect intend positive certain"],
        },
        Example {
            text: "Estimates by the council put the cost at $4 million. The deal puts the price at $3.",
            published: None,
            found: &["the council | put | the cost at $4 million | indirect estimate positive probable"],
        },
    ],
    reads: &[Layer::Regions, Layer::Sentences, Layer::Quotations, Layer::Times],
    writes: &[Layer::Claims],
    switch: Switch::On,
};

/// A sentence longer than this is no prose; the rules look back and forth in it, which would be quadratic.
const LONGEST_SENTENCE: usize = 1_000;

impl Extractor for RuleAttribution {
    fn info(&self) -> &'static Info {
        &INFO
    }

    fn run(&self, draft: &mut Draft<'_>) {
        let pieces = view::outermost(draft);
        let mut claims: Vec<Claim> = Vec::new();
        let mut left_out: Option<(usize, Span)> = None;
        for sentence in &draft.sentences {
            let kind = draft.regions[sentence.region].kind;
            if matches!(kind, RegionKind::Boilerplate | RegionKind::Dateline) {
                continue;
            }
            if sentence.tokens.len() > LONGEST_SENTENCE {
                let (count, first) = left_out.unwrap_or((0, sentence.span));
                left_out = Some((count + 1, first));
                continue;
            }
            let view = view::View::new(draft, sentence, &pieces);
            let mut found = in_sentence(&view);
            let closing = closing::of(draft, sentence);
            found.extend(closing.filter(|one| !found.iter().any(|other| other.cue.overlaps(one.cue))));
            claims.extend(found.into_iter().map(|found| found.claim(draft)));
        }
        adopt(draft, claims);
        if let Some((count, first)) = left_out {
            let message = format!(
                "{count} sentence(s) of more than {LONGEST_SENTENCE} words were not searched for claims: no prose"
            );
            draft.note(NoteKind::Limit, message, Some(first.into()));
        }
    }
}

/// Takes over what is new: no learned claim has its cue (but an adverb's content is a clause around it, which the rule
/// knows whole and the roles often in pieces), and it lies either inside a learned content, cue and all, or
/// where nothing was learned.
fn adopt(draft: &mut Draft<'_>, claims: Vec<Claim>) {
    let adverbs: Vec<Span> = claims
        .iter()
        .filter_map(|claim| claim.cue.as_ref())
        .filter(|cue| draft.lexicon.adverb(&cue.lemma).is_some())
        .map(|cue| cue.spans.hull())
        .collect();
    draft.claims.retain(|claim| {
        let Some(cue) = claim.cue.as_ref().map(|cue| cue.spans.hull()) else { return true };
        let at = adverbs.partition_point(|adverb| adverb.end() <= cue.start());
        let Some(adverb) = adverbs.get(at).filter(|adverb| adverb.overlaps(cue)) else { return true };
        // "Reportedly intends" has a verb too; it keeps a source that stands before it in its sentence.
        let before = |source: &Source| {
            let end = source.spans.hull().end();
            end <= cue.start() && !draft.text[end..cue.start()].contains(['.', '!', '?', '\n'])
        };
        *adverb != cue && claim.sources.iter().any(before)
    });
    let measures: Vec<Measure> =
        claims.iter().filter_map(|claim| Measure::of(claim, draft.lexicon)).collect();
    let replaced = |claim: &Claim, own: bool| {
        let Some(cue) = claim.cue.as_ref().map(|cue| cue.spans.hull()) else { return false };
        let at = measures.partition_point(|measure| measure.cue.end() <= cue.start());
        // The next one's subject may hold this cue: "agency estimates put the toll at 58".
        let mut near = measures[at..].iter().take(2).filter(|measure| !own || measure.cue != cue);
        near.any(|measure| measure.replaces(claim, cue))
    };
    let mut found: Vec<Span> = claims.iter().filter_map(|claim| in_one_sentence(draft, claim)).collect();
    found.sort_unstable();
    let known = |cue: Span| found.binary_search(&cue).is_ok();
    let lost: Vec<bool> = draft
        .claims
        .iter()
        .map(|claim| {
            let cue = claim.cue.as_ref().map(|cue| cue.spans.hull());
            cue.is_some_and(known) && in_one_sentence(draft, claim).is_none()
        })
        .collect();
    let mut lost = lost.into_iter();
    draft.claims.retain(|_| !lost.next().unwrap_or(false));
    draft.claims.retain(|claim| !replaced(claim, false));
    let claims: Vec<Claim> = claims.into_iter().filter(|claim| !replaced(claim, true)).collect();
    make_whole(draft, &claims);
    let mut learned: Vec<(Span, Spans)> = draft
        .claims
        .iter()
        .filter_map(|claim| Some((claim.cue.as_ref()?.spans.hull(), claim.content.clone())))
        .collect();
    learned.sort();
    let cues: Vec<Span> = learned.iter().map(|(cue, _)| *cue).collect();
    let mut contents: Vec<Spans> = learned.into_iter().map(|(_, content)| content).collect();
    contents.sort_by_key(Spans::hull);
    let known = claims.into_iter().filter(|claim| {
        let Some(cue) = claim.cue.as_ref().map(|cue| cue.spans.hull()) else { return true };
        let at = cues.partition_point(|other| other.end() <= cue.start());
        if cues[at..].iter().take_while(|other| other.start() < cue.end()).any(|other| other.overlaps(cue)) {
            return false;
        }
        let near = contents.partition_point(|content| content.start() <= claim.content.start());
        let around: Vec<&Spans> = contents[near.saturating_sub(NEAR)..(near + NEAR).min(contents.len())]
            .iter()
            .filter(|content| content.overlaps(claim.content.hull()) || content.overlaps(cue))
            .collect();
        let inside = around.iter().any(|content| content.contains(&claim.content) && content.overlaps(cue));
        inside || around.is_empty()
    });
    let mut known: Vec<Claim> = known.collect();
    draft.claims.append(&mut known);
}

/// "[The program], which opens telephones, was installed last year, said …": of a content without a verb that the rule of the same cue knows as
/// a clause, the roles have lost the rest.
fn make_whole(draft: &mut Draft<'_>, rules: &[Claim]) {
    let cue = |claim: &Claim| claim.cue.as_ref().map(|cue| cue.spans.hull());
    let analysis = &draft.analysis;
    let speaks = |content: &Spans| {
        content.pieces().iter().any(|piece| {
            let mut tokens = analysis.tokens_in(*piece);
            tokens.any(|at| matches!(analysis.tokens[at].xpos.as_str(), "VBD" | "VBZ" | "VBP" | "MD"))
        })
    };
    let mut whole: Vec<(Span, &Claim)> =
        rules.iter().filter_map(|claim| Some((cue(claim)?, claim))).collect();
    whole.sort_by_key(|(cue, _)| *cue);
    for claim in &mut draft.claims {
        let Some(own) = cue(claim).filter(|_| claim.quotation == Quotation::Indirect) else { continue };
        let at = whole.partition_point(|(cue, _)| cue.end() <= own.start());
        let Some((_, rule)) = whole.get(at).filter(|(cue, _)| cue.overlaps(own)) else { continue };
        let before = rule.content.end() <= own.start();
        let part = rule.content.hull().contains(claim.content.hull())
            || rule.sources.iter().any(|source| source.spans.hull().contains(claim.content.hull()));
        let whole = before && part && rule.quotation == Quotation::Indirect && speaks(&rule.content);
        if whole && (!speaks(&claim.content) || breaks_off(analysis, claim, rule)) {
            claim.content = rule.content.clone();
        }
    }
}

/// "[The government has secretly agreed] to lease the wharf, officials said": what follows the content belongs to its last word.
fn breaks_off(analysis: &Analysis, claim: &Claim, rule: &Claim) -> bool {
    let (own, whole) = (claim.content.hull(), rule.content.hull());
    let tokens = analysis.tokens_in(own);
    let Some(last) = tokens.clone().next_back() else { return false };
    own.start() == whole.start()
        && own.end() < whole.end()
        && analysis.dependents(last).any(|at| {
            at >= tokens.end
                && matches!(analysis.tokens[at].relation.universal(), "xcomp" | "obj" | "ccomp" | "obl")
        })
}

/// The cue of a claim that has a source in its cue's sentence: the roles sometimes find a cue and take nobody, or somebody of another
/// sentence, for who speaks.
fn in_one_sentence(draft: &Draft<'_>, claim: &Claim) -> Option<Span> {
    let cue = claim.cue.as_ref()?.spans.hull();
    let sentence = draft.sentence_at(cue.start());
    let here = |source: &Source| draft.sentence_at(source.spans.start()) == sentence;
    claim.sources.iter().any(here).then_some(cue)
}

/// A saying of how much something is ("estimates put the toll at 58"), whose form is surer than the roles that were learned for it.
struct Measure {
    /// Source and medium: what stands before the cue, where it does.
    subject: Option<Span>,
    cue: Span,
}

impl Measure {
    fn of(claim: &Claim, lexicon: &Lexicon) -> Option<Measure> {
        let cue = claim.cue.as_ref()?;
        lexicon.measure(&cue.lemma)?;
        let cue = cue.spans.hull();
        let named = claim
            .sources
            .iter()
            .map(|source| source.spans.hull())
            .chain(claim.medium.iter().map(Spans::hull));
        Some(Measure { subject: named.filter(|span| span.end() <= cue.start()).reduce(Span::to), cue })
    }

    /// Whether `claim`, whose cue ends after the cue before this one's, is another reading of the same words: "put support for" with its
    /// object, or "estimates" with "put the toll at 58" for its content.
    fn replaces(&self, claim: &Claim, cue: Span) -> bool {
        let named = self.subject.is_some_and(|subject| subject.overlaps(cue));
        self.cue.overlaps(cue) || (named && claim.content.overlaps(self.cue))
    }
}

/// Contents before and after a claim that can overlap with it.
const NEAR: usize = 16;

/// The claims of one sentence, in the order of their cues.
fn in_sentence(view: &view::View<'_, '_>) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    for at in 0..view.len() {
        let found = rules::ALL.iter().find_map(|(rule, grammar)| Some((*grammar, rule(view, at)?)));
        let settled = found.and_then(|(grammar, found)| parsed::settle(view.draft, grammar, found));
        let Some(mut found) = settled else { continue };
        if found.shares_source {
            match all.iter().rev().find(|earlier| !earlier.sources.is_empty()) {
                Some(earlier) => found.sources.clone_from(&earlier.sources),
                None => continue,
            }
        }
        // A word inside another cue ("declined to say") has had its turn.
        if all.iter().any(|earlier| earlier.cue.overlaps(found.cue)) {
            continue;
        }
        all.push(found);
    }
    end_at_next_speaker(view, &mut all);
    end_at_next_cue(view, &mut all);
    all
}

/// "A said x and added that y": what A said first ends before A's next cue.
fn end_at_next_cue(view: &view::View<'_, '_>, all: &mut [Found]) {
    let shared: Vec<(Span, Span)> = all
        .iter()
        .filter(|found| found.shares_source)
        .filter_map(|found| {
            let at = (0..view.len()).find(|at| view.token(*at).span.start() >= found.cue.start())?;
            let and = (at.saturating_sub(4)..at).rev().find(|at| matches!(view.low(*at), "and" | "but"))?;
            Some((view.token(and).span, found.cue))
        })
        .collect();
    for found in all {
        let [piece] = found.content[..] else { continue };
        let cut = shared.iter().find(|(and, cue)| {
            piece.start() < and.start() && piece.contains(*cue) && found.cue.end() <= piece.start()
        });
        if let Some((and, _)) = cut {
            let end = Span::new(piece.start(), and.start())
                .of(view.draft.text)
                .trim_end_matches([',', ' ', '\n'])
                .len();
            if end > 0 {
                found.content = vec![Span::new(piece.start(), piece.start() + end)];
            }
        }
    }
}

/// "A said x, but B said y": what A said ends before B speaks. Only outside quotations: what stands in A's
/// marks is A's.
fn end_at_next_speaker(view: &view::View<'_, '_>, all: &mut [Found]) {
    let starts: Vec<usize> = all
        .iter()
        .filter(|found| !found.sources.is_empty() && !found.shares_source)
        .filter_map(|found| Some(found.sources.first()?.start().min(found.cue.start())))
        .collect();
    for found in all {
        let [piece] = found.content[..] else { continue };
        for &start in &starts {
            if start <= piece.start() || start >= piece.end() || start <= found.cue.end() {
                continue;
            }
            let at = (0..view.len()).find(|at| view.token(*at).span.start() >= start).unwrap_or(0);
            let joined = at >= 2
                && matches!(
                    view.low(at - 1),
                    "but" | "while" | "whereas" | "and" | "though" | "although" | "as"
                );
            let after_comma =
                joined && matches!(view.low(at - 2), "," | ";") || at >= 1 && view.low(at - 1) == ";";
            if after_comma && view.piece(at).is_none() {
                let mark = if joined { at - 2 } else { at - 1 };
                let end = view.token(mark).span.start();
                if end > piece.start() {
                    found.content = vec![Span::new(piece.start(), end).trim(view.draft.text)];
                    break;
                }
            }
        }
    }
}
