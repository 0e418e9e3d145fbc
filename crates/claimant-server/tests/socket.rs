//! Over a real socket: slow clients, and the end.

use std::time::Duration;

use claimant_core::Claimant;
use claimant_server::{App, Limits, serve};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

const PATIENCE: Duration = Duration::from_secs(30);

async fn start(limits: Limits) -> (std::net::SocketAddr, oneshot::Sender<()>, JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel();
    let app = App::new(Claimant::new(), limits, None);
    let server = tokio::spawn(serve(app, listener, async {
        let _ = stopped.await;
    }));
    (address, stop, server)
}

async fn rest(mut stream: TcpStream) -> String {
    let mut bytes = Vec::new();
    let read = tokio::time::timeout(PATIENCE, stream.read_to_end(&mut bytes)).await;
    let _ = read.expect("the server closes the connection");
    String::from_utf8_lossy(&bytes).into_owned()
}

#[tokio::test]
async fn a_head_that_does_not_come_is_not_waited_for() {
    let (address, _stop, _server) =
        start(Limits { header: Duration::from_millis(200), ..Limits::default() }).await;
    let mut slow = TcpStream::connect(address).await.unwrap();
    slow.write_all(b"GET /healthz HTTP/1.1\r\nhost").await.unwrap();
    assert!(!rest(slow).await.contains("200 OK"));
    let silent = TcpStream::connect(address).await.unwrap();
    assert!(!rest(silent).await.contains("200 OK"));
}

#[tokio::test]
async fn a_body_that_does_not_come_is_not_waited_for() {
    let (address, _stop, _server) =
        start(Limits { time: Duration::from_millis(200), ..Limits::default() }).await;
    let mut slow = TcpStream::connect(address).await.unwrap();
    let head =
        b"POST /v1/extract HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\nconnection: close\r\n\r\nhalf";
    slow.write_all(head).await.unwrap();
    assert!(rest(slow).await.starts_with("HTTP/1.1 408 "));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_accepted_is_finished() {
    let (address, stop, server) = start(Limits::default()).await;
    let mut client = TcpStream::connect(address).await.unwrap();
    let text = "“The bridge is safe,” said Ann Lee, the mayor, on Monday. ";
    let (head, tail) = text.split_at(text.len() / 2);
    let start =
        format!("POST /v1/extract HTTP/1.1\r\nhost: a\r\ncontent-length: {}\r\n\r\n{head}", text.len());
    client.write_all(start.as_bytes()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(200)).await;
    stop.send(()).unwrap();
    while TcpStream::connect(address).await.is_ok() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert!(!server.is_finished());
    client.write_all(tail.as_bytes()).await.unwrap();
    let answer = rest(client).await;
    assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.contains("Ann Lee"), "{answer}");
    tokio::time::timeout(PATIENCE, server).await.expect("the server ends").unwrap();
}
