//! Which format an `Accept` header asks for.

use axum::http::{HeaderMap, StatusCode, header};
use claimant_render::{Format, format, formats};

use crate::problem::Problem;

/// The registered format that the header likes best; JSON where it does not say.
pub(crate) fn negotiate(headers: &HeaderMap) -> Result<&'static Format, Problem> {
    let json = format("json").expect("JSON is a format");
    let Some(accept) = headers.get(header::ACCEPT) else { return Ok(json) };
    let mut ranges: Vec<(&str, f32)> =
        accept.to_str().unwrap_or("").split(',').map(range).filter(|(_, quality)| *quality > 0.0).collect();
    ranges.sort_by(|a, b| b.1.total_cmp(&a.1)); // stable: the first of equals
    let takes = |range: &str, format: &Format| {
        let media = format.media_type.split(';').next().unwrap_or("").trim();
        range == "*/*"
            || range.eq_ignore_ascii_case(media)
            || range
                .strip_suffix('*')
                .is_some_and(|family| family.ends_with('/') && media.starts_with(family))
    };
    let all = || std::iter::once(json).chain(formats());
    ranges.iter().find_map(|(range, _)| all().find(|format| takes(range, format))).ok_or_else(|| {
        let known: Vec<&str> = formats().map(|format| format.media_type).collect();
        let detail = format!("no such format; Accept can be one of: {}", known.join(", "));
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
            negotiate(&headers).map(|format| format.name).map_err(|problem| problem.status.as_u16())
        };
        assert_eq!(name("*/*"), Ok("json"));
        assert_eq!(name("application/jsonl"), Ok("jsonl"));
        assert_eq!(name("text/html, text/plain;q=0.9, application/json;q=0.1"), Ok("text"));
        assert_eq!(name("application/*"), Ok("json"));
        assert_eq!(name("image/png"), Err(406));
        assert_eq!(name("application/json;q=0"), Err(406));
        assert_eq!(name("application/json;q=NaN"), Err(406));
        assert_eq!(negotiate(&HeaderMap::new()).unwrap().name, "json");
    }
}
