//! Globalping's public API: the order of a measurement, and its results read into [`Vantage`]s.
//! Everything in an answer is untrusted text; it is cut short and shown as text.

use crate::json::{self, Value};
use crate::millis::Millis;
use crate::outside::{Answer, Place, Sight, Vantage};
use crate::target::{Scheme, Target};
use crate::text::contains;

/// Where measurements are ordered.
pub const ORDER_URL: &str = "https://api.globalping.io/v1/measurements";

/// The longest foreign text kept, in characters.
const LONGEST_TEXT: usize = 120;

/// Where the results of a measurement are read; `None` where the id is not one.
#[must_use]
pub fn results_url(id: &str) -> Option<String> {
    let well_formed = !id.is_empty()
        && id.len() <= 64
        && id
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    well_formed.then(|| format!("{ORDER_URL}/{id}"))
}

/// Where the vantages of an order shall be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whence {
    /// One eyeball network at each of these places (country codes or continents).
    Places([String; 3]),
    /// Three anywhere.
    World,
    /// The probes of an earlier measurement.
    Same(String),
}

/// The JSON that orders a measurement of `target`. `path_agreed`: the visitor agreed to send any path; the query never goes.
#[must_use]
pub fn order(target: &Target, whence: &Whence, path_agreed: bool) -> String {
    let magic = |place: &str, limit: u8| {
        Value::Object(json::object([
            ("magic", json::string(place)),
            ("limit", json::whole(limit)),
        ]))
    };
    let locations = match whence {
        Whence::Places(places) => json::list(
            places
                .iter()
                .map(|place| magic(&format!("{place}+eyeball-network"), 1)),
        ),
        Whence::World => json::list([magic("world", 3)]),
        Whence::Same(id) => json::string(id),
    };
    let protocol = match target.scheme() {
        Scheme::Https => "HTTPS",
        Scheme::Http => "HTTP",
    };
    let request = json::object([
        ("method", json::string("GET")),
        ("path", json::string(target.outside_path(path_agreed))),
    ]);
    let options = json::object([
        ("protocol", json::string(protocol)),
        ("port", json::whole(target.port())),
        ("request", Value::Object(request)),
    ]);
    json::write(&Value::Object(json::object([
        ("type", json::string("http")),
        ("target", json::string(target.host())),
        ("inProgressUpdates", Value::Bool(true)),
        ("locations", locations),
        ("measurementOptions", Value::Object(options)),
    ])))
}

/// An accepted order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ordered {
    /// The measurement's id.
    pub id: String,
    /// How many probes take part.
    pub probes: u8,
}

/// Reads the answer to an order.
#[must_use]
pub fn read_order(text: &str) -> Option<Ordered> {
    let body = json::read(text)?;
    Some(Ordered {
        id: json::text(&body, &["id"])?.to_owned(),
        probes: json::number(&body, &["probesCount"])?,
    })
}

/// The results of a measurement, so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Results {
    /// No vantage is waiting any more.
    pub finished: bool,
    /// Every vantage, in the service's order.
    pub vantages: Vec<Vantage>,
}

/// More vantages than were ordered would be an answer to somebody else's question.
const MOST_VANTAGES: usize = 16;

/// Reads a measurement's results. `None` when the text is none.
#[must_use]
pub fn read_results(text: &str) -> Option<Results> {
    let body = json::read(text)?;
    let status = json::text(&body, &["status"])?;
    let vantages: Vec<Vantage> = json::items(&body, &["results"])
        .iter()
        .take(MOST_VANTAGES)
        .map(vantage)
        .collect();
    let waiting = vantages.iter().any(|v| v.saw == Sight::Waiting);
    Some(Results {
        finished: status != "in-progress" && !waiting,
        vantages,
    })
}

fn vantage(entry: &Value) -> Vantage {
    let probe = |name| cut(json::text(entry, &["probe", name]).unwrap_or_default());
    Vantage {
        place: Place {
            country: probe("country"),
            city: probe("city"),
            network: probe("network"),
        },
        saw: sight(entry),
        took: json::number(entry, &["result", "timings", "total"]).map(Millis),
    }
}

fn sight(entry: &Value) -> Sight {
    match (
        json::text(entry, &["result", "status"]),
        json::number(entry, &["result", "statusCode"]),
    ) {
        (Some("in-progress"), _) => Sight::Waiting,
        (Some("finished"), Some(code)) => Sight::Answer(answer(code, entry)),
        _ => failure(json::text(entry, &["result", "rawOutput"]).unwrap_or_default()),
    }
}

fn answer(code: u16, entry: &Value) -> Answer {
    let header = |name| first(entry, name);
    let body = json::text(entry, &["result", "rawBody"]).unwrap_or_default();
    let distrusted = matches!(
        json::at(entry, &["result", "tls", "authorized"]),
        Some(Value::Bool(false))
    );
    Answer {
        code,
        distrust: distrusted
            .then(|| cut(json::text(entry, &["result", "tls", "error"]).unwrap_or("not trusted"))),
        server: author(header("server"), signature(body)),
        challenge: header("cf-mitigated") == Some("challenge")
            || header("x-datadome").is_some()
            || header("x-amzn-waf-action").is_some()
            || is_challenge(code, body),
        location: header("location").map(|location| location.chars().take(2_048).collect()),
    }
}

/// A header's value, or the first of several: the service writes one as text, several as a list, all names in lower case.
fn first<'a>(entry: &'a Value, name: &str) -> Option<&'a str> {
    let header = ["result", "headers", name];
    json::text(entry, &header).or_else(|| json::text(json::items(entry, &header).first()?, &[]))
}

/// Who wrote the answer: the page's own words name the server that failed, the header the last one it came through.
fn author(header: Option<&str>, page: Option<&'static str>) -> Option<String> {
    match (header.map(cut), page) {
        (Some(header), Some(page))
            if !contains(&header.to_ascii_lowercase(), &page.to_ascii_lowercase()) =>
        {
            Some(format!("{page}, through {header}"))
        }
        (None, Some(page)) => Some(page.to_owned()),
        (header, _) => header,
    }
}

/// Who wrote an error page, by its own words.
fn signature(body: &str) -> Option<&'static str> {
    [
        ("<center>nginx", "nginx"),
        ("<center>openresty", "openresty"),
        ("<address>Apache", "Apache"),
        ("No server is available to handle this request", "HAProxy"),
        ("upstream connect error or disconnect/reset", "Envoy"),
        ("Powered by LiteSpeed", "LiteSpeed"),
        ("Backend fetch failed", "Varnish"),
        ("Generated by cloudfront", "CloudFront"),
        ("cf-error-details", "Cloudflare"),
        ("Fastly error", "Fastly"),
        ("AkamaiGHost", "Akamai"),
        ("herokucdn.com/error-pages", "Heroku"),
        ("Primary script unknown", "PHP-FPM"),
        ("Fatal error</b>:", "PHP"),
    ]
    .into_iter()
    .find_map(|(mark, name)| contains(body, mark).then_some(name))
}

fn is_challenge(code: u16, body: &str) -> bool {
    matches!(code, 403 | 429 | 503)
        && [
            "challenge-platform",
            "Just a moment...",
            "captcha",
            "Attention Required! | Cloudflare",
            "Incapsula incident ID",
            "Sucuri WebSite Firewall",
            "errors.edgesuite.net",
            "awswaf.com",
            "DDoS-Guard",
        ]
        .iter()
        .any(|mark| contains(body, mark))
}

/// Reads a failed request's words; the service gives no codes for them.
fn failure(words: &str) -> Sight {
    let has = |mark: &str| contains(words, mark);
    if has("ENOTFOUND") || has("NXDOMAIN") || has("ENODATA") {
        Sight::NameMissing
    } else if has("SERVFAIL") || has("EAI_AGAIN") || has("queryA ETIMEOUT") {
        Sight::NameBroken
    } else if has("ECONNREFUSED") {
        Sight::Refused
    } else if has("timeout")
        || has("ETIMEDOUT")
        || has("timed out")
        || has("EHOSTUNREACH")
        || has("ENETUNREACH")
    {
        Sight::TimedOut
    } else if has("ECONNRESET")
        || has("socket hang up")
        || has("not closed cleanly")
        || has("Empty reply")
        || has("EPIPE")
    {
        Sight::HungUp
    } else {
        Sight::Other(cut(words))
    }
}

fn cut(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control())
        .take(LONGEST_TEXT)
        .collect()
}
