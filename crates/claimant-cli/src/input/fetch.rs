//! Pages from the web, for those who ask for it (`--fetch`).
//!
//! A page decides where its redirections lead and whoever owns a name where that points, so an address on the
//! command line must not become a way into the network that the program runs in. Every address that a name
//! resolves to is checked, after each redirection again, and the connection is made to the address that was
//! checked: the resolver gives no others.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;

use claimant_read::Unreadable;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error};

/// What was fetched.
#[derive(Debug)]
pub(crate) struct Fetched {
    pub bytes: Vec<u8>,
    /// The address at the end of all redirections.
    pub address: String,
    /// The encoding that the server names.
    pub charset: Option<String>,
}

/// From the first byte sent to the last one received, redirections and all.
const TIME: Duration = Duration::from_secs(30);
/// As many as browsers need on the way to an article.
const REDIRECTIONS: u32 = 5;

/// Fetches pages.
#[derive(Clone, Debug)]
pub(crate) struct Fetcher {
    agent: Agent,
    most: u64,
}

impl Fetcher {
    /// One that takes up to `most` bytes of a page.
    pub(crate) fn new(most: usize) -> Fetcher {
        Fetcher::to(most, TIME, is_public)
    }

    fn to(most: usize, time: Duration, allowed: fn(IpAddr) -> bool) -> Fetcher {
        let config = Agent::config_builder()
            .timeout_global(Some(time))
            .max_redirects(REDIRECTIONS)
            // A proxy would look names up itself, where nobody checks them.
            .proxy(None)
            .max_idle_connections(0)
            .user_agent(concat!("claimant/", env!("CARGO_PKG_VERSION")))
            .accept("text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain;q=0.9, */*;q=0.5")
            .build();
        let resolver = Checked { resolver: DefaultResolver::default(), allowed };
        Fetcher { agent: Agent::with_parts(config, DefaultConnector::new(), resolver), most: most as u64 }
    }

    /// Fetches one address.
    pub(crate) fn fetch(&self, address: &str) -> Result<Fetched, Unreadable> {
        use ureq::ResponseExt;
        let fault = |error: Error| self.fault(&error);
        let response = self.agent.get(address).call().map_err(fault)?;
        let found = response.get_uri().to_string();
        let mut body = response.into_body();
        let charset = body.charset().map(str::to_owned);
        let bytes = body.with_config().limit(self.most).read_to_vec().map_err(fault)?;
        Ok(Fetched { bytes, address: found, charset })
    }

    fn fault(&self, error: &Error) -> Unreadable {
        let message = match error {
            Error::StatusCode(status) => format!("the server answers with status {status}"),
            Error::BodyExceedsLimit(_) => {
                format!("it has more than {} bytes, which is as much as is fetched", self.most)
            }
            Error::Timeout(_) => "the server takes too long".to_owned(),
            Error::TooManyRedirects => format!("it is redirected more than {REDIRECTIONS} times"),
            Error::HostNotFound => "there is no such host".to_owned(),
            Error::Other(refused) if refused.is::<Private>() => {
                return Unreadable::new(refused.to_string()).hint(
                    "only addresses on the public internet are fetched; save the page and name the file",
                );
            }
            error => format!("it cannot be fetched: {error}"),
        };
        Unreadable::new(message)
    }
}

/// Resolves names and drops the fetch when any address is not allowed.
#[derive(Debug)]
struct Checked {
    resolver: DefaultResolver,
    allowed: fn(IpAddr) -> bool,
}

impl Resolver for Checked {
    fn resolve(
        &self,
        uri: &Uri,
        config: &ureq::config::Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.resolver.resolve(uri, config, timeout)?;
        match found.iter().find(|address| !(self.allowed)(address.ip())) {
            Some(address) => {
                Err(Error::Other(Box::new(Private(uri.host().unwrap_or_default().to_owned(), address.ip()))))
            }
            None => Ok(found),
        }
    }
}

/// An address that is not on the public internet.
#[derive(Debug)]
struct Private(String, IpAddr);

impl std::fmt::Display for Private {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the host {:?} is at {}, which is no address of the public internet", self.0, self.1)
    }
}

impl std::error::Error for Private {}

/// Whether an address is on the public internet, by the registries of special-purpose addresses (RFC 6890).
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let special = address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_multicast()
        || address.is_documentation()
        || a == 0
        || a >= 240
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && (b == 18 || b == 19));
    !special
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let segments = address.segments();
    // Addresses that carry one of version 4 are what that one is.
    if let Some(inner) = address.to_ipv4_mapped() {
        return is_public_v4(inner);
    }
    let carried = |high: u16, low: u16| {
        let [a, b] = high.to_be_bytes();
        let [c, d] = low.to_be_bytes();
        is_public_v4(Ipv4Addr::new(a, b, c, d))
    };
    match segments {
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => carried(high, low),
        // Teredo, benchmarks and documentation lie within what is given out.
        [0x2001, 0..=0x1ff | 0xdb8, ..] | [0x3fff, 0..=0xfff, ..] => false,
        // Only 2000::/3 is given out.
        [first, ..] => first & 0xe000 == 0x2000,
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::{TcpListener, TcpStream};
    use std::thread;

    use super::*;

    /// A server on this machine that answers each path with a fixed response.
    fn server(answers: &'static [(&'static str, &'static str)]) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                thread::spawn(move || answer(stream, answers));
            }
        });
        address
    }

    fn answer(mut stream: TcpStream, answers: &[(&str, &str)]) {
        let mut request = [0; 2048];
        let read = stream.read(&mut request).unwrap_or(0);
        let request = String::from_utf8_lossy(&request[..read]).into_owned();
        let path = request.split(' ').nth(1).unwrap_or_default();
        let none = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        match answers.iter().find(|(known, _)| *known == path).map_or(none, |(_, answer)| answer) {
            "slow" => thread::sleep(Duration::from_secs(3)),
            answer => drop(stream.write_all(answer.as_bytes())),
        }
    }

    const ANSWERS: &[(&str, &str)] = &[
        (
            "/page",
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Length: 12\r\nConnection: close\r\n\r\n<p>Yes, sir.",
        ),
        ("/moved", "HTTP/1.1 302 Found\r\nLocation: /page\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
        (
            "/round",
            "HTTP/1.1 302 Found\r\nLocation: /round\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        ),
        (
            "/inside",
            "HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/secret\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        ),
        (
            "/file",
            "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        ),
        ("/slow", "slow"),
    ];

    /// Allows this machine besides, which only these tests can.
    fn here(address: IpAddr) -> bool {
        address.is_loopback() || is_public(address)
    }

    #[test]
    fn fetching_has_limits() {
        let address = server(ANSWERS);
        let fetcher = Fetcher::to(64, Duration::from_secs(1), here);
        let page = fetcher.fetch(&format!("{address}/page")).unwrap();
        assert_eq!(
            (page.bytes.as_slice(), page.charset.as_deref()),
            (&b"<p>Yes, sir."[..], Some("iso-8859-1"))
        );
        let moved = fetcher.fetch(&format!("{address}/moved")).unwrap();
        assert_eq!(moved.address, format!("{address}/page"));
        let fault = |path: &str| fetcher.fetch(&format!("{address}{path}")).unwrap_err().message;
        assert_eq!(fault("/none"), "the server answers with status 404");
        assert_eq!(fault("/round"), "it is redirected more than 5 times");
        assert_eq!(fault("/slow"), "the server takes too long");
        assert_eq!(
            fault("/inside"),
            "the host \"10.0.0.1\" is at 10.0.0.1, which is no address of the public internet"
        );
        assert!(fetcher.fetch(&format!("{address}/file")).is_err(), "no other scheme");
        let small = Fetcher::to(4, Duration::from_secs(1), here);
        let fault = small.fetch(&format!("{address}/page")).unwrap_err();
        assert_eq!(fault.message, "it has more than 4 bytes, which is as much as is fetched");
    }

    #[test]
    fn private_addresses_are_refused() {
        let address = server(ANSWERS);
        let fetcher = Fetcher::new(1 << 20);
        let port = address.rsplit(':').next().unwrap();
        for host in
            ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433", "0x7f.1"]
        {
            let fault = fetcher.fetch(&format!("http://{host}:{port}/page")).unwrap_err();
            assert!(
                fault.message.contains("public internet")
                    || fault.message.contains("host")
                    || fault.message.contains("cannot be fetched"),
                "{host}: {fault}"
            );
        }
        let refused = fetcher.fetch(&format!("http://127.0.0.1:{port}/page")).unwrap_err();
        assert_eq!(
            refused.message,
            "the host \"127.0.0.1\" is at 127.0.0.1, which is no address of the public internet"
        );
    }

    #[test]
    fn what_is_public() {
        for address in
            ["1.1.1.1", "100.63.0.1", "172.32.0.1", "2606:4700::1111", "2002:101:101::", "64:ff9b::101:101"]
        {
            assert!(is_public(address.parse().unwrap()), "{address}");
        }
        for address in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "127.0.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "192.0.0.1",
            "192.168.1.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:10.0.0.1",
            "fe80::1",
            "fc00::1",
            "ff02::1",
            "64:ff9b::a00:1",
            "2002:a00:1::",
            "2001:db8::1",
            "2001::1",
        ] {
            assert!(!is_public(address.parse().unwrap()), "{address}");
        }
    }
}
