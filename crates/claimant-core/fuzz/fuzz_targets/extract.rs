//! Any bytes as an article: the invariants of `tests/invariants` hold.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/invariants/mod.rs"]
mod invariants;

fuzz_target!(|bytes: &[u8]| {
    invariants::check(&String::from_utf8_lossy(bytes), Some("2024-12-27"));
});
