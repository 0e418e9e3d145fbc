//! Over a real socket: slow clients, those who go, streams, and the end.

mod program;

use std::time::Duration;

use claimant_core::Claimant;
use claimant_server::{Access, App, Limits, serve};
use program::Program;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

const PATIENCE: Duration = Duration::from_secs(30);

async fn start(limits: Limits) -> (std::net::SocketAddr, oneshot::Sender<()>, JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel();
    let app = App::new(Claimant::new(), limits, Access::default());
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

const SAID: &str = "“The bridge is safe,” said Ann Lee, the mayor, on Monday. ";

/// What a short request is answered.
async fn ask(address: std::net::SocketAddr, path: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    rest(stream).await
}

/// The value of a counter without labels.
async fn counter(address: std::net::SocketAddr, name: &str) -> u64 {
    let all = ask(address, "/metrics").await;
    let line = all.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    line.unwrap_or_else(|| panic!("no {name} in {all}")).parse().unwrap()
}

/// A batch that is being sent.
async fn batch(stream: &mut TcpStream) {
    let head =
        b"POST /v1/batch HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n";
    stream.write_all(head).await.unwrap();
}

fn chunk(line: &str) -> String {
    format!("{:x}\r\n{line}\r\n", line.len())
}

fn line(id: &str) -> String {
    format!("{{\"text\": \"{SAID}\", \"id\": \"{id}\"}}\n")
}

async fn read_until(stream: &mut TcpStream, read: &mut String, mark: &str) {
    let mut piece = [0; 4096];
    while !read.contains(mark) {
        let length =
            tokio::time::timeout(PATIENCE, stream.read(&mut piece)).await.expect("an answer").unwrap();
        assert!(length > 0, "no {mark} in {read}");
        read.push_str(&String::from_utf8_lossy(&piece[..length]));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_is_answered_line_by_line() {
    let (address, _stop, _server) = start(Limits::default()).await;
    let mut client = TcpStream::connect(address).await.unwrap();
    batch(&mut client).await;
    let mut read = String::new();
    for id in ["first", "second"] {
        // The next line goes only when this one's answer has come.
        client.write_all(chunk(&line(id)).as_bytes()).await.unwrap();
        read_until(&mut client, &mut read, &format!("\"id\":\"{id}\"")).await;
    }
    client.write_all(b"0\r\n\r\n").await.unwrap();
    assert!(rest(client).await.ends_with("0\r\n\r\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_take_answers_gets_no_more_read() {
    const LINES: u64 = 6000;
    let (address, _stop, _server) = start(Limits { time: PATIENCE, ..Limits::default() }).await;
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4096).unwrap();
    let mut client = socket.connect(address).await.unwrap();
    batch(&mut client).await;
    let (mut taking, mut giving) = client.into_split();
    let sender = tokio::spawn(async move {
        for number in 0..LINES {
            giving.write_all(chunk(&line(&number.to_string())).as_bytes()).await.unwrap();
        }
        giving.write_all(b"0\r\n\r\n").await.unwrap();
        giving
    });
    let each = SAID.split_whitespace().count() as u64;
    let mut before = 0;
    loop {
        tokio::time::sleep(Duration::from_millis(400)).await;
        let now = counter(address, "claimant_words_total").await;
        if now == before && now > 0 {
            break;
        }
        before = now;
    }
    assert!(before < LINES * each, "the server went on to the end though nobody took its answers");
    let mut all = Vec::new();
    tokio::time::timeout(4 * PATIENCE, taking.read_to_end(&mut all)).await.expect("an end").unwrap();
    sender.await.unwrap();
    let answers = String::from_utf8_lossy(&all).matches("\"schema\":\"claimant/1\"").count() as u64;
    assert_eq!(answers, LINES);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_never_takes_an_answer_is_let_go() {
    let (address, _stop, _server) =
        start(Limits { time: Duration::from_millis(500), ..Limits::default() }).await;
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4096).unwrap();
    let mut client = socket.connect(address).await.unwrap();
    batch(&mut client).await;
    let sent = tokio::time::timeout(4 * PATIENCE, async {
        while client.write_all(chunk(&line("a")).as_bytes()).await.is_ok() {}
    });
    sent.await.expect("the server closes the connection");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_goes_away_ends_the_work() {
    let (address, _stop, _server) = start(Limits { analyses: 1, queue: 0, ..Limits::default() }).await;
    let long = SAID.repeat(50_000);
    for path in ["/v1/extract", "/v1/batch"] {
        let body = if path == "/v1/batch" { line("a").replace(SAID, &long) } else { long.clone() };
        let mut client = TcpStream::connect(address).await.unwrap();
        let head = format!("POST {path} HTTP/1.1\r\nhost: a\r\ncontent-length: {}\r\n\r\n", body.len());
        client.write_all(head.as_bytes()).await.unwrap();
        client.write_all(body.as_bytes()).await.unwrap();
        while counter(address, "claimant_analyses").await == 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        drop(client);
        let gone = tokio::time::timeout(PATIENCE, async {
            while counter(address, "claimant_analyses").await == 1 {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        });
        gone.await.expect("the analysis stops");
        assert_eq!(counter(address, "claimant_words_total").await, 0, "{path}: it was read to its end");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_program_finishes_at_sigterm_what_it_accepted() {
    let mut server = Program::start(&[]);
    let address: std::net::SocketAddr = server.url.strip_prefix("http://").unwrap().parse().unwrap();
    let mut client = TcpStream::connect(address).await.unwrap();
    let (head, tail) = SAID.split_at(SAID.len() / 2 + 1);
    let start =
        format!("POST /v1/extract HTTP/1.1\r\nhost: a\r\ncontent-length: {}\r\n\r\n{head}", SAID.len());
    client.write_all(start.as_bytes()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(300)).await;
    let sent = std::process::Command::new("kill").args(["-TERM", &server.id().to_string()]).status().unwrap();
    assert!(sent.success());
    while TcpStream::connect(address).await.is_ok() {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    client.write_all(tail.as_bytes()).await.unwrap();
    let answer = rest(client).await;
    assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.contains("Ann Lee"), "{answer}");
    let ended = tokio::task::spawn_blocking(move || server.ended()).await.unwrap();
    assert!(ended.expect("it ends").success());
}
