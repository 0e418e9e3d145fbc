//! The clients in docs/clients, each against the real server.

mod program;

use std::path::PathBuf;
use std::process::Command;

use program::{Program, have};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// What a client prints for the seed article.
fn printed(server: &Program, command: &str, client: &str, token: Option<&str>) -> Result<String, String> {
    let mut run = Command::new(command);
    run.arg(root().join("docs/clients").join(client))
        .arg(&server.url)
        .arg(root().join("seeds/000_1ae7029de2fe9649.txt"))
        .env_remove("CLAIMANT_TOKEN");
    if let Some(token) = token {
        run.env("CLAIMANT_TOKEN", token);
    }
    let output = run.output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    if output.status.success() {
        Ok(text)
    } else {
        Err(format!("{text}{}", String::from_utf8_lossy(&output.stderr)))
    }
}

/// Runs a client that is known to be here, without a token and with one.
fn check(command: &str, client: &str, expected: &str) {
    let server = Program::start(&[]);
    let text = printed(&server, command, client, None).unwrap();
    assert!(text.contains(expected), "{text}");

    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), "s3cret\n").unwrap();
    let guarded = Program::start(&["--token-file", file.path().to_str().unwrap()]);
    let refused = printed(&guarded, command, client, None).unwrap_err();
    assert!(refused.contains("Authorization: Bearer"), "{refused}");
    assert!(printed(&guarded, command, client, Some("s3cret")).unwrap().contains(expected));
}

#[test]
fn curl() {
    if have("curl", &["--version"]) {
        check("sh", "claimant.sh", "{\"schema\":\"claimant/1\"");
    }
}

#[test]
fn python() {
    if have("python3", &["--version"]) {
        check("python3", "claimant.py", "Seoul [report]: “1,100 North Korean dead or injured.”\n");
    }
}

#[test]
fn javascript() {
    if have("node", &["--version"]) {
        check("node", "claimant.mjs", "Seoul [report]: “1,100 North Korean dead or injured.”\n");
    }
}
