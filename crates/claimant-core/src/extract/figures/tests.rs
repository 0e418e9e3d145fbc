//! Whole figures, as text in and lines out.

use super::*;
use crate::lexicon::Lexicon;
use crate::{Document, Region, Span};

/// Runs this extractor alone on a text that is all body.
fn lines(text: &str) -> Vec<String> {
    let (document, lexicon) = (Document::new(text), Lexicon::built_in());
    let mut draft = Draft::new(&document, &lexicon);
    if !text.is_empty() {
        let spans = Spans::from(Span::new(0, text.len()));
        draft.regions.push(Region { kind: RegionKind::Body, spans, post: None });
    }
    draft.segment();
    Figures.run(&mut draft);
    Layer::Figures.lines(&draft)
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(lines(text), expected, "{text}");
}

#[test]
fn examples() {
    for example in INFO.examples {
        check(example.text, example.found);
    }
}

#[test]
fn hedges_set_the_bounds() {
    check("Nearly 3,000 people came.", &["Nearly 3,000 = ..3000 under of “people”"]);
    check("Fewer than 20 people came.", &["Fewer than 20 = ..20 under of “people”"]);
    check("Some 500 people came.", &["Some 500 = 500 about of “people”"]);
    check("More than a dozen people came.", &["More than a dozen = 12.. over of “people”"]);
    check("At least two dozen people came.", &["At least two dozen = 24.. at-least of “people”"]);
    check("As many as 40 people came.", &["As many as 40 = ..40 at-most of “people”"]);
    check("Not more than 40 people came.", &["Not more than 40 = ..40 at-most of “people”"]);
    check("Only 40 people came.", &["40 = 40 exact of “people”"]);
    check("Just under 40 people came.", &["Just under 40 = ..40 under of “people”"]);
    check("A record 500 people came.", &["500 = 500 exact of “people”"]);
    check("There were 3,000+ people.", &["3,000+ = 3000.. over of “people”"]);
    check("There were 30-odd people.", &["30-odd = 30 about of “people”"]);
    check("There were 40 or more people.", &["40 or more = 40.. at-least of “people”"]);
    check("It took 40 or so people.", &["40 or so = 40 about of “people”"]);
    check("A couple of people came.", &["A couple of = 2 about of “people”"]);
}

#[test]
fn ranges_have_two_bounds() {
    check("Between 10 and 15 people came.", &["Between 10 and 15 = 10..15 between of “people”"]);
    check("We saw 10 to 15 people.", &["10 to 15 = 10..15 between of “people”"]);
    check("We saw 10–15 people.", &["10–15 = 10..15 between of “people”"]);
    check("We saw 3 or 4 people.", &["3 or 4 = 3..4 between of “people”"]);
    check("It costs $10-15 million.", &["$10-15 million = 10000000..15000000 between USD"]);
    check(
        "It costs $10 million to $15 million.",
        &["$10 million to $15 million = 10000000..15000000 between USD"],
    );
    check("It is 5 to 10 per cent.", &["5 to 10 per cent = 5..10 between %"]);
    check(
        "It rose by 0.3 percentage points to 4.1%.",
        &["0.3 percentage points = 0.3 exact % event “rose”", "4.1% = 4.1 exact %"],
    );
    check("It is 5% to 10%.", &["5% to 10% = 5..10 between %"]);
    check("It rose from 10% to 15%.", &["10% = 10 exact % event “rose”", "15% = 15 exact % event “rose”"]);
}

#[test]
fn units() {
    check("It cost $1.2 million.", &["$1.2 million = 1200000 exact USD"]);
    check("It cost more than €5bn.", &["more than €5bn = 5000000000.. over EUR"]);
    check("It cost US$5m.", &["US$5m = 5000000 exact USD"]);
    check("It cost 1.2 million roubles.", &["1.2 million roubles = 1200000 exact RUB"]);
    check("It cost 19 cents.", &["19 cents = 0.19 exact USD"]);
    check("About 12.5 per cent of voters agree.", &["About 12.5 per cent = 12.5 about % of “voters”"]);
    check("It is 60 square kilometres wide.", &["60 square kilometres = 60 exact km2"]);
    check("They found 5 tonnes of cocaine.", &["5 tonnes = 5 exact t of “cocaine”"]);
    check("It was -5°C.", &["-5°C = -5 exact Cel"]);
    check(
        "It is USD1,700 or $US55,931,000.",
        &["USD1,700 = 1700 exact USD", "$US55,931,000 = 55931000 exact USD"],
    );
    check("It was a 1.8 billion-mile trip.", &["1.8 billion-mile = 1800000000 exact [mi_i] of “trip”"]);
    check(
        "It rose from 13.5 to 14 mm.",
        &["13.5 = 13.5 exact mm event “rose”", "14 mm = 14 exact mm event “rose”"],
    );
    check("Drive 5km at 60 mph.", &["5km = 5 exact km", "60 mph = 60 exact [mi_i]/h"]);
    check(
        "They gave $60 billion in military aid.",
        &["$60 billion = 60000000000 exact USD of “military aid”"],
    );
}

#[test]
fn letters_before_a_sign_are_a_currency_unless_they_name_the_noun_before() {
    check("It offered C $5 million.", &["C $5 million = 5000000 exact CAD"]);
    check("It gave Plan C $5 million.", &["$5 million = 5000000 exact USD"]);
    check("It spent on hepatitis C $5 million.", &["$5 million = 5000000 exact USD"]);
    check("It made Y=100 million.", &["Y=100 million = 100000000 exact JPY"]);
}

#[test]
fn numbers_with_odd_beginnings() {
    check("It has a .500 record.", &[".500 = 0.5 exact of “record”"]);
    check("It ended. 500 people left.", &["500 = 500 exact of “people”"]);
    check("It makes sub-7 nanometre chips.", &["sub-7 nanometre = ..7 under nm of “chips”"]);
    check("It was worth PS2.7m or PS21,700.", &["PS2.7m = 2700000 exact GBP", "PS21,700 = 21700 exact GBP"]);
    check("She has a PS5 and 300 PS.", &["300 PS = 300 exact [HP]"]);
    check("It has 54GB of 5G data.", &["54GB = 54 exact GBy"]);
    check("Take 1/2 pound of butter.", &["1/2 pound = 0.5 exact [lb_av] of “butter”"]);
    check("It is 1/16 of a pint.", &["1/16 of a pint = 0.0625 exact [pt_us]"]);
}

#[test]
fn units_that_stand_elsewhere() {
    check("They gained 517 rushing yards.", &["517 rushing yards = 517 exact [yd_i] event “gained”"]);
    check("They won 3 world cups.", &["3 = 3 exact of “world cups”"]);
    check("It is a 12 page document.", &["12 = 12 exact of “page” about “document”"]);
    check(
        "The highest is 84 cents, while the lowest is 74.",
        &["84 cents = 0.84 exact USD", "74 = 0.74 exact USD"],
    );
    check(
        "He raised 280 million of the 1.5 billion shekels.",
        &[
            "280 million = 280000000 exact ILS part of “1.5 billion shekels”",
            "1.5 billion shekels = 1500000000 exact ILS",
        ],
    );
    check(
        "About 460 cars were stolen compared with 63 in May.",
        &["About 460 = 460 about of “cars” event “stolen”", "63 = 63 exact of “cars” event “stolen”"],
    );
    check(
        "It fell from $75 per barrel to $45.",
        &["$75 per barrel = 75 exact USD/[bbl_us] event “fell”", "$45 = 45 exact USD/[bbl_us] event “fell”"],
    );
    check(
        "It is down from the $89 to $93 billion.",
        &["$89 to $93 billion = 89000000000..93000000000 between USD"],
    );
    check(
        "It sells from 450 sq ft up to 900 sq ft.",
        &["from 450 sq ft up to 900 sq ft = 450..900 between [sft_i]"],
    );
    check("Take 50 ml of 30% acid.", &["50 ml = 50 exact mL of “acid”", "30% = 30 exact % of “acid”"]);
    check(
        "It rose 17 points, or 0.2%.",
        &["17 = 17 exact of “points” event “rose”", "0.2% = 0.2 exact % event “rose”"],
    );
    check("They gave up 517 yards.", &["517 yards = 517 exact [yd_i]"]);
    check("It has four times the number.", &["four times = 4 exact 1"]);
}

#[test]
fn lengths_of_time_and_ages() {
    check("It took three years and 12 days.", &["three years = 3 exact a", "12 days = 12 exact d"]);
    check("It lasted more than six hours.", &["more than six hours = 6.. over h"]);
    check("A 31-year-old man left.", &["31-year-old = 31 exact a of “man”"]);
    check("She is two years old.", &["two years old = 2 exact a"]);
    check("They work 40 to 50 hours a week.", &["40 to 50 hours a week = 40..50 between h/wk"]);
}

#[test]
fn places_in_a_series() {
    check(
        "It was the third attack and the 20th launch.",
        &["third = 3 exact ordinal of “attack”", "20th = 20 exact ordinal of “launch”"],
    );
    for text in [
        "It was the third quarter of the 21st century.",
        "He is on the fifth floor of the Third Reich.",
        "It was on the 5th of May.",
    ] {
        check(text, &[]);
    }
}

#[test]
fn tens() {
    check("A man in his mid-thirties left.", &["mid-thirties = 34..36 between about “man”"]);
    check("It was in the low 40s.", &["low 40s = 41..43 between"]);
    check("They ran half a mile.", &["half a mile = 0.5 exact [mi_i]"]);
    check("It cost 13 dollars and 45 cents.", &["13 dollars and 45 cents = 13.45 exact USD"]);
}

#[test]
fn rates() {
    check("Oil cost $58.24 per barrel.", &["$58.24 per barrel = 58.24 exact USD/[bbl_us] about “Oil”"]);
    check("The firm paid $5 a share.", &["$5 a share = 5 exact USD/{share} about “firm”"]);
    check("There are 20 thefts a week.", &["20 = 20 exact /wk of “thefts”"]);
}

#[test]
fn changes() {
    check("Exports fell 7%.", &["7% = 7 exact % event “fell” about “Exports”"]);
    check(
        "Exports fell to $2 billion.",
        &["$2 billion = 2000000000 exact USD event “fell to” about “Exports”"],
    );
    check(
        "Dow +0.2% Nasdaq -0.3%",
        &["+0.2% = 0.2 exact % about “Dow”", "-0.3% = -0.3 exact % about “Nasdaq”"],
    );
}

#[test]
fn parts() {
    check(
        "The army has 12,000 soldiers, including around 500 officers and three generals.",
        &[
            "12,000 = 12000 exact of “soldiers” about “army”",
            "around 500 = 500 about of “officers” about “army” part of “12,000”",
            "three = 3 exact of “generals” about “army” part of “12,000”",
        ],
    );
}

#[test]
fn what_is_counted_and_what_befell_it() {
    check(
        "Nearly 3,000 North Korean soldiers have been “killed or injured” since then.",
        &["Nearly 3,000 = ..3000 under of “North Korean soldiers” event “killed or injured”"],
    );
    check(
        "It reported “1,100 North Korean dead or injured.”",
        &["1,100 = 1100 exact of “North Korean” event “dead or injured”"],
    );
    check("It killed 12 people.", &["12 = 12 exact of “people” event “killed”"]);
    check(
        "It hit a bus, killing 12 people and injuring at least 30.",
        &[
            "12 = 12 exact of “people” event “killing”",
            "at least 30 = 30.. at-least of “people” event “injuring”",
        ],
    );
    check(
        "500 people were killed and 1,200 injured.",
        &["500 = 500 exact of “people” event “killed”", "1,200 = 1200 exact of “people” event “injured”"],
    );
    check(
        "500 killed and 1,200 injured.",
        &["500 = 500 exact event “killed”", "1,200 = 1200 exact event “injured”"],
    );
    check(
        "12 men and 13 women were arrested.",
        &["12 = 12 exact of “men” event “arrested”", "13 = 13 exact of “women” event “arrested”"],
    );
    check(
        "3 of the 12 hostages were freed.",
        &["3 = 3 exact of “hostages” event “freed” part of “12”", "12 = 12 exact of “hostages”"],
    );
    check(
        "One of the two suspects was shot dead.",
        &["One = 1 exact of “suspects” event “shot dead” part of “two”", "two = 2 exact of “suspects”"],
    );
    check("“At least 40” people fled.", &["At least 40 = 40.. at-least of “people” event “fled”"]);
    check(
        "More than a third of voters and two-thirds of members agree.",
        &[
            "More than a third = 0.3333333333333333.. over 1 of “voters”",
            "two-thirds = 0.6666666666666666 exact 1 of “members”",
        ],
    );
    check("The death of 12 people shocked us.", &["12 = 12 exact of “people” event “death”"]);
    check("Three wounded soldiers left.", &["Three = 3 exact of “soldiers” event “wounded”"]);
    check("One soldier was captured.", &["One = 1 exact of “soldier” event “captured”"]);
    check("Thousands of troops came to us.", &["Thousands = 1000.. at-least of “troops”"]);
    check(
        "Two soldiers killed three civilians.",
        &["Two = 2 exact of “soldiers”", "three = 3 exact of “civilians” event “killed” about “soldiers”"],
    );
}

#[test]
fn an_amount_said_twice() {
    check(
        "It paid more than 7 million Danish crowns ($1.1 million).",
        &["more than 7 million Danish crowns = 7000000.. over DKK", "$1.1 million = 1100000.. over USD"],
    );
    check(
        "It paid C$6 (US$4.46) per share.",
        &["C$6 = 6 exact CAD/{share}", "US$4.46 = 4.46 exact USD/{share}"],
    );
    check(
        "It makes 450 Nm (332 lb-ft) of torque.",
        &["450 Nm = 450 exact N.m of “torque”", "332 lb-ft = 332 exact [lbf_av].[ft_i] of “torque”"],
    );
}

#[test]
fn counts_that_share_their_noun() {
    check(
        "It killed 12 people in Kyiv and 13 in Lviv.",
        &["12 = 12 exact of “people” event “killed”", "13 = 13 exact of “people” event “killed”"],
    );
    check(
        "They sold 435 homes by lot and 187 by tender.",
        &["435 = 435 exact of “homes”", "187 = 187 exact of “homes”"],
    );
    check(
        "The index rose 64 points to 4,577.",
        &[
            "64 = 64 exact of “points” event “rose” about “index”",
            "4,577 = 4577 exact of “points” about “index”",
        ],
    );
    check(
        "They filled two 500-litre tanks.",
        &["two = 2 exact of “tanks”", "500-litre = 500 exact L of “tanks”"],
    );
    check(
        "Nearly two-thirds of the remaining 1,540 workers left.",
        &[
            "Nearly two-thirds = ..0.6666666666666666 under 1 of “workers” part of “1,540”",
            "1,540 = 1540 exact of “workers”",
        ],
    );
}

#[test]
fn magnitudes_and_multiples() {
    check(
        "It rose from 24.2 to 33 billion euros.",
        &[
            "24.2 = 24200000000 exact EUR event “rose”",
            "33 billion euros = 33000000000 exact EUR event “rose”",
        ],
    );
    check("It grew more than sixfold.", &["more than sixfold = 6.. over 1 event “grew”"]);
    check("It fell by almost a fifth since May.", &["almost a fifth = ..0.2 under 1 event “fell”"]);
    check("It was a ten-fold rise.", &["ten-fold = 10 exact 1 event “rise”"]);
}

#[test]
fn what_stands_between() {
    check(
        "At least 14 people, including three children, died when it fell.",
        &[
            "At least 14 = 14.. at-least of “people” event “died”",
            "three = 3 exact of “children” part of “At least 14”",
        ],
    );
    check(
        "About 70 per cent of the hospital’s 300 beds are full.",
        &["About 70 per cent = 70 about % of “beds” part of “300”", "300 = 300 exact of “beds”"],
    );
    check(
        "The bank raised its key rate by 25 basis points.",
        &["25 basis points = 0.25 exact % event “raised” about “key rate”"],
    );
    check(
        "The number fell by 12,000 to 230,000.",
        &["12,000 = 12000 exact event “fell” about “number”", "230,000 = 230000 exact about “number”"],
    );
    check(
        "More than 60 of the 240 passengers were rescued.",
        &[
            "More than 60 = 60.. over of “passengers” event “rescued” part of “240”",
            "240 = 240 exact of “passengers”",
        ],
    );
    check("It fell by 10 to 15 points.", &["10 to 15 = 10..15 between of “points” event “fell”"]);
    check("He got 12 years in prison.", &["12 years = 12 exact a"]);
}

#[test]
fn ages_of_people() {
    check("She was 35 when she left.", &["35 = 35 exact a"]);
    check("He will be nearly 40 by then.", &["nearly 40 = ..40 under a"]);
    check("He was 35 metres away.", &["35 metres = 35 exact m"]);
    check("It hit a 16-year-old cyclist.", &["16-year-old = 16 exact a of “cyclist”"]);
    check("They have sung since the age of 12.", &[]);
}

#[test]
fn no_figures() {
    for text in [
        "",
        "In 2022 soldiers came.",
        "It came between 2014 and 2017, after the 2018 sales.",
        "It came on December 27, 2024.",
        "It came on Dec 27 and 28 December.",
        "Come at 6 p.m. or 18:00.",
        "The 31-year-old, aged 31, left.",
        "Lee, 31, left.",
        "They won 3-1 after a 2-0 lead.",
        "It passed 218 to 212.",
        "Children under 18 and those over 65 may come.",
        "He is No. 1, ahead of the 2nd.",
        "The Boeing 737 and the F-16 landed.",
        "Under Article 5 and Chapter 11, Type 45 ships left.",
        "The Group of Seven met the Five Star Movement on Channel 4.",
        "It is World War II and COVID-19.",
        "Call 555-123-4567 or +44 20 7946 0958.",
        "It is open 24/7 since 9/11.",
        "Version 1.2.3 is out.",
        "No one knows one of them; one must act one day.",
        "See https://a.org/12/15 and @a12.",
        "It came three years ago, 12 days later, in the last 24 hours.",
        "Several came, and many left.",
        "1. Open the door.",
        "The last two quarters were good.",
    ] {
        check(text, &[]);
    }
}

#[test]
fn odd_characters() {
    check("👍🏽 12 Zoe\u{308}s came 👍🏽.", &["12 = 12 exact of “Zoe\u{308}s”"]);
    check("12\u{308} people", &[]);
    check("816\u{a0}000 people.", &["816\u{a0}000 = 816000 exact of “people”"]);
    lines(&"9".repeat(1 << 16));
    lines(&"one hundred and ".repeat(1 << 12));
    lines(&"12-".repeat(1 << 14));
    lines(&"$ ".repeat(1 << 12));
    lines(&"killed and ".repeat(1 << 14));
    lines(&"12 killed and 13 ".repeat(1 << 12));
    for text in [
        "$",
        "-",
        "12 -",
        "a",
        "of 12 of",
        "$US",
        "half",
        "the 1 of",
        "between",
        "between 12 and",
        "US$",
        "5 °",
    ] {
        lines(text);
    }
}
