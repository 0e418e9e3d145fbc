//! The English date-time cases of Recognizers-Text, as a share that passes.
//!
//! In scope: the cases of the whole pipeline (`DateTimeModel.json`) whose results are days, times of day, both together,
//! stretches of the calendar with a name (a week, month, season, year), durations and sets. Out of scope: intervals with two
//! ends, which TIMEX3 has no value for, and alternative times. A case with several results counts under the
//! type of its first one. A case passes when exactly the expected words are found and each has a value that the case allows:
//! its `timex`, with a digit for every `X`, or one of its resolved dates; minutes that are zero may be left out.

use std::collections::BTreeMap;
use std::path::Path;

use claimant_core::{Document, Span, Time, times_for_measuring};
use serde_json::Value;

pub(crate) fn score(folder: &str, errors: bool) -> Result<(), Box<dyn std::error::Error>> {
    let json = std::fs::read_to_string(Path::new(folder).join("DateTimeModel.json"))?;
    let cases: Value = serde_json::from_str(json.trim_start_matches('\u{feff}'))?;
    // Passed and all, by type.
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut outside = 0;
    for case in cases.as_array().into_iter().flatten() {
        let results = case["Results"].as_array().map_or(&[][..], Vec::as_slice);
        let Some(kind) = scope(results) else {
            outside += 1;
            continue;
        };
        let text = case["Input"].as_str().unwrap_or_default();
        let mut document = Document::new(text);
        if let Some(date) = case["Context"]["ReferenceDateTime"].as_str().and_then(crate::gold::date) {
            document = document.with_published(date);
        }
        let found = times_for_measuring(&document, 1, || ());
        let passed = found.len() == results.len()
            && results.iter().zip(&found).all(|(result, time)| matches(text, result, time));
        let count = counts.entry(kind).or_default();
        count.0 += usize::from(passed);
        count.1 += 1;
        if errors && !passed {
            let got: Vec<String> = found
                .iter()
                .map(|time| {
                    format!(
                        "{} = {}",
                        time.spans.text(text),
                        time.value.as_ref().map_or("?", |value| value.as_str())
                    )
                })
                .collect();
            let owed: Vec<String> = results
                .iter()
                .map(|result| format!("{} = {}", result["Text"], result["Resolution"]["values"][0]["timex"]))
                .collect();
            println!("{text:?}\t{owed:?}\t{got:?}");
        }
    }
    let (mut right, mut all) = (0, 0);
    for (kind, (passed, count)) in &counts {
        println!("  {kind:10} {passed:3} of {count:3}  {:5.1} %", 100.0 * *passed as f64 / *count as f64);
        right += passed;
        all += count;
    }
    println!(
        "  {:10} {right:3} of {all:3}  {:5.1} %; {outside} cases out of scope",
        "all",
        100.0 * f64::from(right as u32) / f64::from(all as u32)
    );
    Ok(())
}

/// The type that a case counts under; none where it is out of scope.
fn scope(results: &[Value]) -> Option<String> {
    let mut kind = None;
    for result in results {
        let own = result["TypeName"].as_str()?.strip_prefix("datetimeV2.")?;
        let named = match own {
            "date" | "time" | "datetime" | "duration" | "set" => true,
            "daterange" | "datetimerange" | "timerange" => own == "daterange",
            _ => false,
        };
        let values = result["Resolution"]["values"].as_array()?;
        let intervals =
            values.iter().any(|value| value["timex"].as_str().is_none_or(|timex| timex.starts_with('(')));
        if !named || intervals {
            return None;
        }
        kind.get_or_insert(own.to_owned());
    }
    Some(kind.unwrap_or_else(|| "nothing".to_owned()))
}

fn matches(text: &str, result: &Value, time: &Time) -> bool {
    let number = |key: &str| result[key].as_u64().map(|number| number as usize);
    let (Some(start), Some(end)) = (number("Start"), number("End")) else { return false };
    let byte = |at: usize| text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
    if time.spans.hull() != Span::new(byte(start), byte(end + 1)) {
        return false;
    }
    let Some(value) = time.value.as_ref().map(claimant_core::TimexValue::as_str) else { return false };
    let short = value.strip_suffix(":00").filter(|rest| rest.contains('T')).unwrap_or(value);
    let values = result["Resolution"]["values"].as_array().map_or(&[][..], Vec::as_slice);
    values.iter().any(|allowed| {
        let timex = allowed["timex"].as_str().unwrap_or_default();
        let own = if timex.starts_with('T') { short.find('T').map_or("", |at| &short[at..]) } else { short };
        fits(timex, own) || fits(timex, value) || allowed["value"].as_str() == Some(value)
    })
}

/// Whether the value is the pattern with a digit for every `X`.
fn fits(pattern: &str, value: &str) -> bool {
    pattern.len() == value.len()
        && pattern.bytes().zip(value.bytes()).all(|(a, b)| a == b || a == b'X' && b.is_ascii_digit())
}
