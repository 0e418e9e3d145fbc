//! A report made by hand, with one of everything.

use claimant_core::wire::Report;
use serde_json::json;

use super::render;
use crate::Look;

fn report() -> Report {
    let at = json!([[0, 1]]);
    serde_json::from_value(json!({
        "schema": "claimant/1",
        "document": {
            "path": "articles/kursk.txt",
            "published": {"value": "2024-12-27", "basis": "embedded-post"},
            "regions": [],
        },
        "entities": [
            {"id": "e1", "name": "Volodymyr Zelensky", "mentions": []},
            {"id": "e2", "name": "Government of South Korea", "mentions": []},
            {"id": "e3", "name": "Kursk", "mentions": []},
        ],
        "claims": [
            {
                "id": "c1", "voice": "attributed",
                "sources": [{"text": "Ukrainian President Volodymyr Zelensky", "spans": at, "entity": "e1"}],
                "cue": {"text": "asserted", "spans": at, "lemma": "assert"},
                "content": {
                    "text": "nearly 3,000 North Korean soldiers have been “killed or injured” since they \
                             started\nparticipating in battles alongside Russian armed forces",
                    "spans": at,
                },
                "quotation": "mixed", "act": "assert", "polarity": "positive", "certainty": "certain",
                "said_at": {"text": "On Monday", "spans": at, "type": "DATE", "value": "2024-12-23"},
                "figures": [{
                    "text": "nearly 3,000", "spans": at, "low": null, "high": 3000, "approx": "under",
                    "of": "North Korean soldiers", "event": "killed or injured", "unit": null,
                }],
                "because": [],
            },
            {
                "id": "c2", "voice": "attributed",
                "sources": [{"text": "Seoul", "spans": at, "entity": "e2"}],
                "cue": {"text": "has never confirmed", "spans": at, "lemma": "confirm"},
                "content": {"text": "that \u{1b}[31mthis", "spans": at},
                "quotation": "direct", "act": "not-confirm", "polarity": "negative", "certainty": "uncommitted",
                "times": [
                    {"text": "in August", "spans": at, "type": "DATE", "value": "2024-08"},
                    {"text": "the day before", "spans": at, "type": "DATE"},
                ],
                "places": [{"text": "the Russian region of Kursk", "spans": at, "entity": "e3"}],
                "medium": {"text": "a release", "spans": at},
                "within": "c1", "truncated": true, "confidence": 0.25,
                "because": [],
            },
            {
                "id": "c3", "voice": "attributed", "sources": [{"text": "two officials", "spans": at, "unnamed": {"kind": "official", "plural": true, "anonymous": true}}], "post": true,
                "cue": {"text": "reportedly", "spans": at, "lemma": "report"},
                "content": {"text": "The soldier was captured", "spans": at},
                "quotation": "indirect", "act": "report", "polarity": "positive", "certainty": "possible",
                "because": [],
            },
            {
                "id": "c4", "voice": "narrator", "sources": [],
                "content": {"text": "This is the first known case", "spans": at},
                "quotation": "none", "act": "assert", "polarity": "positive", "certainty": "certain",
                "check_worthiness": 0.734, "because": [],
            },
        ],
        "relations": [{
            "kind": "conflict", "claims": ["c1", "c2"], "on": "figure",
            "why": "at most 3,000 and 1,100 for the same soldiers killed or injured on the same day",
        }],
        "offsets": "code-points",
        "notes": [{"kind": "published", "message": "the date is that of the latest embedded post: the text can be younger"}],
    }))
    .unwrap()
}

const EXPECTED: &str = "\
articles/kursk.txt
published 2024-12-27 by its latest embedded post · 4 claims · 3 entities · 1
relation · 1 note

c1   Ukrainian President Volodymyr Zelensky
     asserted · On Monday (2024-12-23) · partly quoted
       nearly 3,000 North Korean soldiers have been “killed or injured” since
       they started participating in battles alongside Russian armed forces
     figure  nearly 3,000 North Korean soldiers, killed or injured: at most
             3,000

c2   Seoul (Government of South Korea)
     has never confirmed [not-confirm] · quoted · negated · uncommitted · breaks
     off · doubtful (25%)
       that ␛[31mthis
     time    in August (2024-08) · the day before (not resolved)
     place   the Russian region of Kursk
     medium  a release
     within  c1

c3   two officials [unnamed: official, name withheld]
     reportedly · possible · a post
       The soldier was captured

c4   the text itself
     worth checking: 0.73
       This is the first known case

Relations
  c1 and c2 conflict (figure): at most 3,000 and 1,100 for the same soldiers
    killed or injured on the same day

Notes
  published: the date is that of the latest embedded post: the text can be
    younger
";

#[test]
fn one_of_everything() {
    let text = render(&report(), &Look::plain());
    assert_eq!(text, EXPECTED, "\n{text}");
}

#[test]
fn colour_only_adds() {
    let colored = render(&report(), &Look { color: true, ..Look::plain() });
    assert!(colored.contains("\u{1b}[1mUkrainian President"));
    assert_eq!(anstream::adapter::strip_str(&colored).to_string(), EXPECTED);
}

#[test]
fn lines_keep_within_the_width() {
    for width in [1, 40, 72, 1000] {
        let text = render(&report(), &Look { width, ..Look::plain() });
        let widest = text.lines().map(unicode_width::UnicodeWidthStr::width).max().unwrap();
        assert!(widest <= width.clamp(40, 100), "{width}: {widest}\n{text}");
    }
}
