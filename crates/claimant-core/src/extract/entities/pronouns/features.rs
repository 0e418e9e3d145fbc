//! What a pronoun and a candidate look like to the network: yes-or-no features, each with its place among the inputs.

use super::Context;
use super::candidates::Candidate;
use crate::EntityKind;
use crate::extract::entities::chains::Chains;
use crate::extract::entities::grammar::Grammar;
use crate::extract::entities::mention::{Form, Gender, MentionId, Pronoun};

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
    KnownGender: 2,
    Kind: 7,
    /// Quotation marks around both, neither, pronoun, candidate.
    Quoted: 4,
    /// How many candidates there are.
    Candidates: 5,
    /// Things that are so or not.
    Fact: 32,
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
}

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
        Scene { context, chains, id, candidates, word, case, clause: grammar.clause(mention.head) }
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
            usize::from(
                known.gender != Gender::MALE
                    && known.gender != Gender::FEMALE
                    && known.gender != Gender::NEUTER,
            ),
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
        for fact in self.facts(candidate) {
            active.set(Group::Fact, fact);
        }
        active.set(Group::Parallel, self.case * 12 + role);
        active.set(Group::WordSentences, self.word * 6 + sentences);
        active.set(Group::CaseSentences, self.case * 6 + sentences);
        active.set(Group::RoleSentences, role * 3 + sentences.min(2));
        active.set(Group::SubjectRank, bucket(rank, &[1, 2, 3, 4, 7]) + if role < 2 { 0 } else { 6 });
        active
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
        let clear = |other: &Candidate| {
            let gender = chains.known(other.mention).gender;
            gender == Gender::MALE || gender == Gender::FEMALE || gender == Gender::NEUTER
        };
        let others = || self.candidates.iter().filter(|other| other.mention != candidate.mention);
        let nearer = || self.candidates.iter().take_while(|other| other.mention != candidate.mention);
        let in_sentence = |other: &Candidate| grammar.sentence[mentions[other.mention].head] == mine_sentence;
        let is_pronoun = |mention: MentionId| matches!(mentions[mention].form, Form::Pronoun(_));
        let (mine_paragraph, their_paragraph) =
            (context.paragraph[mine_sentence as usize], context.paragraph[their_sentence as usize]);
        let sentence = grammar.analysis.sentences[mine_sentence as usize].start;
        let said = grammar.is(self.clause, "ccomp") || grammar.is(self.clause, "parataxis");
        let verb = |clause: usize| grammar.upos(clause) == "VERB";
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
        ]
        .into_iter()
        .enumerate()
        .filter_map(|(fact, holds)| holds.then_some(fact))
    }
}

fn role(grammar: &Grammar<'_>, token: usize) -> usize {
    match grammar.relation(token) {
        "nsubj" | "nsubj:outer" => 0,
        "nsubj:pass" => 1,
        "obj" => 2,
        "iobj" => 3,
        "obl" => 4,
        "obl:agent" => 5,
        "nmod" => 6,
        "nmod:poss" => 7,
        "appos" => 8,
        "conj" => 9,
        "root" => 10,
        _ => 11,
    }
}

/// The first of rising limits that the value is below.
fn bucket(value: usize, limits: &[usize]) -> usize {
    limits.iter().position(|limit| value < *limit).unwrap_or(limits.len())
}
