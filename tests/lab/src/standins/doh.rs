//! The two DNS-over-HTTPS resolvers, in their JSON formats: they ask the lab's own name server.

use serde_json::{Value, json};

use super::resolving::{DnsAnswer, RecordType, ask};
use super::{HttpReply, parameter};

/// DNS's SERVFAIL.
const SERVFAIL: u16 = 2;
/// DNS's "no such name".
const NXDOMAIN: u16 = 3;

/// Cloudflare's answer; it wants to be asked for JSON.
pub fn cloudflare(query: &str, accept: &str) -> HttpReply {
    let json_asked = accept.contains("application/dns-json")
        || parameter(query, "ct").is_some_and(|kind| kind == "application/dns-json");
    if !json_asked {
        return HttpReply {
            status: 400,
            content_type: "text/plain",
            body: "Invalid query: accept application/dns-json".to_owned(),
        };
    }
    let mut answer = resolve(query, "", "\"");
    if let Some(body) = &mut answer.1
        && body["Status"] == SERVFAIL
    {
        body["Comment"] = json!(["EDE(22): No Reachable Authority"]);
    }
    reply(answer, "application/dns-json")
}

/// Google's answer; it `finds_nothing` where it is broken.
pub fn google(query: &str, finds_nothing: bool) -> HttpReply {
    let mut answer = resolve(query, ".", "");
    if let Some(body) = answer.1.as_mut().filter(|_| finds_nothing) {
        body["Status"] = json!(NXDOMAIN);
        body["Answer"] = json!([]);
    }
    if let Some(body) = &mut answer.1
        && body["Status"] == SERVFAIL
    {
        body["extended_dns_errors"] =
            json!([{ "info_code": 22, "extra_text": "No Reachable Authority" }]);
        body["Comment"] = json!("Name servers of the zone did not respond.");
    }
    reply(answer, "application/json; charset=UTF-8")
}

fn reply((status, body): (u16, Option<Value>), content_type: &'static str) -> HttpReply {
    HttpReply {
        status,
        content_type,
        body: body.map_or_else(String::new, |body| body.to_string()),
    }
}

/// `root` is what a name ends with in the answers of this resolver, `quote` stands around words.
fn resolve(query: &str, root: &str, quote: &str) -> (u16, Option<Value>) {
    let Some(name) = parameter(query, "name").filter(|name| !name.is_empty()) else {
        return (400, None);
    };
    let kind = match parameter(query, "type").as_deref() {
        None | Some("A" | "a" | "1") => RecordType::A,
        Some("AAAA" | "aaaa" | "28") => RecordType::Aaaa,
        Some("TXT" | "txt" | "16") => RecordType::Txt,
        Some(_) => return (400, None),
    };
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    let checking_disabled = matches!(parameter(query, "cd").as_deref(), Some("1" | "true"));
    let found = ask(&name, kind).unwrap_or(DnsAnswer {
        status: SERVFAIL,
        addresses: Vec::new(),
        texts: Vec::new(),
    });
    let shown = format!("{name}{root}");
    let mut body = json!({
        "Status": found.status, "TC": false, "RD": true, "RA": true, "AD": false,
        "CD": checking_disabled,
        "Question": [{ "name": shown, "type": kind.number() }],
    });
    let addresses = found.addresses.iter();
    let texts = found.texts.iter();
    let answers: Vec<Value> = addresses
        .map(|(address, ttl)| (address.to_string(), ttl))
        .chain(texts.map(|(words, ttl)| (format!("{quote}{words}{quote}"), ttl)))
        .map(
            |(data, ttl)| json!({ "name": shown, "type": kind.number(), "TTL": ttl, "data": data }),
        )
        .collect();
    if !answers.is_empty() {
        body["Answer"] = answers.into();
    } else if found.status != SERVFAIL {
        body["Authority"] = json!([{
            "name": format!("example{root}"), "type": 6, "TTL": 900,
            "data": "ns.example. hostmaster.example. 1 900 900 1800 60"
        }]);
    }
    (200, Some(body))
}
