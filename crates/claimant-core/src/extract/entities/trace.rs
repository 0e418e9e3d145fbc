//! What was decided, for measuring and training: chains as spans, and every pronoun with its candidates.

use super::grammar::Grammar;
use super::mention::Mentions;
use super::pronouns::Network;
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
    /// That is enough for a claim's source to rest on.
    pub sure: bool,
    /// It is a source of a claim or the subject of a verb of saying.
    pub speaks: bool,
}

/// Weights of the network for pronouns, other than the program's own: to measure what was trained without a text on that text.
#[derive(Clone, Debug)]
pub struct Weights(Network);

impl Weights {
    /// Reads the form of `data/pronouns.txt`.
    pub fn parse(text: &str) -> Option<Weights> {
        Network::parse(text).map(Weights)
    }
}

/// Runs the whole pipeline over a document and tells what coreference decided.
pub fn coreference(claimant: &Claimant, document: &Document, weights: Option<&Weights>) -> Coreference {
    let draft = claimant.draft(document);
    let grammar = Grammar::new(&draft.analysis, draft.text);
    let mentions = Mentions::find(&grammar);
    let head = |id: usize| draft.analysis.tokens[mentions.list[id].head].span;
    let speaks = super::seats::speaking(&draft, &grammar, &mentions);
    let mut pronouns = Vec::new();
    let resolved =
        super::resolve(&draft, &grammar, &mentions, weights.map(|weights| &weights.0), |decision, chains| {
            let candidates = decision.candidates.iter().map(|(candidate, active)| {
                let same = (0..mentions.list.len()).filter(|id| chains.same(*id, candidate.mention));
                // "President Lee" may hang on the title: the name's last word stands for it as well.
                let surname = |id: &usize| {
                    let last = mentions.list[*id].name.as_ref()?.end.checked_sub(1)?;
                    Some(draft.analysis.tokens[last].span)
                };
                let heads =
                    same.clone().map(head).chain(same.clone().filter_map(|id| surname(&id))).collect();
                (heads, active.0.clone())
            });
            pronouns.push(Pronoun {
                span: head(decision.pronoun),
                nobody: decision.nobody.0.clone(),
                candidates: candidates.collect(),
                chosen: decision.chosen,
                margin: decision.margin,
                sure: decision.margin >= super::SURE,
                speaks: speaks[decision.pronoun],
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
