//! A comparison scored against what is expected of it, by the rules in `tests/groups/README.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::{ClaimAt, Comparison, Group, Relation};

/// How much is given and right, and how much is owed and found.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Count {
    /// Given and expected.
    pub right: usize,
    /// Given.
    pub given: usize,
    /// Owed and given.
    pub found: usize,
    /// Owed.
    pub owed: usize,
}

impl Count {
    /// The share of what is given that is right; 1 where nothing is given.
    pub fn precision(self) -> f64 {
        share(self.right, self.given)
    }

    /// The share of what is owed that is found; 1 where nothing is owed.
    pub fn recall(self) -> f64 {
        share(self.found, self.owed)
    }

    fn add(&mut self, other: Count) {
        self.right += other.right;
        self.given += other.given;
        self.found += other.found;
        self.owed += other.owed;
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Count { right, given, found, owed } = self;
        let (precision, recall) = (100.0 * self.precision(), 100.0 * self.recall());
        write!(
            f,
            "precision {precision:.1} ({right} right of {given}), recall {recall:.1} ({found} found of {owed})"
        )
    }
}

fn share(part: usize, of: usize) -> f64 {
    if of == 0 { 1.0 } else { part as f64 / of as f64 }
}

/// The scores of one or several groups; a pair of numbers is how many are right, and of how many.
#[derive(Clone, Default, Debug)]
pub struct Scores {
    /// Relations, by kind.
    pub kinds: BTreeMap<String, Count>,
    /// Pairs of statements that belong together.
    pub together: (usize, usize),
    /// Pairs of statements that belong apart, of those whose statements both have claims.
    pub apart: (usize, usize),
    /// Numbers of independent sources.
    pub sources: (usize, usize),
    /// Pairs of documents that are copies of each other.
    pub duplicates: Count,
    /// Places where a statement is made in which a claim was found: nothing can be related without.
    pub members: (usize, usize),
    /// Relations owed whose statements both have claims: the most that recall can reach.
    pub reachable: (usize, usize),
    /// What is wrong or missing, for people.
    pub faults: Vec<String>,
}

impl Scores {
    /// The scores of one group.
    pub fn of(group: &Group, comparison: &Comparison) -> Scores {
        let mut scores = Scores::default();
        let members = Members::new(group, comparison, &mut scores);
        scores.relations(group, comparison, &members);
        scores.threads(group, comparison, &members);
        scores.duplicates(group, comparison);
        scores
    }

    /// Sums up.
    pub fn add(&mut self, other: Scores) {
        for (kind, count) in other.kinds {
            self.kinds.entry(kind).or_default().add(count);
        }
        for (sum, part) in [
            (&mut self.together, other.together),
            (&mut self.apart, other.apart),
            (&mut self.sources, other.sources),
            (&mut self.members, other.members),
            (&mut self.reachable, other.reachable),
        ] {
            *sum = (sum.0 + part.0, sum.1 + part.1);
        }
        self.duplicates.add(other.duplicates);
        self.faults.extend(other.faults);
    }

    /// All kinds of relation together.
    pub fn all(&self) -> Count {
        self.all_but("")
    }

    /// All kinds of relation together but one.
    pub fn all_but(&self, left_out: &str) -> Count {
        let mut all = Count::default();
        self.kinds.iter().filter(|(kind, _)| *kind != left_out).for_each(|(_, count)| all.add(*count));
        all
    }

    fn relations(&mut self, group: &Group, comparison: &Comparison, members: &Members<'_>) {
        let expected = &group.expected.relation;
        let mut met = vec![false; expected.len()];
        for relation in &comparison.relations {
            let count = self.kinds.entry(relation.kind.clone()).or_default();
            count.given += 1;
            let mut right = relation.kind == "same-source"
                && (members.share(&relation.claims) || is_copied(group, comparison, &relation.claims));
            for (at, wanted) in expected.iter().enumerate() {
                let [first, second] = &wanted.between;
                if wanted.kind == relation.kind && members.hold(relation, first, second) {
                    met[at] = true;
                    right = true;
                }
            }
            count.right += usize::from(right);
            if !right {
                let words = relation.claims.each_ref().map(|claim| {
                    format!("{} {} “{}”", comparison.files[claim.0], claim.1, comparison.contents[claim])
                });
                self.faults.push(format!(
                    "{}: wrong {}: {}\n      and {}",
                    group.name, relation.kind, words[0], words[1]
                ));
            }
        }
        for (wanted, met) in expected.iter().zip(met).filter(|(wanted, _)| !wanted.optional) {
            let count = self.kinds.entry(wanted.kind.clone()).or_default();
            count.owed += 1;
            count.found += usize::from(met);
            let [first, second] = &wanted.between;
            let enough = 1 + usize::from(first == second);
            let reachable = [first, second].iter().all(|id| members.of(id).len() >= enough);
            self.reachable.0 += usize::from(reachable);
            self.reachable.1 += 1;
            if !met {
                let why = if reachable { "" } else { " (claims are missing)" };
                self.faults
                    .push(format!("{}: missing {}: {first} and {second}{why}", group.name, wanted.kind));
            }
        }
    }

    fn threads(&mut self, group: &Group, comparison: &Comparison, members: &Members<'_>) {
        let share_one = |first: &str, second: &str| {
            comparison.threads.iter().any(|thread| {
                let held = |id: &str| members.of(id).intersection(&thread.claims).count();
                if first == second {
                    held(first) == members.of(first).len()
                } else {
                    held(first) * held(second) > 0
                }
            })
        };
        for thread in &group.expected.thread {
            let ids = &thread.statements;
            let single = (ids.len() == 1).then(|| (&ids[0], &ids[0]));
            for (first, second) in pairs(ids).chain(single) {
                let right = !members.of(first).is_empty() && share_one(first, second);
                self.together.0 += usize::from(right);
                self.together.1 += 1;
                if !right {
                    self.faults.push(format!("{}: not in one thread: {first} and {second}", group.name));
                }
            }
            if let Some(owed) = thread.independent_sources {
                let held =
                    |of: &BTreeSet<ClaimAt>| ids.iter().filter(|id| !members.of(id).is_disjoint(of)).count();
                // The first of several that hold equally many.
                let best = comparison.threads.iter().rev().max_by_key(|thread| held(&thread.claims));
                let given =
                    best.filter(|thread| held(&thread.claims) > 0).and_then(|it| it.independent_sources);
                self.sources.0 += usize::from(given == Some(owed));
                self.sources.1 += 1;
                if given != Some(owed) {
                    let given = given.map_or("none".to_owned(), |given| given.to_string());
                    let of = ids.join(", ");
                    self.faults
                        .push(format!("{}: {given} independent sources, not {owed}: {of}", group.name));
                }
            }
        }
        for (first, second) in group.expected.apart.iter().flat_map(|apart| pairs(&apart.statements)) {
            if members.of(first).is_empty() || members.of(second).is_empty() {
                continue;
            }
            let wrong = share_one(first, second);
            self.apart.0 += usize::from(!wrong);
            self.apart.1 += 1;
            if wrong {
                self.faults.push(format!("{}: in one thread: {first} and {second}", group.name));
            }
        }
    }

    fn duplicates(&mut self, group: &Group, comparison: &Comparison) {
        let mut owed: BTreeSet<(&str, &str)> = BTreeSet::new();
        let mut welcome = BTreeSet::new();
        for copies in &group.expected.duplicates {
            let of = if copies.optional { &mut welcome } else { &mut owed };
            of.extend(pairs(&copies.documents).map(ordered));
        }
        let given: BTreeSet<(&str, &str)> = comparison
            .duplicates
            .iter()
            .flat_map(|copies| {
                let files: Vec<&String> =
                    copies.iter().filter_map(|document| comparison.files.get(*document)).collect();
                files
                    .iter()
                    .enumerate()
                    .flat_map(|(at, first)| {
                        files[at + 1..].iter().map(|second| ordered((first, second))).collect::<Vec<_>>()
                    })
                    .collect::<Vec<_>>()
            })
            .collect();
        self.duplicates.add(Count {
            right: given.iter().filter(|pair| owed.contains(*pair) || welcome.contains(*pair)).count(),
            given: given.len(),
            found: owed.intersection(&given).count(),
            owed: owed.len(),
        });
        for (first, second) in owed.difference(&given) {
            self.faults.push(format!("{}: not named as copies: {first} and {second}", group.name));
        }
        for (first, second) in given.iter().filter(|pair| !owed.contains(*pair) && !welcome.contains(*pair)) {
            self.faults.push(format!("{}: no copies: {first} and {second}", group.name));
        }
    }
}

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (kind, count) in &self.kinds {
            writeln!(f, "{kind}: {count}")?;
        }
        writeln!(f, "all relations: {}", self.all())?;
        writeln!(f, "all but same-source: {}", self.all_but("same-source"))?;
        for (what, (right, of)) in [
            ("pairs of statements in one thread", self.together),
            ("pairs of statements apart", self.apart),
            ("numbers of independent sources", self.sources),
            ("places of statements with a claim", self.members),
            ("relations owed whose statements have claims", self.reachable),
        ] {
            writeln!(f, "{what}: {right} of {of}")?;
        }
        write!(f, "pairs of copies: {}", self.duplicates)
    }
}

/// The claims of each statement.
struct Members<'a>(BTreeMap<&'a str, BTreeSet<ClaimAt>>);

impl<'a> Members<'a> {
    fn new(group: &'a Group, comparison: &Comparison, scores: &mut Scores) -> Members<'a> {
        let mut members = BTreeMap::new();
        for statement in &group.expected.statement {
            let claims: &mut BTreeSet<ClaimAt> = members.entry(statement.id.as_str()).or_default();
            for place in &statement.members {
                let of = |claim: &&ClaimAt| comparison.files[claim.0] == place.document;
                let contents = &comparison.contents;
                let in_words = |claim: &&ClaimAt| contents[*claim].contains(&place.words);
                let mut found: Vec<&ClaimAt> = contents.keys().filter(of).filter(in_words).collect();
                if found.is_empty() {
                    let nearly = |claim: &&ClaimAt| covers(&contents[*claim], &place.words);
                    found = contents.keys().filter(of).filter(nearly).collect();
                }
                scores.members.0 += usize::from(!found.is_empty());
                scores.members.1 += 1;
                if found.is_empty() {
                    let Group { name, .. } = group;
                    scores.faults.push(format!("{name}: no claim: {} “{}”", place.document, place.words));
                }
                // "He could not confirm that she had resigned", says he: that he does not confirm it is made inside.
                let inside = comparison.within.iter().filter(|(inner, outer)| {
                    found.contains(outer) && is_part(&contents[*inner], &place.words)
                });
                let inside: Vec<ClaimAt> = inside.map(|(inner, _)| inner.clone()).collect();
                claims.extend(found.into_iter().cloned().chain(inside));
            }
        }
        Members(members)
    }

    /// The claims of a statement.
    fn of(&self, id: &str) -> &BTreeSet<ClaimAt> {
        static NONE: BTreeSet<ClaimAt> = BTreeSet::new();
        self.0.get(id).unwrap_or(&NONE)
    }

    /// Whether one statement has both claims.
    fn share(&self, claims: &[ClaimAt; 2]) -> bool {
        self.0.values().any(|of| claims.iter().all(|claim| of.contains(claim)))
    }

    /// Whether the statements have the relation's claims, in this direction where the kind has one.
    fn hold(&self, relation: &Relation, first: &str, second: &str) -> bool {
        let [x, y] = &relation.claims;
        let both_ways = matches!(relation.kind.as_str(), "conflict" | "corroborate" | "same-source");
        let (first, second) = (self.of(first), self.of(second));
        (first.contains(x) && second.contains(y)) || (both_ways && first.contains(y) && second.contains(x))
    }
}

/// Whether the claims say the same in two documents that are copies, so that they were made once.
fn is_copied(group: &Group, comparison: &Comparison, claims: &[ClaimAt; 2]) -> bool {
    let [x, y] = claims;
    let (first, second) = (&comparison.files[x.0], &comparison.files[y.0]);
    let copies =
        |copies: &super::Duplicates| copies.documents.contains(first) && copies.documents.contains(second);
    let (one, other) = (&comparison.contents[x], &comparison.contents[y]);
    x.0 != y.0 && group.expected.duplicates.iter().any(copies) && covers(one, other) && covers(other, one)
}

/// Whether a claim's content is some of the words, in a row.
fn is_part(content: &str, words: &str) -> bool {
    let (content, words) = (tokens(content), tokens(words));
    !content.is_empty() && words.windows(content.len()).any(|run| run == content)
}

/// Whether `content` has at least four fifths of the words, in their order.
fn covers(content: &str, words: &str) -> bool {
    let (content, words) = (tokens(content), tokens(words));
    // The longest common subsequence, row by row.
    let mut longest = vec![0; words.len() + 1];
    for token in &content {
        let mut diagonal = 0;
        for (at, word) in words.iter().enumerate() {
            let above = longest[at + 1];
            longest[at + 1] = if token == word { diagonal + 1 } else { above.max(longest[at]) };
            diagonal = above;
        }
    }
    !words.is_empty() && 5 * longest[words.len()] >= 4 * words.len()
}

fn tokens(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// All pairs of a list.
fn pairs(of: &[String]) -> impl Iterator<Item = (&String, &String)> {
    of.iter().enumerate().flat_map(|(at, first)| of[at + 1..].iter().map(move |second| (first, second)))
}

fn ordered<'a>((first, second): (&'a String, &'a String)) -> (&'a str, &'a str) {
    if first <= second { (first, second) } else { (second, first) }
}

#[cfg(test)]
mod tests;
