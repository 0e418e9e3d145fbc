//! Time expressions, resolved against the publication date.

mod expression;
mod grammar;
mod holiday;
pub(crate) mod measure;
mod resolve;
mod tense;
mod words;

use crate::draft::Draft;
use crate::extractor::{Example, Extractor, Info, Layer, Switch};
use crate::{NoteKind, RegionKind, Span, Time};

use expression::{Expression, Unit};

/// Finds time expressions.
pub(crate) struct Times;

static INFO: Info = Info {
    name: "times",
    summary: "time expressions with their TIMEX3 values",
    finds: "days (“today”, “Monday”, “next Tuesday”, “December 27, 2024”, “Dec. 27”), parts of days, times of day, weeks, \
            months (“in August”, “last month”), quarters, seasons, years, decades, “two days ago”, “the same day”, \
            “recent weeks”, durations and sets; a month or weekday alone is the past one, unless its sentence speaks of the future",
    leaves_alone: "months and weekdays in lower case or as names (“Theresa May”), ages, ordinals, dates in digits and slashes; \
                   relative times keep no value where the publication date is not known",
    known_misses: "holidays; fiscal years; time zones; “then” and “at the time”",
    origin: "TIMEX3 of ISO-TimeML; the bias of news towards the past as in HeidelTime’s description (Strötgen and Gertz 2013)",
    examples: &[
        Example {
            text: "On Monday and again on the same day in August 2023, he said today that he will leave next week.",
            published: Some("2024-12-27"),
            found: &[
                "Monday = DATE 2024-12-23",
                "the same day = DATE 2024-12-23",
                "August 2023 = DATE 2023-08",
                "today = DATE 2024-12-27",
                "next week = DATE 2025-W01",
            ],
        },
        Example {
            text: "Two days ago, at 6 p.m., the vote that may decide it lasted three hours. In August it rained every day.",
            published: Some("2024-12-27"),
            found: &[
                "Two days ago = DATE 2024-12-25",
                "6 p.m. = TIME 2024-12-25T18:00",
                "three hours = DURATION PT3H",
                "August = DATE 2024-08",
                "every day = SET P1D",
            ],
        },
    ],
    reads: &[Layer::Sentences, Layer::Published],
    writes: &[Layer::Times],
    switch: Switch::On,
};

impl Extractor for Times {
    fn info(&self) -> &'static Info {
        &INFO
    }

    fn run(&self, draft: &mut Draft<'_>) {
        let published = draft.published.as_ref().map(|published| published.date.civil());
        let mut times: Vec<Time> = Vec::new();
        let mut unresolved: Option<Span> = None;
        // What "the same day", "the quarter" and "a week later" mean: the last that the text spoke of.
        let (mut last, mut last_day, mut last_quarter) = (None, None, None);
        let mut items = Vec::new();
        for sentence in &draft.sentences {
            if draft
                .region_at(sentence.span.start())
                .is_some_and(|region| region.kind == RegionKind::Boilerplate)
            {
                continue;
            }
            words::read(draft.text, &draft.tokens[sentence.tokens.clone()], &mut items);
            let reader = grammar::Reader { text: draft.text, items: &items, analysis: &draft.analysis };
            let mut at = 0;
            // Where a date ended: "April 24 and 25".
            let mut dated = None;
            while at < items.len() {
                let next = dated.and_then(|(end, date)| reader.second_day(at, end, date));
                let Some((expression, end)) = next.or_else(|| reader.expression(at)) else {
                    at += 1;
                    continue;
                };
                let span = reader.span(at, end);
                let direction = || tense::direction(&draft.analysis, span);
                let context =
                    resolve::Context { published, last, last_day, last_quarter, direction: &direction };
                let resolved = resolve::resolve(&expression, &context);
                if resolved.value.is_none() && unresolved.is_none() {
                    unresolved = Some(span);
                }
                // What is only compared with ("a year earlier") is not what the text goes on to speak of.
                if let Some(point) = resolved.point.filter(|_| !expression.compares()) {
                    last = Some(point);
                    match point.grain {
                        Unit::Day => last_day = Some(point.date),
                        Unit::Quarter => last_quarter = Some(point.date),
                        _ => {}
                    }
                }
                dated = match (&expression, resolved.point) {
                    (
                        Expression::Absolute { day: Some(_), .. } | Expression::MonthDay { day: Some(_), .. },
                        Some(point),
                    ) => Some((end, point.date)),
                    _ => None,
                };
                times.push(Time {
                    spans: span.into(),
                    kind: resolved.kind,
                    value: resolved.value,
                    because: resolved.because,
                });
                at = end;
            }
        }
        draft.times = times;
        if let Some(first) = unresolved.filter(|_| published.is_none()) {
            let message = "times such as this one have no value: the publication date is not known; give it to resolve them";
            draft.note(NoteKind::Published, message, Some(first.into()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Document;
    use crate::extractor::REGISTRY;
    use crate::lexicon::Lexicon;

    fn found(text: &str, published: Option<&str>) -> Vec<String> {
        let mut document = Document::new(text);
        if let Some(date) = published {
            document = document.with_published(date.parse().unwrap());
        }
        let lexicon = Lexicon::built_in();
        let mut draft = Draft::new(&document, &lexicon);
        for extractor in &REGISTRY[..5] {
            extractor.run(&mut draft);
        }
        Layer::Times.lines(&draft)
    }

    /// 2024-12-27 is a Friday.
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(found(text, Some("2024-12-27")), expected, "{text}");
    }

    #[test]
    fn days() {
        check("It rained on Friday.", &["Friday = DATE 2024-12-27"]);
        check("It will end on Monday.", &["Monday = DATE 2024-12-30"]);
        check("It is due to end on Monday morning.", &["Monday morning = TIME 2024-12-30TMO"]);
        check(
            "last Monday and next Friday and this morning",
            &[
                "last Monday = DATE 2024-12-23",
                "next Friday = DATE 2025-01-03",
                "this morning = TIME 2024-12-27TMO",
            ],
        );
        check("yesterday 🦀 tomorrow", &["yesterday = DATE 2024-12-26", "tomorrow = DATE 2024-12-28"]);
        check("on Dec. 27 and 3 January", &["Dec. 27 = DATE 2024-12-27", "3 January = DATE 2025-01-03"]);
        check(
            "It began on 31 May 2019. Two days later it was over.",
            &["31 May 2019 = DATE 2019-05-31", "Two days later = DATE 2019-06-02"],
        );
        check("the day before", &["the day before = DATE ?"]);
    }

    #[test]
    fn months_years_and_more() {
        check(
            "in December, in January, last August, early May 2020",
            &[
                "December = DATE 2024-12",
                "January = DATE 2025-01",
                "last August = DATE 2024-08",
                "early May 2020 = DATE 2020-05",
            ],
        );
        check(
            "It opened in March and will close in March.",
            &["March = DATE 2024-03", "March = DATE 2025-03"],
        );
        check(
            "since 2022, last year, in the 1990s, this month",
            &[
                "2022 = DATE 2022",
                "last year = DATE 2023",
                "the 1990s = DATE 199",
                "this month = DATE 2024-12",
            ],
        );
        check(
            "the third quarter of 2024, last winter, last week, the weekend",
            &[
                "the third quarter of 2024 = DATE 2024-Q3",
                "last winter = DATE 2023-WI",
                "last week = DATE 2024-W51",
                "the weekend = DATE 2024-W51-WE",
            ],
        );
        check(
            "three months ago, in recent weeks, in the past year",
            &[
                "three months ago = DATE 2024-09",
                "recent weeks = DATE PAST_REF",
                "the past year = DURATION P1Y",
            ],
        );
    }

    #[test]
    fn no_times() {
        check("Theresa May may march; May said Sun readers. The sat, wed, second.", &[]);
        check("A 31-year-old man, two years old, aged five years; 24/7; 2,000 people; 1999 people", &[]);
        check("World War II in room 2012", &[]);
    }

    #[test]
    fn extremes_and_no_date() {
        check(
            "999999999 weeks ago, 9999 years ago",
            &["999999999 weeks ago = DATE ?", "9999 years ago = DATE ?"],
        );
        assert_eq!(
            found("It rained on Monday and on 3 May 2020.", None),
            ["Monday = DATE ?", "3 May 2020 = DATE 2020-05-03"]
        );
        assert!(found("", None).is_empty());
    }
}
