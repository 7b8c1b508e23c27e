//! Globalping's public API ([reference](https://globalping.io/docs/api.globalping.io)): the order of a measurement, and its
//! results read into [`Vantage`]s. Everything in an answer is untrusted text; it is cut short and shown as text.

use serde::Serialize;
use serde_json::Value;

use crate::lenient;
use crate::millis::Millis;
use crate::outside::{Answer, Place, Sight, Vantage};
use crate::placeholder;
use crate::target::{Scheme, Target};

/// Where measurements are ordered.
pub const ORDER_URL: &str = "https://api.globalping.io/v1/measurements";

/// The longest foreign text kept, in characters.
const LONGEST_TEXT: usize = 120;

/// The longest `Location` kept, in characters.
const LONGEST_LOCATION: usize = 2_048;

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
pub enum ProbeLocations {
    /// One eyeball network at each of these places (country codes or continents).
    Places([String; 3]),
    /// Three anywhere.
    World,
    /// The probes of an earlier measurement, by its id.
    Same(String),
}

/// How a measurement asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// By HTTP/1.1, over whatever the vantage has, which is IPv4 nearly always.
    Usual,
    /// By HTTP/2, which no site without TLS speaks.
    Http2,
    /// Over IPv6.
    Ipv6,
}

/// The body of `POST /v1/measurements`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Order<'a> {
    #[serde(rename = "type")]
    measurement_type: &'static str,
    target: &'a str,
    in_progress_updates: bool,
    locations: Locations<'a>,
    measurement_options: MeasurementOptions<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Locations<'a> {
    Filters(Vec<LocationFilter>),
    /// The id of the measurement whose probes are asked again.
    SameAs(&'a str),
}

/// `limit` probes of those that match `magic`.
#[derive(Serialize)]
struct LocationFilter {
    magic: String,
    limit: u8,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct MeasurementOptions<'a> {
    protocol: &'static str,
    port: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    ip_version: Option<u8>,
    request: HttpRequest<'a>,
}

#[derive(Serialize)]
struct HttpRequest<'a> {
    method: &'static str,
    path: &'a str,
}

/// The JSON that orders a measurement of `target`. `path_agreed`: the visitor agreed to send any path; the query never goes.
#[must_use]
pub fn order(
    target: &Target,
    locations: &ProbeLocations,
    manner: Manner,
    path_agreed: bool,
) -> String {
    let locations = match locations {
        ProbeLocations::Places(places) => Locations::Filters(
            places
                .iter()
                .map(|place| LocationFilter {
                    magic: format!("{place}+eyeball-network"),
                    limit: 1,
                })
                .collect(),
        ),
        ProbeLocations::World => Locations::Filters(vec![LocationFilter {
            magic: "world".to_owned(),
            limit: 3,
        }]),
        ProbeLocations::Same(id) => Locations::SameAs(id),
    };
    let order = Order {
        measurement_type: "http",
        target: target.host(),
        in_progress_updates: true,
        locations,
        measurement_options: MeasurementOptions {
            protocol: match (target.scheme(), manner) {
                (Scheme::Https, Manner::Http2) => "HTTP2",
                (Scheme::Https, Manner::Usual | Manner::Ipv6) => "HTTPS",
                (Scheme::Http, _) => "HTTP",
            },
            port: target.port(),
            ip_version: (manner == Manner::Ipv6).then_some(6),
            request: HttpRequest {
                method: "GET",
                path: target.outside_path(path_agreed),
            },
        },
    };
    serde_json::to_string(&order).unwrap_or_default()
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
///
/// ```
/// use whichside_diagnosis::globalping::read_order;
///
/// let ordered = read_order(r#"{"id":"2E2SZgEwA6W6HvzlT0001z9VK","probesCount":3}"#);
/// assert_eq!(ordered.map(|ordered| ordered.probes), Some(3));
/// ```
#[must_use]
pub fn read_order(text: &str) -> Option<Ordered> {
    let answer = lenient::object(text)?;
    Some(Ordered {
        id: answer["id"].as_str()?.to_owned(),
        probes: lenient::number(&answer["probesCount"])?,
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
///
/// ```
/// use whichside_diagnosis::globalping::read_results;
/// use whichside_diagnosis::outside::Sight;
///
/// let results = read_results(
///     r#"{"status":"finished","results":[{
///         "probe":{"country":"DE","city":"Berlin","network":"Deutsche Telekom AG"},
///         "result":{"status":"finished","statusCode":502,"rawBody":"<center>nginx</center>"}}]}"#,
/// )
/// .expect("results");
/// assert!(results.finished);
/// assert!(matches!(&results.vantages[0].saw, Sight::Answer(answer) if answer.code == 502));
/// ```
#[must_use]
pub fn read_results(text: &str) -> Option<Results> {
    let measurement = lenient::object(text)?;
    let status = measurement["status"].as_str()?;
    let vantages: Vec<Vantage> = lenient::list(&measurement["results"])
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

fn vantage(item: &Value) -> Vantage {
    let (probe, result) = (&item["probe"], &item["result"]);
    let place = |member: &str| cut(lenient::text(&probe[member]));
    Vantage {
        place: Place {
            country: place("country"),
            city: place("city"),
            network: place("network"),
        },
        saw: match (
            lenient::text(&result["status"]),
            lenient::number(&result["statusCode"]),
        ) {
            ("in-progress", _) => Sight::Waiting,
            ("finished", Some(code)) => Sight::Answer(answer(code, result)),
            // What went wrong, in words, where nothing was answered.
            _ => failure(lenient::text(&result["rawOutput"])),
        },
        took: lenient::number(&result["timings"]["total"]).map(Millis),
    }
}

fn answer(code: u16, result: &Value) -> Answer {
    // Headers stand by their names in lower case: one value as a text, several as a list.
    let header = |name: &str| {
        let values = lenient::one_or_more(&result["headers"][name]);
        values.first().copied()
    };
    let body = lenient::text(&result["rawBody"]);
    let tls = &result["tls"];
    let distrusted = tls["authorized"] == false;
    Answer {
        code,
        distrust: distrusted.then(|| cut(tls["error"].as_str().unwrap_or("not trusted"))),
        server: author(header("server"), signature(body)),
        challenge: header("cf-mitigated") == Some("challenge")
            || header("x-datadome").is_some()
            || header("x-amzn-waf-action").is_some()
            || is_challenge(code, body),
        placeholder: code < 400 && placeholder::is_one(header("location"), body),
        retry_after: header("retry-after").and_then(|after| retry_after(after, header("date"))),
        location: header("location").map(|text| text.chars().take(LONGEST_LOCATION).collect()),
    }
}

/// How long `Retry-After` asks to wait: in seconds, or until a date, which the answer's own `Date` is held against.
fn retry_after(value: &str, date: Option<&str>) -> Option<Millis> {
    if let Ok(seconds) = value.trim().parse::<u64>() {
        return Some(Millis(seconds.saturating_mul(1_000)));
    }
    let until = httpdate::parse_http_date(value.trim()).ok()?;
    let now = httpdate::parse_http_date(date?.trim()).ok()?;
    let wait = until.duration_since(now).ok()?;
    Some(Millis(wait.as_secs().saturating_mul(1_000)))
}

/// Who wrote the answer: the page's own words name the server that failed, the header the last one it came through.
fn author(header: Option<&str>, page: Option<&'static str>) -> Option<String> {
    match (header.map(cut), page) {
        (Some(header), Some(page))
            if !header
                .to_ascii_lowercase()
                .contains(&page.to_ascii_lowercase()) =>
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
    .find_map(|(mark, name)| body.contains(mark).then_some(name))
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
        // Streams and sessions that HTTP/2 ends with an error.
        || has("NGHTTP2_")
        || has("Empty reply")
        || has("EPIPE")
    {
        Sight::HungUp
    } else {
        Sight::Other(cut(words))
    }
}

/// Somebody else's words as plain text, not too long. Reports are pasted into ticket systems, which make links, pictures and mentions
/// of what looks like one.
fn cut(text: &str) -> String {
    let is_markup = |c| matches!(c, '<' | '>' | '[' | ']' | '`' | '|' | '*' | '@' | '#' | '!');
    let seen = |c: &char| !lenient::is_unseen(*c) && !is_markup(*c);
    let words: String = text.chars().filter(seen).collect();
    words
        .replace("://", " ")
        .chars()
        .take(LONGEST_TEXT)
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::target::UrlParts;

    #[test]
    fn words_of_others_are_plain_text() {
        let hostile =
            "nginx, through ![p](https://evil.example/t.png) <b>@everyone</b>\u{202e}\u{9b}";
        assert_eq!(
            cut(hostile),
            "nginx, through p(https evil.example/t.png) beveryone/b"
        );
        // What is left out must not join its neighbours to an address.
        for torn in [
            "https:<//evil.example/",
            "https:\u{200b}//evil.example/",
            "https:/]/evil.example/",
        ] {
            assert_eq!(cut(torn), "https evil.example/");
        }
        assert_eq!(cut("Apache/2.4.1 (Debian)"), "Apache/2.4.1 (Debian)");
    }

    #[test]
    fn patience_is_asked_for_in_seconds_or_until_a_date() {
        let date = Some("Fri, 27 Nov 2026 12:00:00 GMT");
        for (value, date, wait) in [
            ("120", None, Some(120_000)),
            (" 0 ", date, Some(0)),
            ("Fri, 27 Nov 2026 12:10:00 GMT", date, Some(600_000)),
            ("Fri, 27 Nov 2026 12:10:00 GMT", None, None),
            ("Fri, 27 Nov 2026 11:00:00 GMT", date, None),
            ("99999999999999999999", date, None),
            ("18446744073709551615", date, Some(u64::MAX)),
            ("soon", date, None),
        ] {
            assert_eq!(retry_after(value, date), wait.map(Millis), "{value}");
        }
    }

    #[test]
    fn an_order_is_what_the_api_takes_and_never_holds_the_query() {
        let parts = UrlParts {
            scheme: "https".to_owned(),
            host: "shop.example".to_owned(),
            path: "/cart".to_owned(),
            query: Some("item=1".to_owned()),
            ..UrlParts::default()
        };
        let (target, _) = Target::new(parts, "").expect("a target");
        let eyeballs = |place| json!({ "magic": format!("{place}+eyeball-network"), "limit": 1 });
        for (locations, expected) in [
            (
                ProbeLocations::Places(["DE", "NA", "AS"].map(str::to_owned)),
                json!([eyeballs("DE"), eyeballs("NA"), eyeballs("AS")]),
            ),
            (
                ProbeLocations::World,
                json!([{ "magic": "world", "limit": 3 }]),
            ),
            (ProbeLocations::Same("abc".to_owned()), json!("abc")),
        ] {
            let order: Value =
                serde_json::from_str(&order(&target, &locations, Manner::Usual, true))
                    .expect("JSON");
            let expected = json!({
                "type": "http",
                "target": "shop.example",
                "inProgressUpdates": true,
                "locations": expected,
                "measurementOptions": {
                    "protocol": "HTTPS",
                    "port": 443,
                    "request": { "method": "GET", "path": "/cart" },
                },
            });
            assert_eq!(order, expected);
        }
        let options = |manner| {
            let order = order(&target, &ProbeLocations::World, manner, true);
            let order: Value = serde_json::from_str(&order).expect("JSON");
            order["measurementOptions"].clone()
        };
        assert_eq!(options(Manner::Http2)["protocol"], "HTTP2");
        assert_eq!(options(Manner::Http2)["ipVersion"], Value::Null);
        assert_eq!(options(Manner::Ipv6)["protocol"], "HTTPS");
        assert_eq!(options(Manner::Ipv6)["ipVersion"], 6);
    }
}
