//! `NewsQuant` by the rule of its own scorer (`evaluate_models.py` of its repository, read there and written again here).
//!
//! Gold and found quantities of a sentence are sorted by unit. Each gold one goes through the found ones that are left: where
//! values are equal (to 1e-5; both ends of a range), value, value with bound and value with concept are counted, and where the
//! lower-cased normalised units are equal too, value with unit is counted, the found one is used up, and the next gold one has its turn.
//! Value alone is counted at most as often as the sentence has gold quantities; the others can be counted more often than once.
//! A concept is right in part when it shares a word with the gold one, as is none ("-") with none.
//!
//! What we print has another form than the corpus, which is changed here and not in the program: see [`convert`].

use std::path::Path;

use serde::Deserialize;
use xshell::Shell;

use super::{Figure, Found, Time, close, units};

#[derive(Deserialize)]
struct Sentence {
    text: String,
    quantities: Vec<Gold>,
}

#[derive(Deserialize)]
struct Gold {
    change: String,
    value: String,
    normalized_unit: String,
    referred_concepts: String,
}

/// A quantity in the corpus' form.
#[derive(Clone, Debug)]
struct Quantity {
    value: Value,
    unit: String,
    change: String,
    concept: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Value {
    One(f64),
    Range(f64, f64),
}

impl Value {
    fn matches(self, other: Value) -> bool {
        match (self, other) {
            (Value::One(a), Value::One(b)) => close(a, b),
            (Value::Range(a, b), Value::Range(c, d)) => close(a, c) && close(b, d),
            _ => false,
        }
    }
}

#[derive(Default)]
struct Score {
    gold: usize,
    found: usize,
    value: usize,
    once: usize,
    unit: usize,
    change: usize,
    concept: usize,
}

pub(super) fn score(shell: &Shell, folder: &Path) -> anyhow::Result<()> {
    let sentences: Vec<Sentence> = super::read(shell, &folder.join("cqe/newsquant.json"))?;
    let texts: Vec<&str> = sentences.iter().map(|sentence| sentence.text.as_str()).collect();
    let found = super::figures(shell, &texts)?;
    let mut halves = [Score::default(), Score::default()];
    for (index, (sentence, found)) in sentences.iter().zip(&found).enumerate() {
        let gold: Vec<Quantity> = sentence.quantities.iter().map(gold).collect::<Result<_, _>>()?;
        let ours = convert(&sentence.text, found);
        halves[index % 2].add(gold, ours);
    }
    let [even, odd] = halves;
    println!(
        "NewsQuant, {} sentences; rules were written with both halves at hand, the even one first",
        sentences.len()
    );
    even.print("even half");
    odd.print("odd half");
    even.plus(&odd).print("both");
    Ok(())
}

fn gold(gold: &Gold) -> anyhow::Result<Quantity> {
    let value = match gold.value.get(1..).and_then(|rest| rest.find('-')) {
        Some(at) if !gold.value.contains('E') && !gold.value.starts_with('-') => {
            Value::Range(gold.value[..=at].parse()?, gold.value[at + 2..].parse()?)
        }
        _ => Value::One(gold.value.parse()?),
    };
    let concept = gold.referred_concepts.to_lowercase();
    let concept =
        concept.split([',', ' ', '\n']).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    Ok(Quantity {
        value,
        unit: gold.normalized_unit.trim().to_lowercase(),
        change: gold.change.clone(),
        concept,
    })
}

/// Our figures, and the times that count ("two years later"), in the corpus' form. Two values of one change ("from 12 to 15 per
/// cent") are one range there.
fn convert(text: &str, found: &Found) -> Vec<Quantity> {
    let mut ours: Vec<Quantity> = Vec::new();
    let mut left = found.figures.as_slice();
    let mut last: Option<&Figure> = None;
    while let [first, rest @ ..] = left {
        let mut one = quantities(first, last.replace(first));
        left = rest;
        if let [second, after @ ..] = rest
            && let Some(rising) = change_between(text, first, second)
            && let ([Quantity { value: Value::One(low), .. }], [other]) =
                (one.as_slice(), quantities(second, None).as_slice())
            && let Value::One(high) = other.value
        {
            let unit = if other.unit == "-" { &one[0].unit } else { &other.unit };
            one = vec![Quantity {
                value: if rising { Value::Range(*low, high) } else { Value::Range(high, *low) },
                unit: unit.clone(),
                ..one[0].clone()
            }];
            left = after;
        }
        ours.append(&mut one);
    }
    let figures = |time: &Time| {
        !found
            .figures
            .iter()
            .any(|figure| figure.start < time.start + time.text.len() && time.start < figure.end)
    };
    ours.extend(found.times.iter().filter(|time| figures(time)).filter_map(|time| counted_time(text, time)));
    ours
}

/// Whether two figures are where a change begins and ends: "from 20 miles in 2008 to 29", true, and "to 29 miles from 20", false.
fn change_between(text: &str, first: &Figure, second: &Figure) -> Option<bool> {
    let between = text.get(first.end..second.start)?;
    let near = between.split_whitespace().count() <= 6 && !between.contains([',', ';', '.', '(']);
    let before = text[..first.start].to_lowercase();
    if !near {
        None
    } else if before.ends_with("from ") && between.ends_with(" to ") {
        Some(true)
    } else {
        (before.ends_with(" to ") && between.ends_with(" from ")).then_some(false)
    }
}

/// One figure: two where the text gives alternatives ("eight or nine"), which are no range there.
///
/// `last`: the figure before, in whose hundredths a bare number may be ("84 cents, while the lowest is 74").
fn quantities(figure: &Figure, last: Option<&Figure>) -> Vec<Quantity> {
    let Some(value) = figure.value() else { return Vec::new() };
    // Places in a series are not counted in there.
    if figure.unit.as_deref() == Some("ordinal") {
        return Vec::new();
    }
    let mut text = figure.text.to_lowercase();
    if !text.contains(|c: char| c.is_alphabetic() || "$£€".contains(c))
        && let Some(last) = last.filter(|last| last.unit == figure.unit && last.text.ends_with(" cents"))
    {
        text.push_str(&last.text[last.text.len() - " cents".len()..]);
    }
    let noun = figure.whole.as_deref().or(figure.noun.as_deref()).map(units::plain);
    let (unit, scale) = units::theirs(figure.unit.as_deref(), &text, noun.as_deref());
    let quantity = |value| Quantity {
        value,
        unit: unit.clone(),
        change: change(figure, &text),
        concept: concept(figure),
    };
    if figure.approx == "between"
        && let (Some(low), Some(high)) = (figure.low, figure.high)
    {
        let (low, high) = (low * scale, high * scale);
        return if text.contains(" or ") {
            // What bounds the first one says nothing of the second there.
            vec![quantity(Value::One(low)), Quantity { change: "=".to_owned(), ..quantity(Value::One(high)) }]
        } else {
            vec![quantity(Value::Range(low, high))]
        };
    }
    let value = value * scale;
    // Vague plurals are ranges to ten times their least value there ("millions": 1000000-10000000), but not dozens.
    let vague = ["hundreds", "thousands", "millions", "billions", "trillions"]
        .iter()
        .any(|word| text.ends_with(word));
    vec![quantity(if vague { Value::Range(value, value * 10.0) } else { Value::One(value) })]
}

/// Their bound: `~` about, `<`, `>`, and `up` or `down` where the event is a change. "nearly" is `~` there, and an upper bound here.
fn change(figure: &Figure, text: &str) -> String {
    let event = figure.event.as_deref().unwrap_or_default().to_lowercase();
    // "rose more than 3%" is ">" there, "rose about 3%" and "rose nearly 3%" are "up".
    let near =
        ["nearly", "almost", "close to", "approaching", "nearing"].iter().any(|word| text.starts_with(word));
    let bounded = !text.ends_with('s') && matches!(figure.approx.as_str(), "over" | "at-least");
    // A change counts where its verb stands before; "a 4% drop", "an increase of 4%", "fell to 7,425" and "up from 12" are "=" there.
    let before = figure.event_start.is_some_and(|start| start < figure.start)
        && !event.ends_with(" to")
        && !event.ends_with(" from")
        && !figure.event_is_noun
        && !bounded;
    if let Some(trend) = units::trend(&event).filter(|_| before) {
        return trend.to_owned();
    }
    // "+0.2%", "-1.3%".
    if figure.unit.as_deref() == Some("%") {
        match text.chars().next() {
            Some('+') => return "up".to_owned(),
            Some('-' | '−') => return "down".to_owned(),
            _ => {}
        }
    }
    match figure.approx.as_str() {
        "about" => "~",
        "under" if near => "~",
        "between" if ["~", "about", "around", "roughly"].iter().any(|word| text.starts_with(word)) => "~",
        "under" | "at-most" => "<",
        "over" => ">",
        "at-least" if !text.ends_with('s') => ">",
        _ => "=",
    }
    .to_owned()
}

/// The words of what a figure is said of, and of what an amount is of.
fn concept(figure: &Figure) -> Vec<String> {
    // The noun of a count is its unit there, as is the one of a fraction ("% german").
    let of = figure.of.as_deref().filter(|_| figure.unit.as_deref().is_some_and(|unit| unit != "1"));
    let of = of.unwrap_or_default();
    let about = figure.about.as_deref().unwrap_or_default();
    // The noun of a change is among them there: "a 4% [drop]", "an [increase] of 4%".
    let after = figure.event_start.is_some_and(|start| start >= figure.end);
    let noun = figure
        .event
        .as_deref()
        .filter(|event| (after || figure.event_is_noun) && units::trend(&event.to_lowercase()).is_some());
    let noun = noun.unwrap_or_default();
    let mut words: Vec<String> = format!("{of} {noun} {about}")
        .to_lowercase()
        .split([' ', ','])
        .filter(|word| !word.is_empty() && !units::is_function_word(word))
        .map(str::to_owned)
        .collect();
    if words.is_empty() {
        words.push("-".to_owned());
    }
    words
}

/// A time that counts its units ("two years later", "the last 24 hours") is a quantity there and a time here.
fn counted_time(text: &str, time: &Time) -> Option<Quantity> {
    if !matches!(time.kind.as_str(), "DURATION" | "DATE" | "SET" | "TIME") {
        return None;
    }
    let (value, mut unit) = units::counted_time(&time.text)?;
    // "a 60 year-old", where the time ends at the hyphen.
    if text[time.start + time.text.len()..].starts_with("-old") {
        unit.push_str(" of age");
    }
    let mut before = text[..time.start].to_lowercase();
    // "over the past 8 weeks" is no bound.
    if time.text.starts_with("the ") {
        before.push_str("the");
    }
    let change = if ["about", "around", "nearly", "almost", "roughly", "~"]
        .iter()
        .any(|word| before.trim_end().ends_with(word))
    {
        "~"
    } else if ["more than", "over", "at least"].iter().any(|word| before.trim_end().ends_with(word)) {
        ">"
    } else if ["less than", "fewer than", "under", "up to"]
        .iter()
        .any(|word| before.trim_end().ends_with(word))
    {
        "<"
    } else {
        "="
    };
    Some(Quantity {
        value: Value::One(value),
        unit,
        change: change.to_owned(),
        concept: vec!["-".to_owned()],
    })
}

impl Score {
    fn add(&mut self, mut gold: Vec<Quantity>, mut ours: Vec<Quantity>) {
        gold.sort_by(|a, b| a.unit.cmp(&b.unit));
        ours.sort_by(|a, b| a.unit.cmp(&b.unit));
        self.gold += gold.len();
        self.found += ours.len();
        let mut left = gold.len();
        let mut used = vec![false; ours.len()];
        for gold in &gold {
            if let Some(at) = (0..ours.len()).find(|at| !used[*at] && ours[*at].value.matches(gold.value)) {
                used[at] = true;
                self.once += 1;
            }
        }
        for gold in &gold {
            let mut at = 0;
            while at < ours.len() {
                let found = &ours[at];
                at += 1;
                if !found.value.matches(gold.value) {
                    continue;
                }
                if left > 0 {
                    self.value += 1;
                    left -= 1;
                }
                self.change += usize::from(found.change == gold.change);
                self.concept += usize::from(found.concept.iter().any(|word| gold.concept.contains(word)));
                if found.unit == gold.unit {
                    self.unit += 1;
                    ours.remove(at - 1);
                    break;
                }
            }
        }
    }

    fn plus(mut self, other: &Score) -> Score {
        self.gold += other.gold;
        self.found += other.found;
        self.value += other.value;
        self.once += other.once;
        self.unit += other.unit;
        self.change += other.change;
        self.concept += other.concept;
        self
    }

    fn print(&self, name: &str) {
        let line = |what: &str, right: usize| {
            let share = |right: usize, of: usize| 100.0 * right as f64 / of.max(1) as f64;
            let (p, r) = (share(right, self.found), share(right, self.gold));
            let f = if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 };
            println!("  {what:<24} P {p:5.1}  R {r:5.1}  F1 {f:5.1}");
        };
        println!("{name}: {} gold, {} found", self.gold, self.found);
        line("value", self.value);
        line("value, one to one", self.once);
        line("value and unit", self.unit);
        line("value and bound", self.change);
        line("value and concept, partly", self.concept);
    }
}
