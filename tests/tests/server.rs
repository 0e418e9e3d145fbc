//! The server's JSON is the command line's.

use std::fs;
use std::path::Path;
use std::process::Command;

use axum::body::{Body, to_bytes};
use axum::http::Request;
use claimant_server::{Access, App, Limits, router};
use tower::ServiceExt as _;

#[tokio::test]
async fn the_same_bytes_as_the_command_line() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let seed = "seeds/000_1ae7029de2fe9649.txt";
    let path = root.join(seed);
    let command = Command::new(env!("CARGO"))
        .args([
            "run",
            "--quiet",
            "-p",
            "claimant-cli",
            "--",
            "extract",
            "--no-config",
            "--format",
            "json",
            seed,
        ])
        .current_dir(root)
        .output()
        .unwrap();
    assert!(command.status.success(), "{}", String::from_utf8_lossy(&command.stderr));
    // The one thing that the server is not told is where the text was read from.
    let place = format!("    \"path\": \"{seed}\",\n");
    let printed = String::from_utf8(command.stdout).unwrap();
    assert!(printed.contains(&place));

    let app = App::new(claimant_core::Claimant::new(), Limits::default(), Access::default());
    let request = Request::post("/v1/extract")
        .header("content-type", "text/plain")
        .body(Body::from(fs::read(path).unwrap()))
        .unwrap();
    let response = router(app).oneshot(request).await.unwrap();
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    assert!(printed.replacen(&place, "", 1) == String::from_utf8(body.to_vec()).unwrap(), "they differ");
}
