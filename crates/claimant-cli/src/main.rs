//! The program `claimant`.
fn main() {}
