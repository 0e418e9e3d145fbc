//! The real program on a port of its own, and what else a test may need.
#![allow(dead_code, reason = "each test uses its part")]

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

/// A running server; it ends with this.
pub(crate) struct Program {
    child: Child,
    /// `http://127.0.0.1:PORT`
    pub url: String,
}

impl Program {
    pub(crate) fn start(flags: &[&str]) -> Program {
        let mut child = Command::new(env!("CARGO_BIN_EXE_claimant-server"))
            .args(["--listen", "127.0.0.1:0"])
            .args(flags)
            .env_remove("CLAIMANT_TOKEN")
            .current_dir(env!("CARGO_TARGET_TMPDIR"))
            .stderr(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let mut lines = BufReader::new(child.stderr.take().expect("it is piped")).lines();
        let first = lines.next().expect("the server says where it listens").expect("its log is text");
        let log: serde_json::Value = serde_json::from_str(&first).expect("its log is JSON");
        let address = log["fields"]["address"].as_str().unwrap_or_else(|| panic!("no address in {first}"));
        let url = format!("http://{address}");
        // Whoever does not read its log stops the server.
        std::thread::spawn(move || lines.for_each(drop));
        Program { child, url }
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// How it ended, if it does within half a minute.
    pub(crate) fn ended(&mut self) -> Option<ExitStatus> {
        for _ in 0..600 {
            if let Some(status) = self.child.try_wait().expect("a child can be waited for") {
                return Some(status);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        None
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Whether the command is here and says its version. Where it is not, the test is passed over on a desk, and
/// fails in CI.
pub(crate) fn have(command: &str, arguments: &[&str]) -> bool {
    have_in(Path::new("."), command, arguments)
}

/// The same, looked for from this folder.
#[expect(clippy::disallowed_methods, reason = "CI is known by its variable")]
#[expect(clippy::print_stderr, reason = "whoever runs the test should know")]
pub(crate) fn have_in(folder: &Path, command: &str, arguments: &[&str]) -> bool {
    let ran = Command::new(command)
        .args(arguments)
        .current_dir(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    let there = ran.is_ok_and(|status| status.success());
    if !there {
        let ci = std::env::var("CI").is_ok_and(|value| value == "true");
        assert!(!ci, "needs {command} {}", arguments.join(" "));
        eprintln!("skipped: needs {command} {}", arguments.join(" "));
    }
    there
}
