//! Tests only: see `tests/tests/`. What they share with the measuring of `cargo xtask eval` is here.

pub mod groups;
