//! `cargo xtask bench compare`: 100, 1,000 and 10,000 articles set against each other (20,000 too with `--most`), and extraction alone on the same ones.
//!
//! The articles are FNC-1's, of which there are 1,683, many of them on the same hundred stories. Beyond those, article `i` of round `k` is the
//! first half of the paragraphs of article `i` and the second half of those of article `i + 37 k`, with `k` added to every number of two
//! digits and more: new articles on old stories with figures of their own, so that few are folded as copies. Whole processes with one
//! thread; seconds and the most memory as the system counts them.

use std::path::Path;

use xshell::{Shell, cmd};

use super::PROGRAM;

/// Runs a program and prints its seconds and its peak resident memory in megabytes.
const MEASURE: &str = "import resource, subprocess, sys, time; start = time.monotonic(); \
                       subprocess.run(sys.argv[2:], stdout=open(sys.argv[1], 'wb'), stderr=subprocess.DEVNULL, check=True); \
                       used = resource.getrusage(resource.RUSAGE_CHILDREN); \
                       print(time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1e3)";

/// Writes the articles: FOLDER, the corpus' file, how many.
const WRITE: &str = r"
import csv, pathlib, re, sys
csv.field_size_limit(1 << 24)
folder, source, count = pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
bodies = [row['articleBody'] for row in csv.DictReader(open(source, newline='', encoding='utf-8'))]
paragraphs = [[line for line in body.split('\n') if line.strip()] for body in bodies]
for number in range(count):
    turn, at = divmod(number, len(bodies))
    text = bodies[at]
    if turn:
        one, other = paragraphs[at], paragraphs[(at + 37 * turn) % len(bodies)]
        text = '\n\n'.join(one[:(len(one) + 1) // 2] + other[len(other) // 2:])
        text = re.sub(r'\b\d{2,}\b', lambda found: str(int(found[0]) + turn), text)
    (folder / f'{number:05}.txt').write_text(text, encoding='utf-8')
";

pub(super) fn run(shell: &Shell, shared: &Path, most: usize) -> anyhow::Result<()> {
    let source = shared.join("data/crossdoc/fnc1/train_bodies.csv");
    if !shell.path_exists(&source) {
        println!("skipped: needs the corpora; say where with --shared");
        return Ok(());
    }
    cmd!(shell, "cargo build --quiet --release --package claimant-cli").run()?;
    println!("articles | extract: s, MB | compare: s, MB | ratio of seconds (of the processor)");
    for count in [100, 1_000, 10_000, 20_000].into_iter().filter(|count| *count <= most) {
        let folder = shell.create_temp_dir()?;
        let (articles, out) = (folder.path().join("articles"), folder.path().join("out"));
        shell.create_dir(&articles)?;
        let number = count.to_string();
        cmd!(shell, "python3 -c {WRITE} {articles} {source} {number}").quiet().run()?;
        let measure = |what: &str, format: &str| -> anyhow::Result<[f64; 3]> {
            let line = cmd!(
                shell,
                "python3 -c {MEASURE} {out} {PROGRAM} {what} --no-config --jobs 1 --format {format} {articles}"
            )
            .quiet()
            .read()?;
            let mut numbers = line.split_whitespace().map(str::parse);
            let mut next = || numbers.next().unwrap_or(Ok(f64::NAN));
            Ok([next()?, next()?, next()?])
        };
        let alone = measure("extract", "jsonl")?;
        let all = measure("compare", "json")?;
        let row = |[wall, processor, memory]: [f64; 3]| format!("{wall:.1} ({processor:.1}), {memory:.0}");
        println!("{count} | {} | {} | {:.2}", row(alone), row(all), all[1] / alone[1]);
    }
    Ok(())
}
