//! `cargo xtask bench`: speed, as figures to read and never as a test.

mod compare;
mod server;

use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

use xshell::{Shell, cmd};

use crate::flags::Bench;

const SEED: &str = "seeds/000_1ae7029de2fe9649.txt";
const PROGRAM: &str = "target/release/claimant";

pub(crate) fn run(shell: &Shell, flags: &Bench) -> anyhow::Result<()> {
    match flags.what.as_deref().unwrap_or("extract") {
        "extract" => extract(shell),
        "compare" => {
            let shared = flags.shared.as_deref().unwrap_or(Path::new("../shared"));
            compare::run(shell, shared, flags.most.unwrap_or(10_000))
        }
        "server" => server::run(shell, flags.requests.unwrap_or(100_000)),
        other => {
            anyhow::bail!(
                "there is nothing to measure by the name {other:?}; there is: extract, compare, server"
            )
        }
    }
}

fn extract(shell: &Shell) -> anyhow::Result<()> {
    let folder = shell.create_temp_dir()?;
    println!("the analyser alone, on 1 MB of the seed article repeated, one core");
    let article = shell.read_file(SEED)?;
    let repeated = folder.path().join("repeated.txt");
    shell.write_file(&repeated, format!("{article}\n\n").repeat(1_000_000 / article.len()))?;
    cmd!(shell, "cargo run --quiet --release --package claimant-english --example speed -- {repeated}")
        .run()?;
    println!("\nthe library");
    cmd!(shell, "cargo bench --package claimant-core --bench extract").run()?;
    cmd!(shell, "cargo build --quiet --release --package claimant-cli").run()?;
    println!("\nwhole process, one article, one thread: median of 51 runs");
    let seconds = median(51, || {
        Ok(cmd!(shell, "{PROGRAM} extract --no-config --jobs 1 --format json {SEED}")
            .quiet()
            .ignore_stdout()
            .run()?)
    })?;
    println!("  {:.1} ms", seconds * 1e3);
    memory(shell)?;
    println!("\nwhole process, one text of growing length, one thread: best of 3");
    let mut table = String::new();
    for megabytes in [1, 10, 50] {
        let path = folder.path().join(format!("{megabytes}.txt"));
        shell.write_file(&path, text(megabytes * 1_000_000))?;
        let mut best = f64::INFINITY;
        for _ in 0..3 {
            let once = median(1, || {
                Ok(cmd!(shell, "{PROGRAM} extract --no-config --jobs 1 --format jsonl {path}")
                    .quiet()
                    .ignore_stdout()
                    .run()?)
            })?;
            best = best.min(once);
        }
        let rate = megabytes as f64 / best;
        writeln!(table, "  {megabytes:>3} MB  {best:>7.2} s  {rate:>6.1} MB/s")?;
    }
    print!("{table}");
    Ok(())
}

/// The most memory that one process held, as the system counted it.
fn memory(shell: &Shell) -> anyhow::Result<()> {
    const COUNT: &str = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); \
                         print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)";
    println!("\nwhole process, one article: peak resident memory");
    let kilobytes: f64 =
        cmd!(shell, "python3 -c {COUNT} {PROGRAM} extract --no-config --jobs 1 --format json {SEED}")
            .quiet()
            .read()?
            .parse()?;
    println!("  {:.1} MB", kilobytes / 1e3);
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "measuring time is what this is for")]
fn median(runs: usize, mut once: impl FnMut() -> anyhow::Result<()>) -> anyhow::Result<f64> {
    let mut seconds = Vec::new();
    for _ in 0..runs {
        let start = Instant::now();
        once()?;
        seconds.push(start.elapsed().as_secs_f64());
    }
    seconds.sort_by(f64::total_cmp);
    Ok(seconds[seconds.len() / 2])
}

/// Made-up news of about `bytes` bytes: a few sentences in every order, so that paragraphs differ.
fn text(bytes: usize) -> String {
    const SENTENCES: [&str; 5] = [
        "At least 40 people were hurt on Monday, the ministry said.",
        "“We saw nothing,” Ann Lee, a teacher, told reporters in August.",
        "According to the mayor, between 10 and 15 bridges were closed.",
        "The company has not confirmed the sale of its nearly 3,000 shops.",
        "It rained for three days, and the river rose by more than 2.5 metres.",
    ];
    let mut text = String::with_capacity(bytes + 400);
    let mut at = 0;
    while text.len() < bytes {
        text.push_str(SENTENCES[(at * 7 + at / 5) % SENTENCES.len()]);
        text.push(if at % 4 == 3 { '\n' } else { ' ' });
        at += 1;
    }
    text
}
