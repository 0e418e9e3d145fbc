//! What was decided, for measuring and training: chains as spans, and every pronoun with its candidates.

use super::grammar::Grammar;
use super::mention::Mentions;
use crate::claimant::Claimant;
use crate::{Document, Span};

/// Inputs of the network that scores what a pronoun can mean.
pub const INPUTS: usize = super::pronouns::INPUTS;

/// Everything that coreference decided in one document. For the project's own tools; not part of the interface.
#[derive(Clone, Debug, Default)]
pub struct Coreference {
    /// Every chain with two mentions or more, and every mention alone, as bytes of the text.
    pub chains: Vec<Vec<Mention>>,
    /// Every third-person pronoun.
    pub pronouns: Vec<Pronoun>,
}

/// A mention and its head.
#[derive(Clone, Copy, Debug)]
pub struct Mention {
    /// The phrase.
    pub span: Span,
    /// Its head word.
    pub head: Span,
    /// The name in it.
    pub name: Option<Span>,
}

/// A pronoun with its candidates.
#[derive(Clone, Debug)]
pub struct Pronoun {
    /// Where it stands.
    pub span: Span,
    /// Inputs of the network for nobody.
    pub nobody: Vec<u16>,
    /// Each candidate's mentions so far, as heads, and its inputs.
    pub candidates: Vec<(Vec<Span>, Vec<u16>)>,
    /// The candidate that was chosen.
    pub chosen: Option<usize>,
    /// By how much.
    pub margin: f32,
}

/// Runs the whole pipeline over a document and tells what coreference decided.
pub fn coreference(claimant: &Claimant, document: &Document) -> Coreference {
    let draft = claimant.draft(document);
    let grammar = Grammar::new(&draft.analysis, draft.text);
    let mentions = Mentions::find(&grammar);
    let head = |id: usize| draft.analysis.tokens[mentions.list[id].head].span;
    let mut pronouns = Vec::new();
    let resolved = super::resolve(&draft, &grammar, &mentions, |decision, chains| {
        let candidates = decision.candidates.iter().map(|(candidate, active)| {
            let heads =
                (0..mentions.list.len()).filter(|id| chains.same(*id, candidate.mention)).map(head).collect();
            (heads, active.0.clone())
        });
        pronouns.push(Pronoun {
            span: head(decision.pronoun),
            nobody: decision.nobody.0.clone(),
            candidates: candidates.collect(),
            chosen: decision.chosen,
            margin: decision.margin,
        });
    });
    let mut chains: Vec<Vec<Mention>> = vec![Vec::new(); mentions.list.len()];
    for (id, mention) in mentions.list.iter().enumerate() {
        if mention.coordination && resolved.chains.known(id).size == 1 {
            continue;
        }
        let name = mention.name.as_ref().map(|name| grammar.span(name));
        let mention = Mention { span: grammar.span(&mention.tokens), head: head(id), name };
        chains[resolved.chains.root(id)].push(mention);
    }
    chains.retain(|chain| !chain.is_empty());
    Coreference { chains, pronouns }
}
