//! Comparing, measured against corpora of others: `crossdoc events|stance|incidents|matter < LINES`, which `cargo xtask eval` calls.
//!
//! Each reads JSON Lines and prints JSON Lines or rows; the files beside this one say which. With `--features` it prints what a model is
//! trained on.
#![allow(clippy::print_stdout, reason = "it prints")]

mod events;
mod gather;
mod incidents;
mod matter;
mod network;
mod stance;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let what = arguments.next().unwrap_or_default();
    let with_features = arguments.any(|argument| argument == "--features");
    match what.as_str() {
        "events" => events::run(with_features),
        "stance" => stance::run(with_features),
        "incidents" => incidents::run(),
        "matter" => matter::run(),
        _ => Err("say what: events, stance, incidents or matter".into()),
    }
}

/// Lines of standard input as JSON.
fn given() -> impl Iterator<Item = Result<serde_json::Value, Box<dyn std::error::Error>>> {
    std::io::stdin().lines().map(|line| Ok(serde_json::from_str(&line?)?))
}
