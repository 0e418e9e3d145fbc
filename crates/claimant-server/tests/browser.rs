//! The page, in a real browser against the real server: browser/page.mjs says what is looked at.

mod program;

use std::path::Path;
use std::process::Command;

use program::{Program, have, have_in};

#[test]
fn the_page() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    let driver = "import('playwright-core')";
    if !have("chromium", &["--version"])
        || !have_in(&folder, "node", &["--input-type=module", "--eval", driver])
    {
        return;
    }
    let server = Program::start(&[]);
    let ran = Command::new("node").arg("page.mjs").arg(&server.url).current_dir(&folder).output().unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success(), "{said}");
}
