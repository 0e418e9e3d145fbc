//! Layers for people, one line per item: what examples, literate tests and debugging show.

use crate::draft::Draft;
use crate::extractor::Layer;
use crate::{Claim, Figure, Proposition, Source, Spans, Time, Voice};

/// The items of `layer`, one line each, in text order.
pub(crate) fn lines(layer: Layer, draft: &Draft<'_>) -> Vec<String> {
    let text = draft.text;
    match layer {
        Layer::Regions => draft
            .regions
            .iter()
            .map(|region| {
                let mut line = format!("{}: {}", region.kind, region.spans.text(text).replace('\n', " / "));
                if let Some(post) = &region.post {
                    line += &format!(" [by {}", post.author.text(text));
                    if let Some((_, date)) = &post.date {
                        line += &format!(" on {date}");
                    }
                    line.push(']');
                }
                line
            })
            .collect(),
        Layer::Sentences => {
            draft.sentences.iter().map(|sentence| sentence.span.of(text).to_owned()).collect()
        }
        Layer::Quotations => draft
            .quotes
            .iter()
            .map(|quote| {
                let open = if quote.closed { "" } else { " [not closed]" };
                format!("{}{}{open}", "  ".repeat(quote.depth as usize), quote.spans.text(text))
            })
            .collect(),
        Layer::Published => {
            draft.published.iter().map(|known| format!("{} ({})", known.date, known.basis)).collect()
        }
        Layer::Times => draft.times.iter().map(|time| time_line(time, text)).collect(),
        Layer::Figures => draft.figures.iter().map(|figure| figure_line(figure, text)).collect(),
        Layer::Claims => draft.claims.iter().map(|claim| claim_line(claim, text)).collect(),
        Layer::Chains => draft
            .claims
            .iter()
            .map(|claim| match claim.within {
                Some(outer) => {
                    let outer = &draft.claims[outer.0 as usize];
                    format!("{} [within: {}]", claim.content.text(text), outer.content.text(text))
                }
                None => claim.content.text(text),
            })
            .collect(),
        Layer::Stance => draft
            .claims
            .iter()
            .map(|claim| {
                let by: Vec<String> = claim.stance_by.iter().map(|spans| spans.text(text)).collect();
                let by = if by.is_empty() { String::new() } else { format!(": {}", by.join(" | ")) };
                format!("{} [{} {}{by}]", claim.content.text(text), claim.polarity, claim.certainty)
            })
            .collect(),
        Layer::Parts => draft
            .claims
            .iter()
            .map(|claim| {
                let mut line = claim.content.text(text);
                if let Some(time) = &claim.said_at {
                    line += &format!(" [said: {}]", time_line(time, text));
                }
                for time in &claim.times {
                    line += &format!(" [time: {}]", time_line(time, text));
                }
                for figure in &claim.figures {
                    line += &format!(" [figure: {}]", figure_line(figure, text));
                }
                line
            })
            .collect(),
        Layer::Propositions => draft
            .claims
            .iter()
            .flat_map(|claim| {
                let line = |one: &Proposition| format!("  {}", proposition_line(one, text));
                std::iter::once(claim.content.text(text)).chain(claim.propositions.iter().map(line))
            })
            .collect(),
        Layer::Entities => draft
            .entities
            .iter()
            .map(|entity| {
                let mentions: Vec<String> =
                    entity.mentions.iter().map(|mention| mention.text(text)).collect();
                let mut about: Vec<String> = entity.kind.iter().map(ToString::to_string).collect();
                about.extend(entity.country.clone());
                about.extend(entity.role.iter().map(|role| format!("role “{role}”")));
                let affiliation = entity.affiliation.map(|id| &draft.entities[id.0 as usize].name);
                about.extend(affiliation.map(|name| format!("of “{name}”")));
                format!("{} ({}): {}", entity.name, about.join(", "), mentions.join(" | "))
            })
            .collect(),
        Layer::Places => draft
            .claims
            .iter()
            .map(|claim| {
                let mut line = claim.content.text(text);
                for place in &claim.places {
                    let words = |spans: &Option<Spans>| spans.as_ref().map(|spans| spans.text(text));
                    let relation = words(&place.relation).map(|word| word + " ").unwrap_or_default();
                    line += &format!(" [place: {relation}{}", place.spans.text(text));
                    if let Some(id) = place.entity {
                        let country = place.country.as_deref().unwrap_or("?");
                        line += &format!(" = {} ({country})", draft.entities[id.0 as usize].name);
                    }
                    line.extend(words(&place.called).map(|noun| format!(", {noun}")));
                    line.extend(words(&place.part_of).map(|whole| format!(", of {whole}")));
                    line.push(']');
                }
                line
            })
            .collect(),
        Layer::Relations => {
            draft.relations.iter().map(|one| format!("{} on {}: {}", one.kind, one.on, one.why)).collect()
        }
        Layer::Provenance => {
            draft.claims.iter().flat_map(|claim| claim_sources(claim, draft)).collect::<Vec<String>>()
        }
    }
}

/// `source [unnamed official, 2, anonymous, of “Bank”] [to: the BBC]`, one line for each source.
fn claim_sources(claim: &Claim, draft: &Draft<'_>) -> Vec<String> {
    let medium = claim.medium.as_ref().map(|spans| format!(" [medium: {}]", spans.text(draft.text)));
    let line = |source: &Source| {
        let mut line = source.spans.text(draft.text);
        if let Some(unnamed) = &source.unnamed {
            let mut about: Vec<String> = unnamed.kind.iter().map(ToString::to_string).collect();
            about.push(if unnamed.plural { "plural" } else { "singular" }.to_owned());
            about.extend(unnamed.count.map(|count| count.to_string()));
            about.extend(unnamed.former.then(|| "former".to_owned()));
            about.extend(unnamed.anonymous.then(|| "anonymous".to_owned()));
            about.extend(unnamed.country.clone());
            let affiliation = unnamed.affiliation.map(|id| &draft.entities[id.0 as usize].name);
            about.extend(affiliation.map(|name| format!("of “{name}”")));
            line += &format!(" [unnamed: {}]", about.join(", "));
        }
        line + medium.as_deref().unwrap_or_default()
    };
    claim.sources.iter().map(line).collect()
}

/// `subject | predicate = lemma | object | modifiers | polarity certainty`, what is not there left out but for the subject.
fn proposition_line(one: &Proposition, text: &str) -> String {
    let subject = one.subject.as_ref().map_or("-".to_owned(), |spans| spans.text(text));
    let mut line = format!("{subject} | {} = {}", one.predicate.text(text), one.lemma);
    for spans in one.object.iter().chain(&one.modifiers) {
        line += &format!(" | {}", spans.text(text));
    }
    line + &format!(" | {} {}", one.polarity, one.certainty)
}

fn time_line(time: &Time, text: &str) -> String {
    let value = time.value.as_ref().map_or("?", |value| value.as_str());
    let interval = time.interval.as_ref().map(|whole| format!(" [{whole}]")).unwrap_or_default();
    format!("{} = {} {value}{interval}", time.spans.text(text), time.kind)
}

/// `nearly 3,000 = ..3000 under of "soldiers" event "killed"`.
fn figure_line(figure: &Figure, text: &str) -> String {
    let bound = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    let range = if figure.low == figure.high {
        bound(figure.low)
    } else {
        format!("{}..{}", bound(figure.low), bound(figure.high))
    };
    let mut line = format!("{} = {range} {}", figure.spans.text(text), figure.approx);
    if let Some(unit) = &figure.unit {
        line += &format!(" {unit}");
    }
    let mut part = |name: &str, spans: &Option<Spans>| {
        if let Some(spans) = spans {
            line += &format!(" {name} “{}”", spans.text(text));
        }
    };
    part("of", &figure.of);
    part("event", &figure.event);
    part("about", &figure.about);
    part("part of", &figure.part_of);
    line
}

/// `source | cue | content | quotation act polarity certainty`.
fn claim_line(claim: &Claim, text: &str) -> String {
    let sources: Vec<String> = claim.sources.iter().map(|source| source.spans.text(text)).collect();
    let source = match claim.voice {
        Voice::Narrator => "(narrator)".to_owned(),
        Voice::Attributed if claim.source_unnamed => "(unnamed)".to_owned(),
        Voice::Attributed => sources.join(" + "),
    };
    let cue = claim.cue.as_ref().map_or("(none)".to_owned(), |cue| cue.spans.text(text));
    format!(
        "{source} | {cue} | {} | {} {} {} {}",
        claim.content.text(text),
        claim.quotation,
        claim.act,
        claim.polarity,
        claim.certainty
    )
}
