//! The interface's description against the real server: no fault of the server's, no answer that it does not have.

mod program;

use std::path::Path;
use std::process::Command;

use program::{Program, have};

#[test]
fn keeps_what_the_description_says() {
    if !have("schemathesis", &["--version"]) {
        return;
    }
    let server = Program::start(&["--time-limit", "20"]);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemathesis");
    let ran = Command::new("schemathesis")
        .args(["run", &format!("{}/openapi.json", server.url)])
        .args(["--max-examples", "15", "--seed", "1", "--generation-database", "none"])
        // Any text can be sent, and some is binary data, which is refused.
        .args(["--exclude-checks", "positive_data_acceptance"])
        .env("SCHEMATHESIS_HOOKS", "lines")
        .env("PYTHONPATH", &folder)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .output()
        .unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success(), "{said}");
}
