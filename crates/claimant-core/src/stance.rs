//! How a source stands to what it says.

use crate::names::named_enum;

named_enum! {
    /// What a source does in saying something: speech acts, grouped as news uses them.
    ///
    /// ```
    /// use claimant_core::Act;
    ///
    /// assert_eq!("not-confirm".parse::<Act>()?, Act::NotConfirm);
    /// # Ok::<(), claimant_core::Error>(())
    /// ```
    pub enum Act {
        /// Says it as so: said, stated, announced, according to.
        Assert = "assert",
        /// Says that what others said is so: confirmed, acknowledged.
        Confirm = "confirm",
        /// Has not said that it is so, nor that it is not: "has not confirmed", "could not verify".
        NotConfirm = "not-confirm",
        /// Says that it is not so: denied, dismissed, rejected.
        Deny = "deny",
        /// Will not say: "declined to comment", "refused to say".
        Decline = "decline",
        /// Says it without proof, in the writer's eyes: claimed, alleged, accused.
        Allege = "allege",
        /// Passes on what was found or heard: reported.
        Report = "report",
        /// Gives a measure by judgement: estimated, put the toll at.
        Estimate = "estimate",
        /// Says what will be: predicted, forecast, warned, expected.
        Predict = "predict",
        /// Binds itself: promised, vowed, pledged, threatened.
        Promise = "promise",
        /// Wants others to act: demanded, urged, ordered, called for.
        Demand = "demand",
        /// Wants to know: asked, wondered.
        Ask = "ask",
        /// Puts forward without commitment: suggested, hinted, indicated, proposed.
        Suggest = "suggest",
        /// Holds it to be so: believes, thinks, considers.
        Believe = "believe",
        /// Means to do it: plans, intends, decided.
        Intend = "intend",
        /// Has a feeling about it: fears, hopes, regrets, welcomes.
        Feel = "feel",
    }
}

named_enum! {
    /// Whether the content, as its source puts it, affirms or negates.
    pub enum Polarity {
        /// It is so.
        Positive = "positive",
        /// It is not so: "has not had an impact", or a content that was denied.
        Negative = "negative",
    }
}

named_enum! {
    /// How sure the source is of the content: `FactBank`'s degrees (Saurí and Pustejovsky 2009).
    pub enum Certainty {
        /// Presented as certain.
        Certain = "certain",
        /// Presented as probable: "likely", "reportedly", "believed to".
        Probable = "probable",
        /// Presented as possible: "may", "might", "could", "suggests".
        Possible = "possible",
        /// The source takes no position: it has not confirmed, declined, or asked.
        Uncommitted = "uncommitted",
    }
}
