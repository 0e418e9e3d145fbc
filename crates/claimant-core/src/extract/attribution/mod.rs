//! Attribution: who says what, with which words.
//!
//! [`learned::LearnedAttribution`] turns the analyser's attribution roles into claims; [`by_rule::RuleAttribution`] adds what word order shows and
//! the roles cannot: claims inside the contents of other claims (the corpus that the roles were learned from is flat).

pub(crate) mod by_rule;
mod closing;
mod content;
mod found;
pub(crate) mod learned;
mod measures;
mod parsed;
mod rules;
mod source;
pub(in crate::extract) mod stance;
mod view;
mod words;

pub(crate) use self::stance::{of_cue, raises_negation};

#[cfg(test)]
mod tests {
    use crate::{Claimant, Document};

    /// Who says what in a text: the first source of each claim that has one, with the content.
    pub(super) fn check(text: &str, expected: &[&str]) {
        let report = Claimant::new().extract(&Document::new(text));
        let claims = report.claims.iter().filter(|claim| !claim.sources.is_empty());
        let found: Vec<String> = claims
            .map(|claim| format!("{} | {}", claim.sources[0].spans.text(text), claim.content.text(text)))
            .collect();
        assert_eq!(found, expected, "{text}");
    }
}
