//! `cargo xtask bench server`: the server under load from a second process, beside one that only tokenizes.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, ensure};
use xshell::{Shell, cmd};

const SEED: &str = "seeds/000_1ae7029de2fe9649.txt";
const PROGRAM: &str = "target/release/claimant-server";
const LOAD: &str = "xtask/src/bench/post.lua";
const TOKENIZER: &str = "xtask/src/bench/tokenizer.py";
const TOKENIZER_PORT: &str = "18931";
const CLIENTS: [u32; 4] = [1, 8, 64, 512];
const SECONDS: u32 = 10;

/// Ends with this.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What one run came to.
struct Figures {
    seconds: f64,
    ok: u64,
    refused: u64,
    other: u64,
    errors: u64,
    p50: f64,
    p99: f64,
}

/// `requests` is how many the memory is watched over.
pub(super) fn run(shell: &Shell, requests: u64) -> anyhow::Result<()> {
    if cmd!(shell, "which wrk").quiet().ignore_stdout().run().is_err() {
        return crate::skipped("wrk");
    }
    cmd!(shell, "cargo build --quiet --release --package claimant-server").run()?;
    let (server, url) = claimant()?;
    println!("claimant-server, the seed article, {SECONDS} s each");
    table(shell, &format!("{url}/v1/extract"))?;
    println!("\nresident memory of claimant-server, 8 clients");
    println!("  {:>8} requests  {:.1} MB", 0, resident(server.0.id())?);
    let mut done = 0;
    while done < requests {
        let figures = load(shell, &format!("{url}/v1/extract"), 8)?;
        ensure!(figures.ok > 0, "the server answers nothing");
        done += figures.ok;
        println!("  {done:>8} requests  {:.1} MB", resident(server.0.id())?);
    }
    drop(server);
    if cmd!(shell, "python3 -c").arg("import spacy").quiet().run().is_err() {
        return crate::skipped("a python3 with spaCy");
    }
    let _tokenizer = Running(Command::new("python3").args([TOKENIZER, TOKENIZER_PORT]).spawn()?);
    let url = format!("http://127.0.0.1:{TOKENIZER_PORT}/");
    for _ in 0..100 {
        if load_for(shell, &url, 1, 1).is_ok_and(|figures| figures.ok > 0) {
            break;
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    println!("\nspaCy's blank tokenizer behind Python's own server, the same");
    table(shell, &url)
}

/// The server on a port of its own, and its address.
fn claimant() -> anyhow::Result<(Running, String)> {
    let mut server =
        Command::new(PROGRAM).args(["--listen", "127.0.0.1:0"]).stderr(Stdio::piped()).spawn()?;
    let log = server.stderr.take().context("it is piped")?;
    let server = Running(server);
    let mut lines = BufReader::new(log).lines();
    let first = lines.next().context("the server says where it listens")??;
    let log: serde_json::Value = serde_json::from_str(&first)?;
    let address = log["fields"]["address"].as_str().context("an address")?.to_owned();
    std::thread::spawn(move || lines.for_each(drop));
    Ok((server, format!("http://{address}")))
}

fn table(shell: &Shell, url: &str) -> anyhow::Result<()> {
    println!("  clients  answers/s    p50 ms    p99 ms  refused  other than 200, 429, 503  broken");
    for clients in CLIENTS {
        let Figures { seconds, ok, refused, other, errors, p50, p99 } = load(shell, url, clients)?;
        let rate = ok as f64 / seconds;
        println!(
            "  {clients:>7}  {rate:>9.0}  {p50:>8.1}  {p99:>8.1}  {refused:>7}  {other:>25}  {errors:>6}"
        );
    }
    Ok(())
}

fn load(shell: &Shell, url: &str, clients: u32) -> anyhow::Result<Figures> {
    load_for(shell, url, clients, SECONDS)
}

fn load_for(shell: &Shell, url: &str, clients: u32, seconds: u32) -> anyhow::Result<Figures> {
    let (clients, seconds) = (clients.to_string(), format!("{seconds}s"));
    let said = cmd!(shell, "wrk -t1 -c {clients} -d {seconds} --timeout 30s -s {LOAD} {url} -- {SEED}")
        .quiet()
        .read()?;
    let line = said.lines().find_map(|line| line.strip_prefix("figures ")).context("wrk gives figures")?;
    let parts: Vec<f64> = line.split(' ').map(str::parse).collect::<Result<_, _>>()?;
    let [seconds, ok, refused, other, errors, p50, p99] = parts[..] else {
        anyhow::bail!("odd figures: {line}")
    };
    let [ok, refused, other, errors] = [ok, refused, other, errors].map(|count| count as u64);
    Ok(Figures { seconds, ok, refused, other, errors, p50, p99 })
}

/// Resident memory of a process in MB, as the system tells it.
fn resident(process: u32) -> anyhow::Result<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("a resident size")?;
    let kilobytes: f64 = line.trim().trim_end_matches("kB").trim().parse()?;
    Ok(kilobytes / 1e3)
}
