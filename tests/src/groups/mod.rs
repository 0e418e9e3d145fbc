//! Groups of articles on one event, and the scoring of a comparison against what is expected of it.
//!
//! `tests/groups/README.md` has the form of the groups and the rules of scoring.

mod comparison;
mod expected;
mod score;

pub use comparison::{ClaimAt, Comparison, Relation, Thread};
pub use expected::{Apart, DocumentOf, Duplicates, Expected, Group, Member, RelationOf, Statement, ThreadOf};
pub use score::{Count, Scores};

use std::path::Path;

/// The groups of one part, "dev", "held", "later" or "unread", in the order of their names.
pub fn part(name: &str) -> anyhow::Result<Vec<Group>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("groups").join(name);
    let entries = std::fs::read_dir(&folder).map_err(|error| {
        anyhow::anyhow!("{}: {error}; the parts are dev, held, later and unread", folder.display())
    })?;
    let mut folders = entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    folders.sort();
    folders.iter().map(|folder| Group::load(folder)).collect()
}
