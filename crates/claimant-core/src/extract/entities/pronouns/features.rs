//! What a pronoun and a candidate look like to the network: yes-or-no features, each with its place among the inputs.

use rustc_hash::FxHashMap;

use super::Context;
use super::candidates::Candidate;
use super::relation::{clause_kind, opening, outer_role, preposition, role, way};
use super::salience::{self, Salience};
use crate::EntityKind;
use crate::extract::entities::chains::Chains;
use crate::extract::entities::gender::Gender;
use crate::extract::entities::mention::{Form, MentionId, Pronoun};

/// The inputs that are on.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Active(pub(in super::super) Vec<u16>);

macro_rules! groups {
    ($($(#[$doc:meta])* $name:ident: $count:literal),* $(,)?) => {
        /// Features with several values, of which one is on.
        #[derive(Clone, Copy)]
        enum Group { $($(#[$doc])* $name),* }

        /// The values of each group.
        const COUNTS: &[u16] = &[$($count),*];
    };
}

groups! {
    /// He or she, it, they.
    Word: 3,
    /// Subject, object or oblique, possessive, reflexive, other.
    Case: 5,
    /// The candidate's role.
    Role: 12,
    /// Sentences between.
    Sentences: 6,
    /// Tokens between.
    Tokens: 6,
    MentionForm: 7,
    /// Mentions of the chain so far.
    Size: 5,
    /// Candidates that are nearer.
    Rank: 6,
    /// Candidates before it in its sentence.
    Order: 4,
    /// The chain's gender is known, or only not excluded.
    KnownGender: 4,
    Kind: 7,
    /// Quotation marks around both, neither, pronoun, candidate.
    Quoted: 4,
    /// How many candidates there are.
    Candidates: 5,
    /// Things that are so or not.
    Fact: 48,
    /// Case of the pronoun by role of the candidate.
    Parallel: 60,
    /// Word by sentences between.
    WordSentences: 18,
    /// Case by sentences between.
    CaseSentences: 30,
    /// Role by sentences between.
    RoleSentences: 36,
    /// Subjects and others by how many candidates are nearer.
    SubjectRank: 12,
    Nobody: 1,
    /// Case by where the candidate stands in the sentence or the one before.
    Position: 40,
    /// Mentions in the sentences before.
    Recent: 6,
    /// Candidates that Hobbs' order has before it: sentence by sentence, each from its beginning.
    Hobbs: 6,
    /// What speaks for nobody.
    Empty: 10,
    /// Where no gender is known: how far the ending of the name speaks for the pronoun's, for names of one word and of several.
    Leaning: 10,
    /// Role of what the candidate is a part of.
    Outer: 24,
    Preposition: 14,
    /// The way through the tree within a sentence.
    Way: 30,
    /// What the pronoun's clause is to the one above by where the candidate stands.
    ClausePosition: 72,
    /// The word that opens the pronoun's clause by where the candidate stands.
    OpeningPosition: 112,
    /// Role of what the pronoun owns by where the candidate stands.
    OwnedPosition: 40,
    /// The latest pronoun of the same word is the candidate's or another's, in the sentence or before.
    Latest: 5,
    /// People among the candidates that are nearer.
    PersonRank: 6,
    /// People among the candidates.
    People: 6,
    /// Mentions after the pronoun that are joined by name or description already.
    Ahead: 4,
    /// Case by role of what the candidate is a part of.
    OuterParallel: 60,
}

/// The number of inputs.
pub(in super::super) const INPUTS: usize = {
    let (mut sum, mut at) = (0, 0);
    while at < COUNTS.len() {
        sum += COUNTS[at] as usize;
        at += 1;
    }
    sum
};

impl Active {
    fn set(&mut self, group: Group, value: usize) {
        let first: u16 = COUNTS[..group as usize].iter().sum();
        self.0.push(first + (value as u16).min(COUNTS[group as usize] - 1));
    }
}

/// A pronoun among its candidates.
pub(super) struct Scene<'a> {
    context: &'a Context<'a>,
    chains: &'a Chains,
    id: MentionId,
    candidates: &'a [Candidate],
    word: usize,
    case: usize,
    clause: usize,
    salience: FxHashMap<MentionId, Salience>,
    /// The latest pronoun of the same word, and whether it stands in the same sentence.
    latest: Option<(MentionId, bool)>,
    /// Role of what the pronoun owns: subject, object, oblique, modifier, other.
    owned: Option<usize>,
    opening: usize,
    clause_kind: usize,
}

/// Mentions back in which the same pronoun is looked for, and ahead in which a chain goes on.
const NEAR: usize = 40;

impl<'a> Scene<'a> {
    pub(super) fn new(
        context: &'a Context<'a>,
        chains: &'a Chains,
        id: MentionId,
        candidates: &'a [Candidate],
    ) -> Scene<'a> {
        let grammar = context.grammar;
        let mention = &context.mentions.list[id];
        let word = match mention.form {
            Form::Pronoun(Pronoun::It) => 1,
            Form::Pronoun(Pronoun::They) => 2,
            _ => 0,
        };
        let reflexive = Pronoun::of(&grammar.low(mention.head)).is_some_and(|(_, reflexive)| reflexive);
        let case = match grammar.relation(mention.head) {
            _ if reflexive => 3,
            _ if grammar.xpos(mention.head) == "PRP$" => 2,
            "nsubj" | "nsubj:pass" | "nsubj:outer" => 0,
            "obj" | "iobj" | "obl" | "obl:agent" => 1,
            _ => 4,
        };
        let salience = salience::of(context, chains, id);
        let mentions = &context.mentions.list;
        let sentence = grammar.sentence[mention.head];
        let latest = (id.saturating_sub(NEAR)..id).rev().find(|other| mentions[*other].form == mention.form);
        let latest = latest.map(|other| (other, grammar.sentence[mentions[other].head] == sentence));
        let owned =
            (case == 2).then(|| grammar.head(mention.head)).flatten().map(|noun| match role(grammar, noun) {
                0 | 1 => 0,
                2 | 3 => 1,
                4 | 5 => 2,
                6 => 3,
                _ => 4,
            });
        // A possessive stands in the clause of what it makes somebody's.
        let clause = grammar.clause(mention.head);
        let (opening, clause_kind) = (opening(grammar, clause), clause_kind(grammar, clause));
        Scene {
            context,
            chains,
            id,
            candidates,
            word,
            case,
            clause,
            salience,
            latest,
            owned,
            opening,
            clause_kind,
        }
    }

    fn salience_of(&self, candidate: &Candidate) -> Salience {
        self.salience.get(&self.chains.root(candidate.mention)).copied().unwrap_or_default()
    }

    /// The features of nobody being meant.
    pub(super) fn nobody(&self) -> Active {
        let mut active = Active::default();
        let head = self.context.mentions.list[self.id].head;
        active.set(Group::Word, self.word);
        active.set(Group::Case, self.case);
        active.set(Group::Candidates, self.candidates.len());
        active.set(Group::Quoted, if self.context.quoted[head] { 2 } else { 1 });
        active.set(Group::Nobody, 0);
        let (grammar, mentions) = (self.context.grammar, &self.context.mentions.list);
        let clause = self.clause;
        let subject = grammar.is(head, "nsubj");
        let open = |relation: &str| grammar.with(clause, relation).next().is_some();
        let sentence = &grammar.analysis.sentences[grammar.sentence[head] as usize];
        let empty = [
            // "It is clear that", "it seems that", "it rained".
            self.word == 1
                && subject
                && (open("csubj") || open("ccomp") || open("xcomp"))
                && grammar.upos(clause) == "ADJ",
            self.word == 1
                && subject
                && matches!(
                    grammar.lemma(clause).as_str(),
                    "seem" | "appear" | "happen" | "take" | "turn" | "rain" | "snow"
                ),
            self.word == 1 && subject && open("cop") && open("csubj"),
            subject && open("cop"),
            head <= sentence.start + 1,
            grammar.sentence[head] == 0,
            self.candidates
                .iter()
                .any(|other| other.sentences == 0 && grammar.is(mentions[other.mention].head, "nsubj")),
            self.candidates.iter().any(|other| is_clear(self.chains.known(other.mention).gender)),
            self.candidates.iter().any(|other| self.chains.known(other.mention).named),
            self.context.speaker[head].is_some(),
        ];
        for (fact, _) in empty.into_iter().enumerate().filter(|(_, holds)| *holds) {
            active.set(Group::Empty, fact);
        }
        active
    }

    /// The features of one candidate.
    pub(super) fn candidate(&self, candidate: &Candidate) -> Active {
        let (context, chains) = (self.context, self.chains);
        let (grammar, mentions) = (context.grammar, &context.mentions.list);
        let (mine, theirs) = (&mentions[self.id], &mentions[candidate.mention]);
        let known = chains.known(candidate.mention);
        let rank = self.candidates.iter().position(|other| other.mention == candidate.mention).unwrap_or(0);
        let sentences = if candidate.follows { 5 } else { candidate.sentences as usize };
        let role = role(grammar, theirs.head);
        let mut active = Active::default();
        active.set(Group::Word, self.word);
        active.set(Group::Case, self.case);
        active.set(Group::Role, role);
        active.set(Group::Sentences, sentences);
        active.set(Group::Tokens, bucket(mine.head.abs_diff(theirs.head), &[4, 9, 17, 33, 65]));
        active.set(
            Group::MentionForm,
            match theirs.form {
                _ if theirs.coordination => 6,
                Form::Name if theirs.name.as_ref().is_some_and(|name| name.len() > 1) => 0,
                Form::Name => 1,
                Form::Definite => 2,
                Form::Indefinite => 3,
                Form::Bare => 4,
                Form::Pronoun(_) => 5,
            },
        );
        active.set(Group::Size, bucket(known.size as usize, &[2, 3, 4, 7]));
        active.set(Group::Rank, bucket(rank, &[1, 2, 3, 4, 7]));
        let same_sentence = |other: &&Candidate| {
            grammar.sentence[mentions[other.mention].head] == grammar.sentence[theirs.head]
        };
        let before = self
            .candidates
            .iter()
            .filter(same_sentence)
            .filter(|other| other.mention < candidate.mention)
            .count();
        active.set(Group::Order, before);
        active.set(
            Group::KnownGender,
            match (is_clear(known.gender), known.hint.map(Gender::of_woman)) {
                (true, _) => 0,
                (_, Some(hint)) if !hint.and(mine.gender).is_none() => 1,
                (_, Some(_)) => 2,
                _ => 3,
            },
        );
        active.set(
            Group::Kind,
            match known.kind {
                Some(EntityKind::Person) => 0,
                Some(EntityKind::Organization | EntityKind::Account) => 1,
                Some(EntityKind::Government | EntityKind::Country) => 2,
                Some(EntityKind::Place) => 3,
                Some(EntityKind::Group) => 4,
                Some(EntityKind::Document) => 5,
                None => 6,
            },
        );
        active.set(
            Group::Quoted,
            match (context.quoted[mine.head], context.quoted[theirs.head]) {
                (true, true) => 0,
                (false, false) => 1,
                (true, false) => 2,
                (false, true) => 3,
            },
        );
        active.set(Group::Candidates, bucket(self.candidates.len(), &[2, 3, 4, 8]));
        let salience = self.salience_of(candidate);
        let subject = grammar.is(theirs.head, "nsubj");
        let position = match sentences {
            5 => 7,
            0 if subject && grammar.clause(theirs.head) == self.clause => 0,
            0 if subject => 1,
            0 => 2,
            1 if salience.leads_before => 3,
            1 if salience.subject_before => 4,
            1 => 5,
            _ => 6,
        };
        active.set(Group::Position, self.case * 8 + position);
        active.set(Group::Recent, bucket(salience.mentions as usize, &[2, 3, 4, 5, 7]));
        let earlier = |other: &&Candidate| {
            let other = (other.sentences, mentions[other.mention].head);
            other < (candidate.sentences, theirs.head)
        };
        let before = self.candidates.iter().filter(|other| !other.follows).filter(earlier).count();
        active.set(Group::Hobbs, bucket(before, &[1, 2, 3, 4, 7]));
        for fact in self.facts(candidate) {
            active.set(Group::Fact, fact);
        }
        active.set(Group::Parallel, self.case * 12 + role);
        active.set(Group::WordSentences, self.word * 6 + sentences);
        active.set(Group::CaseSentences, self.case * 6 + sentences);
        active.set(Group::RoleSentences, role * 3 + sentences.min(2));
        active.set(Group::SubjectRank, bucket(rank, &[1, 2, 3, 4, 7]) + if role < 2 { 0 } else { 6 });
        self.set_relation(candidate, position, &mut active);
        self.set_company(candidate, &mut active);
        active
    }

    /// How the candidate stands to the pronoun in the parse.
    fn set_relation(&self, candidate: &Candidate, position: usize, active: &mut Active) {
        let (grammar, mentions) = (self.context.grammar, &self.context.mentions.list);
        let (mine, theirs) = (&mentions[self.id], &mentions[candidate.mention]);
        if let Some(outer) = outer_role(grammar, theirs.head) {
            active.set(Group::Outer, outer);
            active.set(Group::OuterParallel, self.case * 12 + outer % 12);
        }
        active.set(Group::Preposition, preposition(grammar, theirs.head));
        if candidate.sentences == 0 {
            active.set(Group::Way, way(grammar, mine.head, theirs.head));
        }
        active.set(Group::ClausePosition, self.clause_kind * 8 + position);
        active.set(Group::OpeningPosition, self.opening * 8 + position);
        if let Some(owned) = self.owned {
            active.set(Group::OwnedPosition, owned * 8 + position);
        }
    }

    /// What else the text has of the candidate, and of others like it.
    fn set_company(&self, candidate: &Candidate, active: &mut Active) {
        let (chains, mentions) = (self.chains, &self.context.mentions.list);
        let mine = &mentions[self.id];
        let known = chains.known(candidate.mention);
        if !is_clear(known.gender) && known.named && self.word == 0 {
            let leaning = if mine.gender == Gender::FEMALE { known.leaning } else { -known.leaning };
            active.set(Group::Leaning, (leaning + 2) as usize + if known.full { 5 } else { 0 });
        }
        let latest = match self.latest {
            None => 0,
            Some((other, here)) => {
                1 + usize::from(!here) + if chains.same(other, candidate.mention) { 0 } else { 2 }
            }
        };
        active.set(Group::Latest, latest);
        let person = |other: &&Candidate| chains.known(other.mention).kind == Some(EntityKind::Person);
        let nearer = self.candidates.iter().take_while(|other| other.mention != candidate.mention);
        active.set(Group::PersonRank, bucket(nearer.filter(person).count(), &[1, 2, 3, 4, 6]));
        active.set(Group::People, bucket(self.candidates.iter().filter(person).count(), &[1, 2, 3, 4, 6]));
        let ahead = mentions.len().min(self.id + 1 + NEAR);
        let again = (self.id + 1..ahead).filter(|other| chains.same(*other, candidate.mention)).take(4);
        active.set(Group::Ahead, bucket(again.count(), &[1, 2, 4]));
    }

    fn facts(&self, candidate: &Candidate) -> impl Iterator<Item = usize> + use<> {
        let (context, chains) = (self.context, self.chains);
        let (grammar, mentions) = (context.grammar, &context.mentions.list);
        let (mine, theirs) = (&mentions[self.id], &mentions[candidate.mention]);
        let known = chains.known(candidate.mention);
        let clause = grammar.clause(theirs.head);
        let subject = grammar.is(theirs.head, "nsubj");
        let (mine_sentence, their_sentence) = (grammar.sentence[mine.head], grammar.sentence[theirs.head]);
        let same_sentence = mine_sentence == their_sentence;
        let above = same_sentence && clause != self.clause && grammar.is_under(self.clause, clause);
        let largest = self.candidates.iter().map(|other| chains.known(other.mention).size).max().unwrap_or(0);
        let first = self.candidates.iter().map(|other| chains.known(other.mention).first).min().unwrap_or(0);
        let is_subject = |other: &Candidate| grammar.is(mentions[other.mention].head, "nsubj");
        let clear = |other: &Candidate| is_clear(chains.known(other.mention).gender);
        let others = || self.candidates.iter().filter(|other| other.mention != candidate.mention);
        let nearer = || self.candidates.iter().take_while(|other| other.mention != candidate.mention);
        let in_sentence = |other: &Candidate| grammar.sentence[mentions[other.mention].head] == mine_sentence;
        let is_pronoun = |mention: MentionId| matches!(mentions[mention].form, Form::Pronoun(_));
        let (mine_paragraph, their_paragraph) =
            (context.paragraph[mine_sentence as usize], context.paragraph[their_sentence as usize]);
        let sentence = grammar.analysis.sentences[mine_sentence as usize].start;
        let said = grammar.is(self.clause, "ccomp") || grammar.is(self.clause, "parataxis");
        let verb = |clause: usize| grammar.upos(clause) == "VERB";
        let salience = self.salience_of(candidate);
        let most = self.candidates.iter().map(|other| self.salience_of(other).mentions).max().unwrap_or(0);
        let others_lead = others().any(|other| self.salience_of(other).leads_before);
        let speaker = context.speaker[mine.head];
        let spoken = speaker.is_some();
        let speaks = speaker.is_some_and(|speaker| chains.same(speaker, candidate.mention));
        // The candidate was a source before, and the pronoun is in nobody's words.
        let speaks_theirs = context.sources[candidate.mention];
        // "The man who lost his keys": the pronoun's clause depends on the candidate.
        let clause_head_is_theirs = grammar.head(self.clause) == Some(theirs.head);
        let subject_before = grammar.subject(self.clause).filter(|at| *at != mine.head);
        [
            subject && grammar.relation(clause) == "root",
            above && subject,
            above && subject && said,
            same_sentence && clause == self.clause,
            known.size == largest && largest > 1,
            known.first == first,
            known.first == 0 || known.named && known.first < 3,
            is_pronoun(candidate.mention),
            theirs.form == mine.form,
            grammar.is(theirs.head, "nmod:poss") && self.case == 2,
            mine.head <= sentence + 1,
            mine_paragraph == their_paragraph,
            known.named,
            theirs.plural == Some(true),
            theirs.coordination
                || grammar.is(theirs.head, "conj")
                || grammar.with(theirs.head, "conj").next().is_some(),
            subject_before == Some(theirs.head),
            verb(clause)
                && verb(self.clause)
                && clause != self.clause
                && grammar.lemma(clause) == grammar.lemma(self.clause),
            grammar.relation(theirs.head) == grammar.relation(mine.head),
            mentions.get(candidate.mention + 1).is_some_and(|next| {
                grammar.is(next.head, "appos") && grammar.head(next.head) == Some(theirs.head)
            }),
            grammar.with(theirs.head, "acl:relcl").next().is_some(),
            // Deep in another noun phrase.
            grammar.is(theirs.head, "nmod")
                && grammar.head(theirs.head).is_some_and(|head| grammar.is(head, "nmod")),
            grammar.analysis.sentences[their_sentence as usize].start + 2 >= theirs.tokens.start,
            their_paragraph != mine_paragraph && subject,
            self.word == 2 && known.plural != Some(true),
            subject && !nearer().any(is_subject),
            clear(candidate) && !others().any(clear),
            !clear(candidate) && others().any(clear),
            !same_sentence && others().any(|other| in_sentence(other) && is_subject(other)),
            same_sentence && others().any(|other| !in_sentence(other) && is_subject(other)),
            candidate.sentences == 1 && known.first == first,
            others().any(|other| is_pronoun(other.mention)),
            candidate.sentences == 1 && subject && self.case == 0,
            salience.subject_here,
            salience.subject_before,
            salience.leads_before,
            salience.pronouns > 0,
            salience.named_here,
            // "Lee said she …": the source of the words that the pronoun stands in.
            speaks && !context.quoted[mine.head],
            speaks && context.quoted[mine.head],
            spoken && !speaks && !context.quoted[mine.head],
            salience.mentions == most && most > 1,
            others_lead && !salience.leads_before,
            speaks_theirs && !spoken,
            clause_head_is_theirs,
            grammar.is(theirs.head, "nmod:poss"),
            grammar.is(theirs.head, "nmod") || grammar.is(theirs.head, "obl"),
        ]
        .into_iter()
        .enumerate()
        .filter_map(|(fact, holds)| holds.then_some(fact))
    }
}

fn is_clear(gender: Gender) -> bool {
    gender == Gender::MALE || gender == Gender::FEMALE || gender == Gender::NEUTER
}

/// The first of rising limits that the value is below.
fn bucket(value: usize, limits: &[usize]) -> usize {
    limits.iter().position(|limit| value < *limit).unwrap_or(limits.len())
}
