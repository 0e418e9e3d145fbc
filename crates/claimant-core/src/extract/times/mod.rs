//! Time expressions, resolved against the publication date.

mod expression;
mod grammar;
mod holiday;
mod interval;
pub(crate) mod measure;
mod resolve;
mod tense;
mod words;

use crate::draft::Draft;
use crate::extractor::{Example, Extractor, Info, Layer, Switch};
use crate::{NoteKind, RegionKind, Span, Time, TimexValue};

use expression::{Expression, Unit};
use resolve::{Point, Resolved};

/// Finds time expressions.
pub(crate) struct Times;

static INFO: Info = Info {
    name: "times",
    summary: "time expressions with their TIMEX3 values",
    finds: "days (“today”, “Monday”, “next Tuesday”, “December 27, 2024”, “April 24 and 25”), parts of days, times of day with \
            their zone, weeks, months (“in August”, “March of last year”), quarters (“the third quarter”, “Q4 2008”, “the year-ago quarter”), \
            halves, seasons, years (also “fiscal 1990” and in words), decades, centuries, holidays with a rule for their day, “two days ago”, \
            “the same day”, “the following month”, vague times (“now”, “recently”, “in recent weeks”, “the future”), durations \
            (“three-year”, “the past few weeks”, “months”) and what recurs (“every day”, “$2 million a year”); both ends of intervals (“from May to June 2023”, “2014–18”), \
            each with the whole in `interval`; “early”, “the end of” and \
            “nearly” belong to the words and leave the value as it is. A day, month or quarter alone lies where the verb that governs it \
            says: before publication for the past, after it for the future; where no verb tells, it is the near one, the past being preferred",
    leaves_alone: "months and weekdays in lower case or in names (“Theresa May”, “the Sunday Times”), ages, ordinals that count no quarter or \
                   century, years that count (“1999 people”), “once”, “then”, “already”, “current” before anything but a unit, boilerplate; \
                   relative times keep no value where what they are relative to is not known",
    known_misses: "dates in digits whose order does not show itself (“3/4/21”); \
                   zones of cities (“Kyiv time”), and whose summer time differs from America’s; “two days before the attack”; holidays that follow no rule of the calendar here",
    origin: "TIMEX3 of ISO-TimeML; the bias of news towards the past as in HeidelTime’s description (Strötgen and Gertz 2013); written with \
             the even documents of TempEval-3’s training part and of MEANTIME in sight",
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
        Example {
            text: "In recent weeks sales rose, after a three-year fall, to twice those of the third quarter. The court, which ruled \
                   on Tuesday, meets on Tuesday at 9:30 a.m. GMT and now expects to end by early next month.",
            published: Some("2024-12-27"),
            found: &[
                "recent weeks = DATE PAST_REF",
                "three-year = DURATION P3Y",
                "the third quarter = DATE 2024-Q3",
                "Tuesday = DATE 2024-12-24",
                "Tuesday = DATE 2024-12-31",
                "9:30 a.m. GMT = TIME 2024-12-31T09:30Z",
                "now = DATE PRESENT_REF",
                "early next month = DATE 2025-01",
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
            // Where a date or year ended: "April 24 and 25", "2014–18".
            let mut dated = None;
            // What may be the first end of an interval.
            let mut before: Option<End> = None;
            while at < items.len() {
                let next = match dated {
                    Some((end, Point { date, grain: Unit::Day })) => reader.second_day(at, end, date),
                    Some((end, Point { date, grain: Unit::Year })) => {
                        reader.second_year(at, end, date.year())
                    }
                    _ => None,
                };
                let next = next.or_else(|| reader.first_day(at));
                let Some((expression, end)) = next.or_else(|| reader.expression(at)) else {
                    at += 1;
                    continue;
                };
                let span = reader.span(at, end);
                let direction = || tense::direction(&draft.analysis, span);
                let context =
                    resolve::Context { published, last, last_day, last_quarter, direction: &direction };
                let mut resolved = resolve::resolve(&expression, &context);
                let first = before.take().filter(|first| interval::links(&reader, first.at, first.after, at));
                let mut whole = None;
                if let Some(first) = first {
                    let mut start = first.resolved;
                    if let Some(first) = interval::completed(&first.expression, &expression) {
                        start = resolve::resolve(&first, &context);
                    }
                    if let (Some(from), Some(to)) = (start.point, resolved.point) {
                        let future = direction().0 == tense::Direction::Future;
                        let ends = interval::ordered((&first.expression, from), (&expression, to), future);
                        if let Some((from, to)) = ends {
                            start = start.moved_to(from);
                            resolved = resolved.moved_to(to);
                            whole = joined(start.value.as_ref(), resolved.value.as_ref());
                        }
                    }
                    if let Some(time) = times.last_mut() {
                        time.value = start.value;
                        time.because = start.because;
                        if whole.is_some() {
                            time.interval.clone_from(&whole);
                        }
                    }
                }
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
                        Expression::Absolute { day: Some(_), .. }
                        | Expression::Absolute { month: None, .. }
                        | Expression::MonthDay { day: Some(_), .. },
                        Some(point),
                    ) => Some((end, point)),
                    _ => None,
                };
                times.push(Time {
                    spans: span.into(),
                    kind: resolved.kind,
                    value: resolved.value.clone(),
                    interval: whole,
                    because: resolved.because.clone(),
                });
                before = Some(End { at, after: end, expression, resolved });
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

/// A time that another may make an interval of.
struct End {
    /// Its first item, and the item after it.
    at: usize,
    after: usize,
    expression: Expression,
    resolved: Resolved,
}

/// Both ends in the notation of ISO 8601.
fn joined(from: Option<&TimexValue>, to: Option<&TimexValue>) -> Option<TimexValue> {
    Some(TimexValue::new(format!("{}/{}", from?, to?)))
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
    fn clocks_and_parts_of_days() {
        check(
            "It opened at 9 a.m. EST Monday, not at 6 o’clock this evening or at 1430 GMT on Dec. 24.",
            &[
                "9 a.m. EST Monday = TIME 2024-12-23T09:00-05:00",
                "6 o’clock this evening = TIME 2024-12-27T18:00",
                "1430 GMT = TIME 2024-12-24T14:30Z",
                "Dec. 24 = DATE 2024-12-24",
            ],
        );
        check(
            "He slept last night until noon Thursday.",
            &["last night = TIME 2024-12-26TNI", "noon Thursday = TIME 2025-01-02T12:00"],
        );
        check("They won 3:2 and lost 1:48.85.", &[]);
    }

    #[test]
    fn quarters_and_what_they_are_compared_with() {
        check(
            "In the third quarter it earned more than a year earlier. In the year-ago period it lost, as in fiscal 2022.",
            &[
                "the third quarter = DATE 2024-Q3",
                "a year earlier = DATE 2023-Q3",
                "the year-ago period = DATE 2023-Q3",
                "fiscal 2022 = DATE 2022",
            ],
        );
        check(
            "last year's first quarter, the 1988 second quarter",
            &["last year's first quarter = DATE 2023-Q1", "the 1988 second quarter = DATE 1988-Q2"],
        );
        check("It lost a quarter of its two-thirds; three-quarters remain.", &[]);
    }

    #[test]
    fn lengths_and_what_recurs() {
        check(
            "for more than two and a half years, the past few weeks, a five-year plan, decades, $2 million a year, every Monday",
            &[
                "more than two and a half years = DURATION P2.5Y",
                "the past few weeks = DURATION PXW",
                "five-year = DURATION P5Y",
                "decades = DURATION PXDE",
                "a year = SET P1Y",
                "every Monday = SET XXXX-WXX-1",
            ],
        );
        check(
            "half an hour, twenty-four hours, nineteen ninety-seven, the nineties",
            &[
                "half an hour = DURATION PT30M",
                "twenty-four hours = DURATION PT24H",
                "nineteen ninety-seven = DATE 1997",
                "the nineties = DATE 199",
            ],
        );
    }

    #[test]
    fn the_verb_decides() {
        check(
            "The talks ended on Monday. The talks will end on Monday.",
            &["Monday = DATE 2024-12-23", "Monday = DATE 2024-12-30"],
        );
        check(
            "He resigned in April. She will resign in April.",
            &["April = DATE 2024-04", "April = DATE 2025-04"],
        );
        check(
            "Thanksgiving was cold. It opened on April 24 and 25.",
            &["Thanksgiving = DATE 2024-11-28", "April 24 = DATE 2024-04-24", "25 = DATE 2024-04-25"],
        );
    }

    #[test]
    fn a_dash_that_parts_joins_nothing() {
        check(
            "He resigned on Monday — Sunday was too late.",
            &["Monday = DATE 2024-12-23", "Sunday = DATE 2024-12-22"],
        );
        check("in their 1990s heyday, a man in his mid-forties", &["1990s = DATE 199"]);
        check("In Q3 sales rose. An Audi Q3 was sold.", &["Q3 = DATE 2024-Q3"]);
    }

    #[test]
    fn intervals_have_two_ends() {
        check(
            "It rained from Thursday to Monday. It will rain from Thursday to Monday.",
            &[
                "Thursday = DATE 2024-12-19 [2024-12-19/2024-12-23]",
                "Monday = DATE 2024-12-23 [2024-12-19/2024-12-23]",
                "Thursday = DATE 2025-01-02 [2025-01-02/2025-01-06]",
                "Monday = DATE 2025-01-06 [2025-01-02/2025-01-06]",
            ],
        );
        check(
            "between 3 and 5 May, from 2014 to 2018, in 2014–18, from May to June 2023, from November 2022 to February",
            &[
                "3 = DATE 2024-05-03 [2024-05-03/2024-05-05]",
                "5 May = DATE 2024-05-05 [2024-05-03/2024-05-05]",
                "2014 = DATE 2014 [2014/2018]",
                "2018 = DATE 2018 [2014/2018]",
                "2014 = DATE 2014 [2014/2018]",
                "18 = DATE 2018 [2014/2018]",
                "May = DATE 2023-05 [2023-05/2023-06]",
                "June 2023 = DATE 2023-06 [2023-05/2023-06]",
                "November 2022 = DATE 2022-11 [2022-11/2023-02]",
                "February = DATE 2023-02 [2022-11/2023-02]",
            ],
        );
        check(
            "It was shut between 10:00 and 12:30 GMT on Monday.",
            &[
                "10:00 = TIME 2024-12-23T10:00Z [2024-12-23T10:00Z/2024-12-23T12:30Z]",
                "12:30 GMT = TIME 2024-12-23T12:30Z [2024-12-23T10:00Z/2024-12-23T12:30Z]",
                "Monday = DATE 2024-12-23",
            ],
        );
        check("He won on Monday and Tuesday.", &["Monday = DATE 2024-12-23", "Tuesday = DATE 2024-12-24"]);
    }

    #[test]
    fn american_zones_know_the_season() {
        check(
            "It opened at 9 a.m. ET on July 3 and at 9 a.m. Pacific time on Dec. 3.",
            &[
                "9 a.m. ET = TIME 2024-07-03T09:00-04:00",
                "July 3 = DATE 2024-07-03",
                "9 a.m. Pacific time = TIME 2024-12-03T09:00-08:00",
                "Dec. 3 = DATE 2024-12-03",
            ],
        );
    }

    #[test]
    fn no_times() {
        check("Theresa May may march; May said Sun readers. The sat, wed, second.", &[]);
        check("A 31-year-old man, two years old, aged five years; 24/7; 2,000 people; 1999 people", &[]);
        check("World War II in room 2012", &[]);
        check(
            "I read USA Today and watched 60 Minutes. Prices fall, rivers spring up. At the end of the day, we march.",
            &[],
        );
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
