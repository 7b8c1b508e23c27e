//! Globalping's public API: the order of a measurement, and its results read into [`Vantage`]s.
//! Everything in an answer is untrusted text; it is cut short and shown as text.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::observation::Millis;
use crate::outside::{Answer, Place, Sight, Vantage};
use crate::target::{Scheme, Target};

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

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Order<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    target: &'a str,
    in_progress_updates: bool,
    locations: Locations<'a>,
    measurement_options: Options<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Locations<'a> {
    Magic(Vec<Magic>),
    Same(&'a str),
}

#[derive(Serialize)]
struct Magic {
    magic: String,
    limit: u8,
}

#[derive(Serialize)]
struct Options<'a> {
    protocol: &'static str,
    port: u16,
    request: Request<'a>,
}

#[derive(Serialize)]
struct Request<'a> {
    method: &'static str,
    path: &'a str,
}

/// The JSON that orders a measurement of `target`. `path_agreed`: the visitor agreed to send any path; the query never goes.
#[must_use]
pub fn order(target: &Target, whence: &Whence, path_agreed: bool) -> String {
    let locations = match whence {
        Whence::Places(places) => Locations::Magic(
            places
                .iter()
                .map(|place| Magic {
                    magic: format!("{place}+eyeball-network"),
                    limit: 1,
                })
                .collect(),
        ),
        Whence::World => Locations::Magic(vec![Magic {
            magic: "world".into(),
            limit: 3,
        }]),
        Whence::Same(id) => Locations::Same(id),
    };
    let order = Order {
        kind: "http",
        target: target.host(),
        in_progress_updates: true,
        locations,
        measurement_options: Options {
            protocol: match target.scheme() {
                Scheme::Https => "HTTPS",
                Scheme::Http => "HTTP",
            },
            port: target.port(),
            request: Request {
                method: "GET",
                path: target.outside_path(path_agreed),
            },
        },
    };
    // Strings and numbers always serialise; an empty order would be rejected by the service and said so.
    serde_json::to_string(&order).unwrap_or_default()
}

/// An accepted order.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Ordered {
    /// The measurement's id.
    pub id: String,
    /// How many probes take part.
    #[serde(rename = "probesCount")]
    pub probes: u8,
}

/// Reads the answer to an order.
#[must_use]
pub fn read_order(text: &str) -> Option<Ordered> {
    serde_json::from_str(text).ok()
}

/// The results of a measurement, so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Results {
    /// No vantage is waiting any more.
    pub finished: bool,
    /// Every vantage, in the service's order.
    pub vantages: Vec<Vantage>,
}

#[derive(Deserialize)]
struct Body {
    status: String,
    #[serde(default)]
    results: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    probe: RawProbe,
    result: RawResult,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct RawProbe {
    country: String,
    city: String,
    network: String,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct RawResult {
    status: String,
    status_code: Option<u16>,
    headers: Headers,
    raw_body: Option<String>,
    raw_output: Option<String>,
    timings: Option<Timings>,
    tls: Option<Tls>,
}

/// The headers that tell something; the service writes all names in lower case.
#[derive(Deserialize, Default)]
#[serde(default, rename_all = "kebab-case")]
struct Headers {
    server: Option<Box<RawValue>>,
    location: Option<Box<RawValue>>,
    cf_mitigated: Option<Box<RawValue>>,
    x_datadome: Option<Box<RawValue>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Timings {
    total: Option<u32>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Tls {
    authorized: Option<bool>,
    error: Option<String>,
}

/// Reads a measurement's results. `None` when the text is none.
#[must_use]
pub fn read_results(text: &str) -> Option<Results> {
    let body: Body = serde_json::from_str(text).ok()?;
    let vantages: Vec<Vantage> = body.results.into_iter().take(16).map(vantage).collect();
    let waiting = vantages.iter().any(|v| v.saw == Sight::Waiting);
    Some(Results {
        finished: body.status != "in-progress" && !waiting,
        vantages,
    })
}

fn vantage(entry: Entry) -> Vantage {
    let took = entry
        .result
        .timings
        .as_ref()
        .and_then(|timings| timings.total);
    Vantage {
        place: Place {
            country: cut(&entry.probe.country),
            city: cut(&entry.probe.city),
            network: cut(&entry.probe.network),
        },
        saw: sight(entry.result),
        took: took.map(Millis),
    }
}

fn sight(result: RawResult) -> Sight {
    match (result.status.as_str(), result.status_code) {
        ("in-progress", _) => Sight::Waiting,
        ("finished", Some(code)) => Sight::Answer(answer(code, &result)),
        _ => failure(result.raw_output.as_deref().unwrap_or_default()),
    }
}

fn answer(code: u16, result: &RawResult) -> Answer {
    let headers = &result.headers;
    let body = result.raw_body.as_deref().unwrap_or_default();
    let distrust = result
        .tls
        .as_ref()
        .filter(|tls| tls.authorized == Some(false))
        .map(|tls| cut(tls.error.as_deref().unwrap_or("not trusted")));
    Answer {
        code,
        distrust,
        server: first(&headers.server)
            .map(|server| cut(&server))
            .or_else(|| signature(body).map(str::to_owned)),
        challenge: first(&headers.cf_mitigated).as_deref() == Some("challenge")
            || headers.x_datadome.is_some()
            || is_challenge(code, body),
        location: first(&headers.location).map(|location| location.chars().take(2_048).collect()),
    }
}

/// A header's value, or the first of several: the service writes one as text, several as a list.
fn first(header: &Option<Box<RawValue>>) -> Option<String> {
    let text = header.as_ref()?.get();
    serde_json::from_str(text).ok().or_else(|| {
        serde_json::from_str::<Vec<String>>(text)
            .ok()?
            .into_iter()
            .next()
    })
}

/// Who wrote an error page, by its own words, where no header says it.
fn signature(body: &str) -> Option<&'static str> {
    [
        ("<center>nginx", "nginx"),
        ("<center>openresty", "openresty"),
        ("<address>Apache", "Apache"),
        ("Backend fetch failed", "Varnish"),
        ("Generated by cloudfront", "CloudFront"),
        ("Fastly error", "Fastly"),
        ("AkamaiGHost", "Akamai"),
    ]
    .into_iter()
    .find_map(|(mark, name)| body.contains(mark).then_some(name))
}

fn is_challenge(code: u16, body: &str) -> bool {
    matches!(code, 403 | 429 | 503)
        && [
            "challenge-platform",
            "Just a moment...",
            "captcha",
            "Attention Required! | Cloudflare",
        ]
        .iter()
        .any(|mark| body.contains(mark))
}

/// Reads a failed request's words; the service gives no codes for them.
fn failure(words: &str) -> Sight {
    let has = |mark: &str| words.contains(mark);
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
