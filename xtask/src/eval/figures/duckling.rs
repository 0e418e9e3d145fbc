//! x
pub(super) fn score(_: &xshell::Shell, _: &std::path::Path) -> anyhow::Result<()> { Ok(()) }
