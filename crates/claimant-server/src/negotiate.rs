//! Which format a request asks for.

use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::http::{HeaderMap, StatusCode, header};
use claimant_render::{ComparisonFormat, Format, comparison_formats, formats};
use serde::Deserialize;

use crate::problem::Problem;
use crate::request::invalid;

/// What stands after `?`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Asked {
    format: Option<String>,
}

/// What the choice of a format goes by.
pub(crate) trait Known: Copy + 'static {
    fn name(self) -> &'static str;
    fn media_type(self) -> &'static str;
}

impl Known for &'static Format {
    fn name(self) -> &'static str {
        self.name
    }

    fn media_type(self) -> &'static str {
        self.media_type
    }
}

impl Known for &'static ComparisonFormat {
    fn name(self) -> &'static str {
        self.name
    }

    fn media_type(self) -> &'static str {
        self.media_type
    }
}

/// The format of a report that a request asks for.
pub(crate) fn format_asked(
    asked: Result<Query<Asked>, QueryRejection>,
    headers: &HeaderMap,
) -> Result<&'static Format, Problem> {
    choose(asked, headers, formats())
}

/// The format of a comparison that a request asks for.
pub(crate) fn comparison_format_asked(
    asked: Result<Query<Asked>, QueryRejection>,
    headers: &HeaderMap,
) -> Result<&'static ComparisonFormat, Problem> {
    choose(asked, headers, comparison_formats())
}

/// The one that `?format=` names, or else the one that `Accept` likes best.
fn choose<F: Known>(
    asked: Result<Query<Asked>, QueryRejection>,
    headers: &HeaderMap,
    known: impl Iterator<Item = F> + Clone,
) -> Result<F, Problem> {
    let Query(asked) = asked.map_err(|rejection| invalid(format!("the query: {}", rejection.body_text())))?;
    let Some(name) = asked.format else { return negotiate(headers, &known) };
    known.clone().find(|format| format.name() == name).ok_or_else(|| {
        let names: Vec<&str> = known.map(Known::name).collect();
        // The name itself stays out: it may hold anything.
        invalid(format!("there is no format of that name; there are: {}", names.join(", ")))
    })
}

/// The registered format that the header likes best; JSON where it does not say. Of several with one media type,
/// the first.
fn negotiate<F: Known>(headers: &HeaderMap, known: &(impl Iterator<Item = F> + Clone)) -> Result<F, Problem> {
    let json = || known.clone().filter(|format| format.name() == "json");
    let Some(accept) = headers.get(header::ACCEPT) else {
        return Ok(json().next().expect("JSON is a format"));
    };
    let mut ranges: Vec<Range<'_>> =
        accept.to_str().unwrap_or("").split(',').map(range).filter(|range| range.quality > 0.0).collect();
    ranges.sort_by(|a, b| b.quality.total_cmp(&a.quality)); // stable: the first of equals
    let says = |range: &Range<'_>, format: F| {
        let mut parts = format.media_type().split(';').map(str::trim);
        parts.next().is_some_and(|media| media.eq_ignore_ascii_case(range.media))
            && parts.eq(range.parameters.iter().copied())
    };
    let takes = |range: &str, format: F| {
        let media = format.media_type().split(';').next().unwrap_or("").trim();
        range == "*/*"
            || range.eq_ignore_ascii_case(media)
            || range
                .strip_suffix('*')
                .is_some_and(|family| family.ends_with('/') && media.starts_with(family))
    };
    let all = || json().chain(known.clone());
    let best = |range: &Range<'_>| {
        // A profile tells formats of one media type apart.
        let exact = all().find(|format| !range.parameters.is_empty() && says(range, *format));
        exact.or_else(|| all().find(|format| takes(range.media, *format)))
    };
    ranges.iter().find_map(best).ok_or_else(|| {
        let mut types: Vec<&str> = known.clone().map(Known::media_type).collect();
        let mut seen = std::collections::BTreeSet::new();
        types.retain(|media_type| seen.insert(*media_type));
        let detail = format!("no such format; Accept can be one of: {}", types.join(", "));
        Problem::new(StatusCode::NOT_ACCEPTABLE, "not-acceptable", detail)
    })
}

/// What a header takes, and how gladly, 0 to 1.
struct Range<'h> {
    media: &'h str,
    parameters: Vec<&'h str>,
    quality: f32,
}

fn range(text: &str) -> Range<'_> {
    let mut parts = text.split(';').map(str::trim);
    let media = parts.next().unwrap_or("");
    let (quality, parameters): (Vec<&str>, Vec<&str>) = parts.partition(|part| part.starts_with("q="));
    let quality = quality.first().map_or(Some(1.0), |q| q["q=".len()..].parse().ok());
    Range { media, parameters, quality: quality.filter(|q: &f32| q.is_finite()).unwrap_or(0.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_best_that_there_is() {
        let name = |accept: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT, accept.parse().unwrap());
            negotiate(&headers, &formats())
                .map(|format| format.name)
                .map_err(|problem| problem.status.as_u16())
        };
        assert_eq!(name("*/*"), Ok("json"));
        assert_eq!(name("application/jsonl"), Ok("jsonl"));
        assert_eq!(name("text/html, text/plain;q=0.9, application/json;q=0.1"), Ok("html"));
        assert_eq!(name("text/plain"), Ok("text"));
        assert_eq!(name("application/ld+json"), Ok("schema-org"));
        let profile = "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"; q=0.9";
        assert_eq!(name(profile), Ok("web-annotation"));
        assert_eq!(name("application/*"), Ok("json"));
        assert_eq!(name("text/csv"), Ok("csv"));
        assert_eq!(name("image/png"), Err(406));
        assert_eq!(name("application/json;q=0"), Err(406));
        assert_eq!(name("application/json;q=NaN"), Err(406));
        assert_eq!(negotiate(&HeaderMap::new(), &formats()).unwrap().name, "json");
    }
}
