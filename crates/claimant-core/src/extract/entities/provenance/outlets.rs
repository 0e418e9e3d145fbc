//! Outlets that a source spoke to or that quote it: "told the BBC", "told this newspaper", "seen by AFP".

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::super::grammar::Grammar;
use super::super::mention::{Form, Mention, Mentions, Pronoun};
use super::super::nouns;
use super::super::records::one_line;
use crate::draft::Draft;
use crate::{Claim, EntityKind, Span};

static OUTLETS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("../../../../data/gazetteer/outlets.txt").lines();
    lines.filter(|line| !line.starts_with('#') && !line.is_empty()).collect()
});

/// Words that only names of outlets have, in lower case.
const IN_NAMES: &[&str] = &[
    "broadcasting",
    "chronicle",
    "daily",
    "fm",
    "gazette",
    "herald",
    "magazine",
    "news",
    "newspaper",
    "radio",
    "television",
    "tribune",
    "tv",
    "weekly",
];

/// Common nouns for outlets.
const NOUNS: &[&str] = &[
    "broadcaster",
    "magazine",
    "newspaper",
    "podcast",
    "programme",
    "radio",
    "station",
    "tabloid",
    "television",
    "tv",
];

/// The outlet through which a claim came to the text.
pub(super) fn of(grammar: &Grammar<'_>, mentions: &Mentions, claim: &Claim, narrated: bool) -> Option<Span> {
    let cue = claim.cue.as_ref()?;
    let tokens = grammar.analysis.tokens_in(cue.spans.hull());
    let verbs = tokens.clone().filter(|at| cue.spans.overlaps(grammar.analysis.tokens[*at].span));
    let told = verbs.flat_map(|verb| {
        let spoken =
            grammar.with(verb, "advcl").filter(|at| matches!(grammar.lemma(*at).as_str(), "speak" | "talk"));
        [verb].into_iter().chain(spoken).collect::<Vec<usize>>()
    });
    let quotes = tokens.clone().any(|at| matches!(grammar.lemma(at).as_str(), "quote" | "cite"));
    let addressed = told.flat_map(|verb| {
        grammar.dependents(verb).filter(move |at| {
            let case = grammar.preposition(*at).map(|case| grammar.low(case));
            match (grammar.relation(*at).split(':').next(), case.as_deref()) {
                (Some("obj" | "iobj"), None) | (Some("obl"), Some("to")) => true,
                (Some("obl"), Some("by")) => quotes,
                (Some("obl" | "obj"), _) => is_network(grammar, *at),
                _ => false,
            }
        })
    });
    // "Documents seen by AFP": the outlet is part of the source.
    let seen = claim.sources.iter().flat_map(|source| {
        let tokens = grammar.analysis.tokens_in(source.spans.hull());
        tokens.filter(|at| grammar.is(*at, "acl")).flat_map(|verb| {
            let seeing = matches!(
                grammar.lemma(verb).as_str(),
                "see" | "obtain" | "review" | "view" | "hear" | "examine" | "quote" | "interview" | "publish"
            );
            grammar.dependents(verb).filter(move |at| {
                seeing && grammar.preposition(*at).is_some_and(|case| grammar.low(case) == "by")
            })
        })
    });
    // "told the BBC": by order, since parses of two objects go wrong.
    let beside = (cue.lemma == "tell").then(|| {
        let from = tokens.end;
        let near = from..(from + 6).min(grammar.sentence.len());
        let at_once =
            near.filter_map(|at| mentions.at(at)).filter(|id| mentions.list[*id].tokens.start == from);
        at_once.max_by_key(|id| mentions.list[*id].tokens.end)
    });
    let addressed = addressed.chain(seen).filter_map(|at| mentions.at(at));
    addressed.chain(beside.flatten()).find_map(|id| {
        let mention = &mentions.list[id];
        let span = span(grammar, mention);
        let free = !claim.content.overlaps(span) && is_outlet(grammar, mention, narrated);
        free.then_some(span)
    })
}

/// Whether these are several words, or capitals, that name an outlet and so nobody: not "Forbes".
pub(in super::super) fn is_long_name(words: &str) -> bool {
    let bare = words.strip_prefix("the ").or_else(|| words.strip_prefix("The ")).unwrap_or(words);
    let capitals = bare.chars().count() > 2 && bare.chars().all(char::is_uppercase);
    (capitals || bare.contains(' ')) && OUTLETS.contains(bare)
}

/// Whether the narrator speaks as "I": then "us" may be anybody.
pub(super) fn is_narrated_by_one(draft: &Draft<'_>, grammar: &Grammar<'_>) -> bool {
    let mut quoted: Vec<Span> = draft
        .quotes
        .iter()
        .filter(|quote| quote.depth == 0)
        .flat_map(|quote| quote.spans.pieces().to_vec())
        .collect();
    quoted.sort_unstable();
    let quoted = |at: usize| {
        let start = grammar.analysis.tokens[at].span.start();
        let next = quoted.partition_point(|span| span.end() <= start);
        quoted.get(next).is_some_and(|span| span.has(start))
    };
    (0..grammar.sentence.len()).any(|at| {
        matches!(grammar.low(at).as_str(), "i" | "me" | "my") && grammar.upos(at) == "PRON" && !quoted(at)
    })
}

/// "wrote on Telegram".
fn is_network(grammar: &Grammar<'_>, at: usize) -> bool {
    let on = at.checked_sub(1).is_some_and(|before| matches!(grammar.low(before).as_str(), "on" | "via"));
    on && grammar.is_capitalized(at) && nouns::is_network(&grammar.low(at))
}

/// The outlet's words, without clauses about it.
fn span(grammar: &Grammar<'_>, mention: &Mention) -> Span {
    let end = mention.name.as_ref().map_or(mention.head + 1, |name| name.end.max(mention.head + 1));
    grammar.span(&(mention.tokens.start..end))
}

fn is_outlet(grammar: &Grammar<'_>, mention: &Mention, narrated: bool) -> bool {
    if let Form::Pronoun(pronoun) = mention.form {
        return pronoun == Pronoun::We && !narrated;
    }
    let lemma = grammar.lemma(mention.head);
    let compound = |word: &str| grammar.with(mention.head, "compound").any(|at| grammar.lemma(at) == word);
    if NOUNS.contains(&lemma.as_str())
        || (matches!(lemma.as_str(), "agency" | "site" | "outlet" | "website" | "channel")
            && compound("news"))
        || (lemma == "website" && grammar.with(mention.head, "det").any(|at| grammar.low(at) == "this"))
    {
        return true;
    }
    if mention.kind == Some(EntityKind::Person) {
        return false;
    }
    if is_network(grammar, mention.head) {
        return true;
    }
    let words = one_line(span(grammar, mention).of(grammar.text));
    let bare = words.strip_prefix("the ").or_else(|| words.strip_prefix("The ")).unwrap_or(&words);
    let tells = |at: usize| grammar.is_capitalized(at) && IN_NAMES.contains(&grammar.low(at).as_str());
    OUTLETS.contains(bare)
        || mention.name.clone().is_some_and(|name| name.len() > 1 && name.clone().any(tells))
}

#[cfg(test)]
mod tests {
    use crate::{Claimant, Document};

    fn check(text: &str, medium: Option<&str>) {
        let report = Claimant::new().extract(&Document::new(text));
        let found =
            report.claims.first().and_then(|claim| claim.medium.as_ref()).map(|spans| spans.text(text));
        assert_eq!(found.as_deref(), medium, "{text}");
    }

    #[test]
    fn outlets_that_were_told() {
        check("The minister told the BBC that the tax would stay.", Some("the BBC"));
        check("“It was a mistake,” Lee told this newspaper.", Some("this newspaper"));
        check("A spokesman confirmed to Sky News that the man had died.", Some("Sky News"));
        check("Lee told Reuters the plant will close.", Some("Reuters"));
        check("“We stopped them,” the ministry wrote on Telegram.", Some("Telegram"));
        check("“We are ready,” the general was quoted as saying by Interfax.", Some("Interfax"));
        check("Documents seen by AFP show that the bank knew of the losses.", Some("AFP"));
    }

    #[test]
    fn others_that_were_told() {
        check("The mayor told parliament that the bridge was safe.", None);
        check("My mother told us that the bridge was safe. I believed her.", None);
        check("Reuters reported that the company would cut 500 jobs.", None);
    }
}
