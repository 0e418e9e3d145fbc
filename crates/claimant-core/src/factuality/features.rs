//! What the regression sees of a predicate: names of features, from its own words, its clause and what embeds it.

use super::tree::Tree;
use super::{Factuality, clause};

/// The features of a predicate, each once, in a fixed order.
pub(crate) fn of(tree: &Tree<'_>, predicate: usize) -> Vec<String> {
    let mut found = Vec::with_capacity(96);
    let rule = Factuality::of(tree, predicate, |_| true);
    let rule = format!("{:+}", rule.value());
    found.push(format!("rule={rule}"));

    let lemma = tree.lemma(predicate).to_lowercase();
    let form = form(tree, predicate);
    let relation = tree.relation(predicate);
    let own = clause::own(tree, predicate);
    let own = format!("{:+}", own.value());
    found.push(format!("lemma={lemma}"));
    found.push(format!("form={form}"));
    found.push(format!("rel={relation}"));
    found.push(format!("rel+form={relation}|{form}"));
    found.push(format!("rule+rel={rule}|{relation}"));
    found.push(format!("rule+form={rule}|{form}"));
    found.push(format!("own={own}"));
    found.push(format!("own+rel={own}|{relation}"));
    found.push(format!("lemma+rel={lemma}|{}", tree.universal(predicate)));
    let ending: String = {
        let skip = lemma.chars().count().saturating_sub(4);
        lemma.chars().skip(skip).collect()
    };
    found.push(format!("ending={}|{ending}", tree.upos(predicate)));

    for &child in tree.children(predicate) {
        let word = tree.lemma(child).to_lowercase();
        match tree.universal(child) {
            kind @ ("aux" | "mark" | "advmod" | "cop" | "cc" | "det" | "case" | "amod" | "discourse"
            | "compound") => {
                found.push(format!("{kind}={word}"));
                if matches!(kind, "aux" | "mark" | "case") {
                    found.push(format!("{kind}+rel={word}|{relation}"));
                    found.push(format!("{kind}+form={word}|{form}"));
                }
            }
            kind @ ("nsubj" | "obj" | "expl" | "csubj") => {
                let noun = kind_of(tree, child);
                found.push(format!("{kind}:{noun}"));
                if kind == "nsubj" {
                    found.push(format!("nsubj+form={noun}|{form}"));
                }
                for &inner in tree.children(child) {
                    if tree.universal(inner) == "det" {
                        found.push(format!("{kind}.det={}", tree.lemma(inner).to_lowercase()));
                    }
                }
            }
            kind @ ("advcl" | "ccomp" | "xcomp" | "parataxis") => {
                found.push(format!("has={kind}"));
                if let Some(mark) = tree.child(child, &["mark"]) {
                    found.push(format!("has={kind}|{}", tree.low(mark)));
                }
                if kind != "advcl" {
                    found.push(format!("has={kind}|{}", tree.lemma(child).to_lowercase()));
                }
            }
            kind @ ("obl" | "nmod") => {
                found.push(format!("{kind}={word}"));
                if let Some(case) = tree.child(child, &["case"]) {
                    found.push(format!("has={kind}|{}", tree.low(case)));
                }
            }
            kind @ ("nummod" | "conj") => found.push(format!("has={kind}")),
            _ => {}
        }
    }
    if let Some(last) = tree.tokens.clone().next_back()
        && matches!(tree.low(last).as_str(), "?" | "!" | "." | "\"" | ":")
    {
        found.push(format!("end={}", tree.low(last)));
    }
    if predicate > tree.tokens.start {
        found.push(format!("before={}", tree.low(predicate - 1)));
        if predicate > tree.tokens.start + 1 {
            found.push(format!("before2={}", tree.low(predicate - 2)));
        }
    } else {
        found.push("before=^".to_owned());
    }
    if predicate + 1 < tree.tokens.end {
        found.push(format!("after={}", tree.low(predicate + 1)));
    }
    above(tree, predicate, &mut found);
    found.sort();
    found.dedup();
    found
}

/// What governs the predicate, up to four steps.
fn above(tree: &Tree<'_>, predicate: usize, found: &mut Vec<String>) {
    let mut path = String::new();
    let mut below = predicate;
    let lemma = tree.lemma(predicate).to_lowercase();
    for (step, at) in tree.upwards(predicate, 6).skip(1).enumerate() {
        let relation = tree.relation(below);
        path.push_str(relation);
        path.push('>');
        let word = tree.lemma(at).to_lowercase();
        let own = clause::own(tree, at);
        let own = format!("{:+}", own.value());
        let form = form(tree, at);
        if step == 0 {
            let to =
                if tree.child(below, &["mark"]).is_some_and(|mark| tree.is(mark, "to")) { "to" } else { "" };
            found.push(format!("gov={word}"));
            found.push(format!("gov+rel={word}|{relation}{to}"));
            found.push(format!("gov+rel+own={word}|{relation}{to}|{own}"));
            found.push(format!("gov+lemma={word}|{lemma}"));
            found.push(format!("govform={form}|{relation}{to}"));
            found.push(format!("govown={own}|{relation}{to}"));
            let subject = tree.child(at, &["nsubj"]).map_or("-", |child| kind_of(tree, child));
            found.push(format!("govsubj={subject}|{relation}{to}"));
            for &child in tree.children(at) {
                match tree.universal(child) {
                    "aux" => {
                        found.push(format!("gov.aux={}|{relation}{to}", tree.lemma(child).to_lowercase()));
                    }
                    "advmod" | "mark" | "det" | "case" => {
                        found.push(format!(
                            "gov.{}={}",
                            tree.universal(child),
                            tree.lemma(child).to_lowercase()
                        ));
                    }
                    _ => {}
                }
            }
        } else if step < 3 {
            found.push(format!("gov{}={word}|{path}", step + 1));
            found.push(format!("gov{}own={own}|{relation}", step + 1));
            found.push(format!("gov{}form={form}|{relation}", step + 1));
        }
        found.push(format!("anc={word}"));
        found.push(format!("ancown={own}"));
        for &child in tree.children(at) {
            if matches!(tree.universal(child), "aux" | "mark") {
                found.push(format!("anc.{}={}", tree.universal(child), tree.low(child)));
            }
        }
        below = at;
    }
    let short: String = path.split_inclusive('>').take(3).collect();
    found.push(format!("path={short}"));
    found.push(format!("depth={}", path.matches('>').count()));
}

/// The verb form with its auxiliaries, or the noun's tag.
fn form(tree: &Tree<'_>, token: usize) -> String {
    let mut form = tree.xpos(token).to_owned();
    for &child in tree.children(token) {
        match tree.universal(child) {
            "aux" => {
                let word = tree.lemma(child);
                form.push('+');
                form.push_str(if tree.xpos(child) == "MD" { word } else { tree.xpos(child) });
                if tree.xpos(child) != "MD" {
                    form.push_str(word);
                }
            }
            "cop" => {
                form.push_str("+cop");
                form.push_str(tree.xpos(child));
            }
            "mark" if tree.is(child, "to") => form.push_str("+to"),
            _ => {}
        }
    }
    form.to_lowercase()
}

/// A noun's kind: a pronoun by itself, else number or name.
fn kind_of<'a>(tree: &Tree<'a>, token: usize) -> &'a str {
    if tree.upos(token) == "PRON" { tree.lemma(token) } else { tree.xpos(token) }
}
