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
    let mut ranges: Vec<(&str, f32)> =
        accept.to_str().unwrap_or("").split(',').map(range).filter(|(_, quality)| *quality > 0.0).collect();
    ranges.sort_by(|a, b| b.1.total_cmp(&a.1)); // stable: the first of equals
    let takes = |range: &str, format: F| {
        let media = format.media_type().split(';').next().unwrap_or("").trim();
        range == "*/*"
            || range.eq_ignore_ascii_case(media)
            || range
                .strip_suffix('*')
                .is_some_and(|family| family.ends_with('/') && media.starts_with(family))
    };
    let all = || json().chain(known.clone());
    ranges.iter().find_map(|(range, _)| all().find(|format| takes(range, *format))).ok_or_else(|| {
        let mut types: Vec<&str> = known.clone().map(Known::media_type).collect();
        let mut seen = std::collections::BTreeSet::new();
        types.retain(|media_type| seen.insert(*media_type));
        let detail = format!("no such format; Accept can be one of: {}", types.join(", "));
        Problem::new(StatusCode::NOT_ACCEPTABLE, "not-acceptable", detail)
    })
}

/// A media range with its quality, 0 to 1.
fn range(text: &str) -> (&str, f32) {
    let mut parts = text.split(';').map(str::trim);
    let media = parts.next().unwrap_or("");
    let quality = parts.find_map(|part| part.strip_prefix("q=")).map_or(Some(1.0), |q| q.parse().ok());
    (media, quality.filter(|q: &f32| q.is_finite()).unwrap_or(0.0))
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
        assert_eq!(name("text/html, text/plain;q=0.9, application/json;q=0.1"), Ok("text"));
        assert_eq!(name("application/*"), Ok("json"));
        assert_eq!(name("text/csv"), Ok("csv"));
        assert_eq!(name("image/png"), Err(406));
        assert_eq!(name("application/json;q=0"), Err(406));
        assert_eq!(name("application/json;q=NaN"), Err(406));
        assert_eq!(negotiate(&HeaderMap::new(), &formats()).unwrap().name, "json");
    }
}
