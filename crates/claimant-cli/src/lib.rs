//! The library behind the program `claimant`.
