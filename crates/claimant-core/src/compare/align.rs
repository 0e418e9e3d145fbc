//! Whether two points speak of the same matter, and on which parts that rests.

use super::dispute::{self, Parts};
use super::interval;
use super::learned;
use super::matter::{Amount, Party, Point};
use super::meet::{Known, Meet, meet};
use super::sayings;
use super::words;
use crate::{Certainty, Date, EntityKind, Polarity, RelationOn};

/// Days before its document that what has no date of its own is taken to have happened in.
const RECENT: i32 = 60;

/// Units of what spreads from day to day and has one extent in a story.
const SPREADS: &[&str] = &["m2"];

/// How two points that speak of one matter stand to each other.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Alignment {
    /// How much they have in common: the thread with the most takes a point.
    pub(super) weight: f32,
    /// The parties are the same, not merely of one kind that nothing tells apart.
    pub(super) sure: bool,
    /// Their kinds of event cannot both befall the same.
    pub(super) opposite: bool,
    /// The part of one event that they give differently.
    pub(super) differs: Option<RelationOn>,
}

/// Two points, with who their parties are across documents.
#[derive(Clone, Copy)]
pub(super) struct Pair<'a> {
    pub(super) a: &'a Point,
    pub(super) b: &'a Point,
    pub(super) shared: &'a dyn Fn(Side, &Party) -> Option<u32>,
    /// The words of somebody's role.
    pub(super) roles: &'a dyn Fn(u32) -> &'a [Box<str>],
    /// Both stand in one document.
    pub(super) here: bool,
    /// Whether one and the same says both.
    pub(super) by_one: &'a dyn Fn() -> bool,
    /// The names that stand in one sentence, of both documents.
    pub(super) together: [&'a [Vec<Box<str>>]; 2],
    /// One of their documents counts the dead of two sides.
    pub(super) sides: bool,
    /// When their documents were published.
    pub(super) published: [Option<Date>; 2],
    /// Whether a side's document has a name.
    pub(super) names: &'a dyn Fn(Side, &str) -> bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    A,
    B,
}

impl Pair<'_> {
    fn meet(&self, x: &Party, y: &Party) -> Meet {
        self.meet_as(x, y, false)
    }

    fn meet_as(&self, x: &Party, y: &Party, acts: bool) -> Meet {
        meet(self.known(Side::A, x, acts), self.known(Side::B, y, acts))
    }

    fn known<'p>(&'p self, side: Side, party: &'p Party, acts: bool) -> Known<'p> {
        let shared = (self.shared)(side, party);
        let role = shared.map_or(&[][..], |id| (self.roles)(id));
        Known { party, shared, here: self.here, role, acts }
    }

    pub(super) fn both(&self, x: Option<&Party>, y: Option<&Party>) -> Option<Meet> {
        Some(self.meet(x?, y?))
    }

    /// How the two stand to each other; nothing where they speak of different matters or nobody can tell.
    pub(super) fn align(&self) -> Option<Alignment> {
        if self.a.is_whole() || self.b.is_whole() {
            return learned::saying::align(self, self.sayings());
        }
        match (&self.a.amount, &self.b.amount) {
            (Some(x), Some(y)) => learned::quantity::align(self, x, y, self.amounts(x, y).as_ref()),
            (None, None) => self.happenings(),
            _ => None,
        }
    }

    /// What the rules make of what two claims say as a whole.
    pub(super) fn sayings(&self) -> Option<Alignment> {
        sayings::align(self.a, self.b, self.by_one).filter(|_| !self.here)
    }

    fn happenings(&self) -> Option<Alignment> {
        let (a, b) = (self.a, self.b);
        let same = a.events.iter().any(|event| b.events.contains(event));
        let opposite =
            !same && a.events.iter().any(|one| b.events.iter().any(|other| words::are_opposites(one, other)));
        if !(same || opposite) {
            return None;
        }
        if self.complements_differ() {
            return None;
        }
        let undergoers = self.both(a.undergoer.as_ref(), b.undergoer.as_ref());
        let actors = a.actor.as_ref().zip(b.actor.as_ref()).map(|(x, y)| self.meet_as(x, y, true));
        if undergoers == Some(Meet::Unlike) || actors == Some(Meet::Unlike) || !self.settings_agree() {
            let parts = Parts { undergoers, actors, places: self.places() };
            return dispute::part(a, b, &parts, self.shared).map(|on| Alignment {
                weight: 1.0,
                sure: true,
                opposite: false,
                differs: Some(on),
            });
        }
        let worth = |meet: Option<Meet>| match meet {
            Some(Meet::Same) => 2.0,
            Some(Meet::Kind) => 1.0,
            Some(Meet::Alike) => 0.5,
            Some(Meet::Unlike) | None => 0.0,
        };
        let others = a
            .others
            .iter()
            .chain(&a.places)
            .filter(|x| b.others.iter().chain(&b.places).any(|y| self.meet(x, y) == Meet::Same))
            .count();
        let days = f32::from(a.when.days.is_some() && a.when.days == b.when.days);
        let weight = worth(undergoers) + worth(actors) + others.min(2) as f32 + days;
        let kind = |meet: Option<Meet>| meet.is_none_or(|meet| meet >= Meet::Kind);
        let sure = undergoers == Some(Meet::Same)
            || (actors == Some(Meet::Same) && kind(undergoers))
            || (answers(a, b) && same && kind(undergoers) && kind(actors));
        // "He was at the church", "five were at the church": of what somebody is, it is who that counts.
        let is = a.events.iter().any(|event| event.starts_with("be "));
        let sure = sure && (!is || actors.is_some_and(|meet| meet >= Meet::Kind));
        // "Whether it has received threats" is not what "the attention it received" states.
        let whole = a.undergoer.is_none() == b.undergoer.is_none() || a.definite || b.definite;
        // "The release", in two articles on one release: what may or may not have come about.
        let comes = a.events.iter().any(|event| b.events.contains(event) && words::comes(event));
        let known = answers(a, b) && comes && (a.definite || b.definite) && a.main && b.main;
        let weight = weight + f32::from(known);
        let sure = sure && (whole || !answers(a, b));
        // "Will resign" is no witness to "has resigned", and "not treated for Ebola" does not deny "treated".
        let sure = sure && a.future == b.future && (a.polarity == b.polarity || self.negated_in_full());
        // One party of a kind is not enough ("a man was arrested" says little), unless the one leaves open or negates what the other says:
        // somebody has said it then.
        // Nor is it needed where one source tells of the story in another article.
        let again = || !self.here && same && weight >= 1.0 && (self.by_one)();
        let least = if (answers(a, b) && same) || again() { 1.0 } else { 2.0 };
        (weight >= least && (sure || !self.here)).then_some(Alignment {
            weight,
            sure,
            opposite,
            differs: None,
        })
    }

    /// What the rules make of two amounts.
    pub(super) fn amounts(&self, x: &Amount, y: &Amount) -> Option<Alignment> {
        let (a, b) = (self.a, self.b);
        // Counts over different stretches of time are different counts, unless they are one.
        let stretches = stretch(a) == stretch(b) || agree(x, y);
        // "Eleven of its enemy's fighters" are eleven fighters; but three of the five are not five.
        let parts = x.part == y.part || (agree(x, y) && a.events == b.events && !a.events.is_empty());
        if x.unit != y.unit || x.level != y.level || !parts || !stretches {
            return None;
        }
        if !self.settings_agree() || a.events != b.events || self.of_the_past() {
            return None;
        }
        if self.are_of_two() {
            return None;
        }
        let counted = self.both(counted(a), counted(b));
        let about = self.both(x.about.as_ref(), y.about.as_ref());
        let of_all = if x.unit.is_empty() { self.is_of_all(x, y) } else { None };
        let known = !a.events.is_empty();
        let human = |point: &Point| {
            let head = point.undergoer.as_ref().map(|party| &*party.head);
            head.is_none_or(|head| words::counted(head).is_some_and(words::is_human))
        };
        let anybody = x.unit.is_empty()
            && known
            && a.events.iter().all(|event| words::counts_anybody(event))
            && human(a)
            && human(b);
        if counted == Some(Meet::Unlike) && of_all.is_none() && !anybody {
            return None;
        }
        if x.unit.is_empty() {
            // A count: what befell them is the same, and who they are.
            let people = |point: &Point| {
                point.undergoer.as_ref().is_none_or(|party| words::counted(&party.head) == Some("people"))
            };
            let marches = |point: &Point| {
                let head = point.undergoer.as_ref().map(|party| &*party.head);
                head.is_some_and(|head| words::counted(head) == Some("protesters"))
            };
            let same = match counted {
                _ if anybody => true,
                Some(Meet::Same) => true,
                Some(Meet::Kind) => known,
                None => known && people(a) && people(b) && a.events.iter().all(|event| words::is_kind(event)),
                // "Thirty thousand people", "62,000 demonstrators" took part.
                Some(Meet::Alike) => {
                    // "Eleven of its enemy’s fighters", "eleven fighters of the militia".
                    let heads = [a, b].map(|point| point.undergoer.as_ref().map(|party| &party.head));
                    (people(a) && marches(b))
                        || (people(b) && marches(a))
                        || of_all.is_some()
                        || (known
                            && !self.here
                            && heads[0] == heads[1]
                            && (x.low, x.high) == (y.low, y.high)
                            && x.high.is_finite())
                }
                Some(Meet::Unlike) => of_all.is_some(),
            };
            // "Twelve in the north": of the whole, or of a part? Where the story is, is the whole.
            let home = |point: &Point, known: bool| point.places.is_empty() || point.at_home || known;
            let places = self.places() != Places::OneSided
                || (home(a, !self.here && self.is_known(Side::B, a))
                    && home(b, !self.here && self.is_known(Side::A, b)));
            (same && places).then_some(Alignment {
                weight: 2.0
                    + f32::from(counted == Some(Meet::Same))
                    + f32::from(self.places() == Places::Shared),
                sure: (of_all.unwrap_or(counted == Some(Meet::Same) || known)
                    && (agree(x, y) || !self.sides || !self.is_of_a_country()))
                    // One source's count of the dead is one, whether it calls them people or civilians.
                    || (!self.here && known && (self.by_one)()),
                opposite: false,
                differs: None,
            })
        } else {
            // A share of other people is another share.
            if x.unit.as_ref() == "%" && self.shares_differ() {
                return None;
            }
            // What happened once has one measure, whatever each account calls what was measured.
            let once = a.once && b.once && (x.verb == y.verb || occurs_once(a, x, b, y));
            // A measure: whose it is says what it is.
            // How much has leaked is one amount, whatever is said to have: "the spill", "the loss".
            let spread = known
                && a.events == b.events
                && a.events
                    .iter()
                    .all(|event| words::once(event) || words::has_a_sum(event) || &**event == "spread");
            let measured = match about.or(counted) {
                _ if spread => Meet::Same,
                Some(meet) => meet,
                None if once => Meet::Same,
                // "Burned 6,200 hectares", "put the burnt area at 9,800": one source's measures of one story.
                None if !self.here && SPREADS.contains(&&*x.unit) && (self.by_one)() => Meet::Kind,
                None => return None,
            };
            // What Lee won is not what Lee gave.
            let of_an_actor = counted.is_none() && [&x.about, &y.about].into_iter().flatten().any(acts)
                || [&a.undergoer, &b.undergoer].into_iter().flatten().any(acts);
            if of_an_actor && x.verb != y.verb {
                return None;
            }
            (measured >= Meet::Kind).then_some(Alignment {
                weight: 2.0 + f32::from(measured == Meet::Same),
                sure: measured == Meet::Same
                    || (a.once && b.once)
                    || (!self.here && (&*x.unit != "%" || is_of_one_noun(x, y)) && (self.by_one)())
                    || self.is_one_measure(x, y),
                opposite: false,
                differs: None,
            })
        }
    }

    /// Whether the names beside two counts tell what befell them apart: one document knows both, and nobody speaks of the two in one sentence
    /// ("on the Northern Star", "the fire on the Lady Ann"; but "the Lunda plant in Kelvin").
    pub(super) fn are_of_two(&self) -> bool {
        let (a, b) = (&self.a.names, &self.b.names);
        let counted = self.a.events.iter().any(|event| words::lasts(event) || words::steady(event));
        if !counted || a.is_empty() || b.is_empty() || a.iter().any(|word| b.contains(word)) {
            return false;
        }
        let knows = |side: Side, names: &[Box<str>]| names.iter().any(|word| (self.names)(side, word));
        let apart = [Side::A, Side::B].into_iter().any(|side| knows(side, a) && knows(side, b));
        let together = self.together.iter().any(|sentences| {
            sentences.iter().any(|names| {
                a.iter().any(|word| names.contains(word)) && b.iter().any(|word| names.contains(word))
            })
        });
        apart && !together
    }

    /// Whether the one counts those of a country, and the other does not say whom: "two Kyrgyz soldiers", "eleven people".
    fn is_of_a_country(&self) -> bool {
        let of = |point: &Point| point.undergoer.as_ref().is_some_and(|party| party.country.is_some());
        of(self.a) != of(self.b)
    }

    /// Whether the one counts people and the other some of them, by what they are, of whom the story's main event befell so many: "64 people were
    /// killed", "11 fighters were killed". Then whether that cannot be: some are more than all.
    fn is_of_all(&self, x: &Amount, y: &Amount) -> Option<bool> {
        let (a, b) = (self.a, self.b);
        let kind = |point: &Point| {
            words::counted(&point.undergoer.as_ref()?.head).filter(|kind| words::is_human(kind))
        };
        let whole = |event: &str| words::lasts(event) || matches!(event, "missing" | "trapping");
        let lasting = a.main && b.main && a.events.iter().any(|event| whole(event));
        let (one, other) = (kind(a)?, kind(b)?);
        let (all, some) = match (one, other) {
            _ if !lasting || one == other || self.here => return None,
            ("people", _) => (x, y),
            (_, "people") => (y, x),
            _ => return None,
        };
        Some(some.low > all.high)
    }

    /// Whether two measures of one kind are of one thing: "the damage" and "the damage caused by the floods"; shares of the homes in one town that
    /// are let.
    fn is_one_measure(&self, x: &Amount, y: &Amount) -> bool {
        let share = &*x.unit == "%" && x.verb == y.verb && self.places() == Places::Shared;
        let named = x.about.as_ref().zip(y.about.as_ref()).is_some_and(|(one, other)| {
            let plain = one.told_by.is_empty() || other.told_by.is_empty();
            one.head == other.head && one.definite && other.definite && plain
        });
        share || (named && !self.here)
    }

    /// Whether two shares are of different people, or one of some and one of all.
    fn shares_differ(&self) -> bool {
        let (a, b) = (&self.a.complements, &self.b.complements);
        a.is_empty() != b.is_empty()
            || a.iter().any(|(_, x)| !b.iter().any(|(_, y)| self.meet(x, y) >= Meet::Kind))
    }

    /// Whether one preposition brings something else to each: "suffers from asthma" and "from a heart disease".
    fn complements_differ(&self) -> bool {
        let (a, b) = (&self.a.complements, &self.b.complements);
        a.iter().any(|(preposition, x)| {
            let mut others = b.iter().filter(|(other, _)| other == preposition).peekable();
            others.peek().is_some()
                && others.all(|(_, y)| !may_be_one(x, y) && self.meet(x, y) == Meet::Unlike)
        })
    }

    /// Whether the one that affirms has all that the one that negates limits itself to.
    fn negated_in_full(&self) -> bool {
        let negates = self.a.polarity == Polarity::Negative;
        let (negated, affirmed) = if negates { (self.a, self.b) } else { (self.b, self.a) };
        let placed = negated.places.is_empty() || !affirmed.places.is_empty();
        let undergone = negated.undergoer.is_none() || affirmed.undergoer.is_some();
        placed
            && undergone
            && negated.complements.iter().all(|(preposition, x)| {
                let mut others =
                    affirmed.complements.iter().filter(|(other, _)| other == preposition).peekable();
                // "Denied that he had taken money from the builder": who the builder is, the reader knows.
                (x.definite && others.peek().is_none())
                    || others.any(|(_, y)| may_be_one(x, y) || self.meet(x, y) >= Meet::Kind)
            })
    }

    /// Whether one is dated long before the other's document, which dates it by its own day: an earlier earthquake's toll.
    pub(super) fn of_the_past(&self) -> bool {
        let before = |dated: &Point, other: &Point, published: Option<Date>| {
            let (Some((_, last)), None, Some(published)) = (dated.when.days, other.when.days, published)
            else {
                return false;
            };
            published.day_number() - last.day_number() > RECENT
        };
        before(self.a, self.b, self.published[1]) || before(self.b, self.a, self.published[0])
    }

    /// Whether nothing in place and time keeps them apart.
    pub(super) fn settings_agree(&self) -> bool {
        self.places() != Places::Apart && !dispute::apart(&self.a.when, &self.b.when)
    }

    /// Whether the side's document names a place of the other's point.
    fn is_known(&self, side: Side, point: &Point) -> bool {
        let named = |place: &Party| {
            place.name.as_deref().is_some_and(|name| name.split(' ').any(|word| (self.names)(side, word)))
        };
        point.places.iter().any(named)
    }

    pub(super) fn places(&self) -> Places {
        let (a, b) = (&self.a.places, &self.b.places);
        if a.is_empty() && b.is_empty() {
            return Places::Unsaid;
        }
        if a.is_empty() || b.is_empty() {
            return Places::OneSided;
        }
        let shared = a.iter().any(|x| {
            b.iter().any(|y| {
                self.meet(x, y) == Meet::Same
                    || is_within(x, y)
                    || (x.country == y.country && (is_country(x) || is_country(y)))
            })
        });
        // A village may lie in the province that the other tells, and a school in the town.
        let may_hold = |x: &Party, y: &Party| {
            let countries = x.country.is_none() || y.country.is_none() || x.country == y.country;
            countries && extent(x) != extent(y)
        };
        if shared {
            Places::Shared
        } else if a.iter().any(|x| b.iter().any(|y| may_hold(x, y))) {
            Places::Unsaid
        } else {
            Places::Apart
        }
    }
}

/// "The builder", "the company": two that the reader knows, by other words.
fn may_be_one(x: &Party, y: &Party) -> bool {
    x.definite && y.definite && (x.name.is_none() || y.name.is_none())
}

/// "Turnout was 63 percent", "the turnout now stands at 61.4%".
fn is_of_one_noun(x: &Amount, y: &Amount) -> bool {
    matches!((&x.about, &y.about), (Some(one), Some(other)) if one.head == other.head)
}

/// Whether what two amounts measure is one kind of thing that happens once: "acid leaked", "the spill".
fn occurs_once(a: &Point, x: &Amount, b: &Point, y: &Amount) -> bool {
    let kinds = |point: &Point, amount: &Amount| {
        let nouns = [&amount.about, &point.undergoer].into_iter().flatten();
        let nouns: Vec<_> = nouns.flat_map(|party| words::events_of_noun(&party.head)).collect();
        let verb = words::events(&amount.verb).iter();
        verb.chain(nouns).copied().filter(|kind| words::once(kind)).collect::<Vec<_>>()
    };
    let others = kinds(b, y);
    kinds(a, x).iter().any(|kind| others.contains(kind))
}

/// What an amount counts: "58 cases"; "the number of [cases]" where nothing stands with the figure.
fn counted(point: &Point) -> Option<&Party> {
    let about = || {
        let amount = point.amount.as_ref().filter(|amount| amount.unit.is_empty())?;
        let kinds = |party: &&Party| {
            words::events_of_noun(&party.head)
                .iter()
                .any(|kind| point.events.iter().any(|event| **event == **kind))
        };
        // "The toll" is one, and counts many.
        amount.about.as_ref().filter(kinds).filter(|party| party.count != Some((1.0, 1.0)))
    };
    point.undergoer.as_ref().or_else(about)
}

/// The stretch of time that a count is over; "since Sunday" counts all there is so far.
fn stretch(point: &Point) -> Option<&str> {
    point.when.scope.as_deref().filter(|scope| !scope.starts_with("since "))
}

/// Whether a party does things: what is measured of it says nothing of what the measure is.
fn acts(party: &Party) -> bool {
    party.kind.is_some_and(EntityKind::is_party)
        || party.pronoun
        || words::counted(&party.head) == Some("people")
        || party.head.ends_with('n') && party.country.is_some()
}

/// How the places of two points stand to each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Places {
    Unsaid,
    OneSided,
    Shared,
    Apart,
}

/// "Antwerp", "the port of Antwerp": the one name is among the words of the other.
fn is_within(x: &Party, y: &Party) -> bool {
    let holds = |long: &Party, short: &Party| {
        let Some(name) = &short.name else { return false };
        let own = long.name.as_deref().unwrap_or_default();
        name.split(' ').all(|word| {
            own.split(' ').any(|one| one == word) || long.told_by.iter().any(|one| &**one == word)
        })
    };
    holds(x, y) || holds(y, x)
}

/// How much a place holds, by its own noun or by what the text calls it.
fn extent(place: &Party) -> words::Extent {
    let named = place.name.as_deref().into_iter().flat_map(|name| name.split(' '));
    let told = place.told_by.iter().map(|word| &**word);
    let known = std::iter::once(&*place.head).chain(named).chain(told).map(words::extent);
    known.into_iter().find(|extent| *extent != words::Extent::Town).unwrap_or(words::Extent::Town)
}

/// A country that is named, which holds its towns.
fn is_country(place: &Party) -> bool {
    let code = place.country.as_deref().and_then(crate::extract::entities::gazetteer::country_name);
    code.is_some_and(|name| place.name.as_deref() == Some(name.to_lowercase().as_str()))
}

/// Whether one negates or leaves open what the other states.
fn answers(a: &Point, b: &Point) -> bool {
    let states = |point: &Point| point.is_stated() && point.polarity == Polarity::Positive;
    let open =
        |point: &Point| point.certainty == Certainty::Uncommitted || point.polarity == Polarity::Negative;
    (states(a) && open(b)) || (states(b) && open(a))
}

/// Whether the ranges of two amounts share a value.
pub(super) fn agree(x: &Amount, y: &Amount) -> bool {
    interval::meet((x.low, x.high), (y.low, y.high))
}
