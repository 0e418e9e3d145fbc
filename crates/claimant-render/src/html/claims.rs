//! Claims as a list, those within others inside them.

use std::collections::BTreeMap;

use claimant_core::wire::{Claim, Relation, Report};
use maud::{Markup, html};

use super::words;
use crate::text::words as said;

/// Deeper than this, claims stand beside the one that they are in.
const DEEPEST: usize = 8;

/// The claims of a report, by the claim that they lie in.
pub(super) struct Claims<'r> {
    report: &'r Report,
    prefix: &'r str,
    names: BTreeMap<&'r str, &'r str>,
    within: BTreeMap<&'r str, Vec<&'r Claim>>,
    meets: BTreeMap<&'r str, Vec<&'r Relation>>,
}

impl<'r> Claims<'r> {
    pub(super) fn new(report: &'r Report, prefix: &'r str) -> Claims<'r> {
        let mut within: BTreeMap<&str, Vec<&Claim>> = BTreeMap::new();
        for claim in &report.claims {
            within.entry(outer(report, claim)).or_default().push(claim);
        }
        let mut meets: BTreeMap<&str, Vec<&Relation>> = BTreeMap::new();
        for relation in &report.relations {
            for claim in &relation.claims {
                meets.entry(claim).or_default().push(relation);
            }
        }
        Claims { report, prefix, names: said::names(report), within, meets }
    }

    pub(super) fn nested(&self) -> Markup {
        self.list("", 0)
    }

    fn list(&self, outer: &str, depth: usize) -> Markup {
        let Some(claims) = self.within.get(outer) else { return html! {} };
        html! {
            ol class="claims" {
                @for claim in claims {
                    li id=(self.id(&claim.id)) {
                        (self.card(claim))
                        @if depth < DEEPEST { (self.list(&claim.id, depth + 1)) }
                    }
                    "\n"
                    @if depth >= DEEPEST { (self.beside(&claim.id)) }
                }
            }
        }
    }

    /// What lies in a claim, however deep, one after another.
    fn beside(&self, outer: &str) -> Markup {
        let mut waiting: Vec<&Claim> = self.within.get(outer).into_iter().flatten().rev().copied().collect();
        let mut items = Vec::new();
        while let Some(claim) = waiting.pop() {
            items.push(html! { li id=(self.id(&claim.id)) { (self.card(claim)) } });
            waiting.extend(self.within.get(claim.id.as_str()).into_iter().flatten().rev());
        }
        html! { @for item in &items { (item) } }
    }

    fn card(&self, claim: &Claim) -> Markup {
        let has_mark = !claim.content.spans.is_empty() && self.report.document.text.is_some();
        html! {
            div class="claim" {
                p {
                    @if has_mark {
                        a class="id" href={ "#" (self.prefix) "m-" (claim.id) }
                            aria-label={ (claim.id) ", show in the text" } { (claim.id) }
                    } @else {
                        span class="id" { (claim.id) }
                    }
                    " " strong { (self.who(claim)) }
                    " " span class="manner" { (words(&said::manner(claim).join(" · "))) }
                }
                blockquote dir="auto" { (words(&claim.content.text)) }
                (self.details(claim))
            }
        }
    }

    /// Who says it, linked to the entities.
    pub(super) fn who(&self, claim: &Claim) -> Markup {
        let text = words(&said::who(claim, &self.names));
        let mut known: Vec<&str> = claim
            .sources
            .iter()
            .filter_map(|source| source.entity.as_deref())
            .filter(|id| self.names.contains_key(id))
            .collect();
        known.dedup();
        if let [one] = known[..] {
            return html! { a href={ "#" (self.prefix) (one) } { (text) } };
        }
        html! {
            (text)
            @for id in known { " " a class="id" href={ "#" (self.prefix) (id) } { (id) } }
        }
    }

    fn details(&self, claim: &Claim) -> Markup {
        let figures: Vec<String> = claim.figures.iter().map(said::figure).collect();
        let times: Vec<String> = claim.times.iter().map(said::time).collect();
        let places: Vec<String> = claim.places.iter().map(|place| place.text.clone()).collect();
        let medium: Vec<String> = claim.medium.iter().map(|medium| medium.text.clone()).collect();
        let rows = [("figure", figures), ("time", times), ("place", places), ("medium", medium)];
        let meets = self.meets.get(claim.id.as_str()).map(Vec::as_slice).unwrap_or_default();
        html! {
            @if rows.iter().any(|(_, values)| !values.is_empty()) || !meets.is_empty() {
                ul {
                    @for (label, values) in rows.iter().filter(|(_, values)| !values.is_empty()) {
                        li { span class="soft" { (label) ": " } (words(&values.join(" · "))) }
                    }
                    @for relation in meets {
                        li {
                            span class={ "badge " (relation.kind.name()) } { (relation.kind.name()) }
                            @for other in relation.claims.iter().filter(|other| **other != claim.id) {
                                " " a class="id" href={ "#" (self.prefix) (other) } { (other) }
                            }
                            " " (words(&relation.why))
                        }
                    }
                }
            }
        }
    }

    fn id(&self, claim: &str) -> String {
        format!("{}{claim}", self.prefix)
    }
}

/// The claim that another is shown in: empty for none, for one that is not there, and for what is in a circle.
fn outer<'r>(report: &'r Report, claim: &'r Claim) -> &'r str {
    let Some(within) = claim.within.as_deref() else { return "" };
    let place = |id: &str| id.strip_prefix('c')?.parse::<usize>().ok()?.checked_sub(1);
    let (mut at, mut steps) = (within, 0);
    while let Some(outer) = place(at).and_then(|place| report.claims.get(place)) {
        match outer.within.as_deref() {
            None => return within,
            Some(next) => at = next,
        }
        steps += 1;
        if steps > 64 {
            break;
        }
    }
    ""
}
