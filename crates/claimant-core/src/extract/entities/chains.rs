//! Chains: mentions of one entity, joined step by step, with what is known of each.

use super::gender::Gender;
use super::mention::{Mention, MentionId};
use crate::EntityKind;

/// The chains of a text: a forest over mentions whose roots hold what is known of the whole chain.
pub(super) struct Chains {
    parent: Vec<u32>,
    known: Vec<Known>,
}

/// What is known of a chain.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) kind: Option<EntityKind>,
    pub(super) gender: Gender,
    /// Whether a name of one word in it is a woman's, were it a given name.
    pub(super) hint: Option<bool>,
    /// How far the ending of a name in it speaks for a woman.
    pub(super) leaning: i8,
    /// Whether a name of several words is in it.
    pub(super) full: bool,
    pub(super) plural: Option<bool>,
    pub(super) country: Option<&'static str>,
    /// Whether some mention is a name.
    pub(super) named: bool,
    /// How many mentions there are.
    pub(super) size: u32,
    /// The first mention.
    pub(super) first: u32,
    /// The latest mention that was joined, counted by place.
    pub(super) last: u32,
}

impl Chains {
    pub(super) fn new(mentions: &[Mention]) -> Chains {
        let known = (0..).zip(mentions).map(|(id, mention)| Known {
            kind: mention.kind,
            gender: mention.gender,
            hint: mention.hint,
            leaning: mention.leaning,
            full: mention.name.as_ref().is_some_and(|name| name.len() > 1),
            plural: mention.plural,
            country: mention.country,
            named: mention.name.is_some(),
            size: 1,
            first: id,
            last: id,
        });
        Chains { parent: (0..mentions.len() as u32).collect(), known: known.collect() }
    }

    /// The root of the mention's chain.
    pub(super) fn root(&self, mention: MentionId) -> MentionId {
        let mut at = mention;
        while self.parent[at] as usize != at {
            at = self.parent[at] as usize;
        }
        at
    }

    pub(super) fn known(&self, mention: MentionId) -> &Known {
        &self.known[self.root(mention)]
    }

    pub(super) fn known_mut(&mut self, mention: MentionId) -> &mut Known {
        let root = self.root(mention);
        &mut self.known[root]
    }

    pub(super) fn same(&self, a: MentionId, b: MentionId) -> bool {
        self.root(a) == self.root(b)
    }

    /// Whether the two can be one: no gender, number, kind or country speaks against it.
    pub(super) fn agree(&self, a: MentionId, b: MentionId) -> bool {
        let (a, b) = (self.known(a), self.known(b));
        let differ = |a: Option<bool>, b: Option<bool>| a.zip(b).is_some_and(|(a, b)| a != b);
        // A body is spoken of in both numbers; "the brothers" are not one of them.
        let person = [a.kind, b.kind].contains(&Some(EntityKind::Person));
        let collective = !person && [a.kind, b.kind].contains(&Some(EntityKind::Group));
        !a.gender.and(b.gender).is_none()
            && (collective || !differ(a.plural, b.plural))
            && a.country.zip(b.country).is_none_or(|(a, b)| a == b)
            && a.kind.zip(b.kind).is_none_or(|(a, b)| kinds_agree(a, b))
    }

    /// Makes the chains of the two one.
    pub(super) fn join(&mut self, a: MentionId, b: MentionId) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return;
        }
        // The smaller goes under the larger: ways up stay short.
        let (upper, lower) = if (self.known[a].size, b) >= (self.known[b].size, a) { (a, b) } else { (b, a) };
        self.parent[lower] = upper as u32;
        let other = self.known[lower].clone();
        let known = &mut self.known[upper];
        let both = known.gender.and(other.gender);
        if !both.is_none() {
            known.gender = both;
        }
        known.kind = match (known.kind, other.kind) {
            (Some(kind), Some(_)) if known.named || !other.named => Some(kind),
            (kind, None) => kind,
            (_, kind) => kind,
        };
        known.plural = if known.named || !other.named {
            known.plural.or(other.plural)
        } else {
            other.plural.or(known.plural)
        };
        known.hint = known.hint.or(other.hint);
        // The first word of a full name is a given name more often than a name of one word is.
        if known.leaning == 0 || (other.full && !known.full && other.leaning != 0) {
            known.leaning = other.leaning;
        }
        known.full |= other.full;
        known.country = known.country.or(other.country);
        known.named |= other.named;
        known.size += other.size;
        known.first = known.first.min(other.first);
        known.last = known.last.max(other.last);
    }
}

/// Whether one thing can be called both.
pub(super) fn kinds_agree(a: EntityKind, b: EntityKind) -> bool {
    use EntityKind::{Country, Government, Group, Organization, Person, Place};
    const ALIKE: &[(EntityKind, EntityKind)] = &[
        (Country, Place),
        (Government, Organization),
        (Organization, Group),
        (Group, Person),
        (Government, Group),
    ];
    a == b || ALIKE.contains(&(a, b)) || ALIKE.contains(&(b, a))
}
