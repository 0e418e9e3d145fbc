//! The fixed words of the wire form.

use serde::{Deserialize, Serialize};

/// Mirrors an inner enum: the same variants under the same names, with a conversion.
macro_rules! mirror {
    ($(#[doc = $doc:literal] $name:ident { $($variant:ident = $text:literal,)+ })+) => {
        $(
            #[doc = $doc]
            #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
            #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
            #[expect(missing_docs, reason = "each variant is documented on the inner enum of the same name")]
            pub enum $name { $(#[serde(rename = $text)] $variant,)+ }

            impl From<crate::$name> for $name {
                fn from(inner: crate::$name) -> $name {
                    match inner { $(crate::$name::$variant => $name::$variant,)+ }
                }
            }

            impl $name {
                /// The name as it stands in JSON.
                pub const fn name(self) -> &'static str {
                    match self { $($name::$variant => $text,)+ }
                }
            }

            impl std::fmt::Display for $name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.pad(self.name())
                }
            }
        )+

        #[cfg(test)]
        #[test]
        fn the_wire_has_the_inner_names() {
            $($(assert_eq!($name::$variant.name(), crate::$name::$variant.name());)+)+
        }
    };
}

mirror! {
    #[doc = "How a publication date is known."]
    Basis { Given = "given", Metadata = "metadata", Dateline = "dateline", EmbeddedPost = "embedded-post", }
    #[doc = "The kind of a region."]
    RegionKind {
        Body = "body", Headline = "headline", Post = "post", Caption = "caption", Dateline = "dateline",
        Boilerplate = "boilerplate",
    }
    #[doc = "In whose voice a claim is made."]
    Voice { Attributed = "attributed", Narrator = "narrator", }
    #[doc = "How much of a content stands in quotation marks."]
    Quotation { Direct = "direct", Indirect = "indirect", Mixed = "mixed", None = "none", }
    #[doc = "What a source does in saying it."]
    Act {
        Assert = "assert", Confirm = "confirm", NotConfirm = "not-confirm", Deny = "deny", Decline = "decline",
        Allege = "allege", Report = "report", Estimate = "estimate", Predict = "predict", Promise = "promise",
        Demand = "demand", Ask = "ask", Suggest = "suggest", Believe = "believe", Intend = "intend", Feel = "feel",
    }
    #[doc = "Whether a content affirms or negates."]
    Polarity { Positive = "positive", Negative = "negative", }
    #[doc = "How sure the source is of a content."]
    Certainty { Certain = "certain", Probable = "probable", Possible = "possible", Uncommitted = "uncommitted", }
    #[doc = "How the words of a figure hedge it."]
    Approx {
        Exact = "exact", About = "about", Under = "under", Over = "over", AtLeast = "at-least", AtMost = "at-most",
        Between = "between",
    }
    #[doc = "The type of a time expression (TIMEX3)."]
    TimexType { Date = "DATE", Time = "TIME", Duration = "DURATION", Set = "SET", }
    #[doc = "The kind of an entity."]
    EntityKind {
        Person = "person", Organization = "organization", Government = "government", Country = "country",
        Place = "place", Group = "group", Account = "account", Document = "document",
    }
    #[doc = "How a source without a name comes to know."]
    UnnamedKind {
        Official = "official", Representative = "representative", Insider = "insider", Witness = "witness",
        Resident = "resident", Relative = "relative", Expert = "expert", Worker = "worker", Combatant = "combatant",
        Advocate = "advocate", Media = "media",
    }
    #[doc = "What stands between claims."]
    RelationKind {
        Update = "update",
        Conflict = "conflict", Corroborate = "corroborate", SameSource = "same-source", Denies = "denies",
        LeavesUnconfirmed = "leaves-unconfirmed", RespondsTo = "responds-to",
    }
    #[doc = "What words are in the claim that a relation rests on."]
    PartRole {
        Predicate = "predicate", Actor = "actor", Undergoer = "undergoer", Figure = "figure", Source = "source", Content = "content",
        Cue = "cue", Time = "time", Place = "place",
    }
    #[doc = "What related claims meet on."]
    RelationOn { Figure = "figure", Proposition = "proposition", Time = "time", Place = "place", Actor = "actor", }
    #[doc = "What a note is about."]
    NoteKind {
        Empty = "empty", TooLong = "too-long", OpenQuotation = "open-quotation", Published = "published",
        UnresolvedSource = "unresolved-source", Encoding = "encoding", Language = "language", Limit = "limit",
        Unreadable = "unreadable",
    }
}

/// The version of the wire form.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Schema {
    /// This version.
    #[default]
    #[serde(rename = "claimant/1")]
    V1,
}

/// The unit of every offset.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Offsets {
    /// Unicode code points into the document's text, half open.
    #[default]
    #[serde(rename = "code-points")]
    CodePoints,
}
