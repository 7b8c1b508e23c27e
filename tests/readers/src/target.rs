//! The address in what a visitor types, pastes, or is sent in a link.

use url::Url;
use whichside_diagnosis::target::candidate;
use whichside_diagnosis::{Target, UrlParts, address};

use crate::{Reader, texts};

/// The address.
pub const TARGET: Reader = Reader {
    name: "target",
    seeds,
    check,
};

const OURS: &str = "whichside.example";

fn seeds() -> Vec<String> {
    texts(&[
        "shop.example",
        "https://shop.example:8443/cart?item=1#top",
        "https://anna:secret@shop.example/",
        "The page https://shop.example/cart does not open!",
        "http://[2606:4700::1111]/",
        "198.51.100.20",
        "http://0x7f.1/",
        "[64:ff9b::c0a8:4d01]",
        "www.bücher.example.",
        "javascript:alert(1)",
        "“shop.example/ä b”",
    ])
}

fn check(text: &str) {
    let Ok(candidate) = candidate(text) else {
        return;
    };
    assert!(candidate.len() <= text.len() + "https://".len());
    if let Some(target) = read(&candidate) {
        is_safe(&target);
    }
}

/// The way from an address to a target, with the `url` crate in the browser's place.
fn read(address: &str) -> Option<Target> {
    let url = Url::parse(address).ok()?;
    let parts = UrlParts {
        scheme: url.scheme().to_owned(),
        host: url.host_str().unwrap_or_default().to_owned(),
        port: url.port(),
        path: url.path().to_owned(),
        query: url.query().map(str::to_owned),
        credentials: !url.username().is_empty() || url.password().is_some(),
        fragment: url.fragment().is_some(),
    };
    Some(Target::new(parts, OURS).ok()?.0)
}

/// What holds for every target that is taken.
pub fn is_safe(target: &Target) {
    let (url, host) = (target.url(), target.host());
    assert!(url.len() <= 2_048, "{url}");
    assert!(
        url.starts_with(&target.origin()) && !url.contains('#'),
        "{url}"
    );
    assert!(!target.shown().contains('?'), "{url}");
    assert!(
        !address::is_private(host) && host.contains(['.', ':']),
        "{host}"
    );
    assert_ne!(host, OURS);
    assert_eq!(target.outside_path(false), "/");
    // What is asked is what was read.
    assert_eq!(read(&url).as_ref(), Some(target), "{url}");
    assert!(target.asked_url().starts_with("https://"));
    if let Some(twin) = target.twin_url() {
        assert!(
            read(&twin).is_some_and(|twin| twin.host() != host),
            "{twin}"
        );
    }
}
