//! What public services answer: resolvers, the trace, Globalping.

use serde_json::{Value, json};
use whichside_diagnosis::doh::{self, DnsAnswer};
use whichside_diagnosis::observation::{Measured, Round};
use whichside_diagnosis::outside::{Sight, Vantage};
use whichside_diagnosis::{
    Check, Millis, Outcome, Probe, Setting, Target, UrlParts, What, address, globalping, lenient,
    trace,
};
use whichside_embed::agreement;

use crate::kept::holds_together;
use crate::{Reader, texts};

/// A resolver's JSON: addresses, and the text by which a target agrees to a page.
pub const DOH: Reader = Reader {
    name: "doh",
    seeds: || {
        texts(&[
            r#"{"Status":0,"Answer":[{"name":"a","type":5,"TTL":0,"data":"b."},{"name":"b","type":1,"TTL":0,"data":"198.51.100.20"}]}"#,
            r#"{"Status":0,"Comment":["EDE(30): Invalid Query Type"]}"#,
            r#"{"Status":0,"extended_dns_errors":[{"info_code":30}]}"#,
            r#"{"Status":3,"Question":[{"name":"shop.example.","type":28}]}"#,
            r#"{"Status":0,"Answer":[{"name":"_whichside.shop.example.","type":16,"data":"\"embed=help.other.example \" \"embed=b.example\""}]}"#,
        ])
    },
    check: doh,
};

fn doh(text: &str) {
    let answer = doh::read(text);
    let agrees = |hosts: &[String]| agreement::agrees(text, "shop.example", hosts);
    let is_answer = matches!(&answer, Some(answer) if !matches!(answer, DnsAnswer::Broken | DnsAnswer::Other(_)));
    assert_eq!(agrees(&[]), is_answer.then_some(true));
    // An agreement is word for word; whoever is not in the text is not agreed to.
    if !text.contains('\\') {
        assert_ne!(agrees(&["never-named.example".to_owned()]), Some(true));
    }
    let Some(answer) = answer else { return };
    if let DnsAnswer::Found(addresses) = &answer {
        assert!(!addresses.is_empty());
        assert!(addresses.iter().all(|each| address::is_address(each)));
    }
    let probe = Probe::Dns(
        whichside_diagnosis::observation::Resolver::Google,
        whichside_diagnosis::observation::Record::A,
    );
    let is_private = answer.is_private();
    let mut check = shop();
    check.next_probes(Millis(0));
    check.observe(probe, Outcome::Dns(answer), Millis(9));
    let asks = check.next_probes(Millis(9));
    assert!(!is_private || asks.iter().all(|ask| !ask.probe.asks_target()));
    holds_together(&check);
}

/// Cloudflare's trace.
pub const TRACE: Reader = Reader {
    name: "trace",
    seeds: || {
        texts(&[
            "fl=1f1\nh=www.cloudflare.com\nip=198.51.100.7\nts=1795257344.801\nloc=DE\nwarp=off\ngateway=off\n",
            "ts=-9223372036854775808\nloc=XX\nwarp=on\n",
        ])
    },
    check: trace,
};

fn trace(text: &str) {
    assert_eq!(trace::read(text, f64::NAN), None);
    for now in [0.0, 1.8e12, f64::MAX, f64::MIN] {
        let Some(trace) = trace::read(text, now) else {
            continue;
        };
        let is_code =
            |code: &String| code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase());
        assert!(trace.country.iter().all(is_code));
        let mut check = shop();
        check.observe(Probe::Trace, Outcome::Trace(trace), Millis(9));
        holds_together(&check);
    }
}

/// Globalping's answer to an order.
pub const GLOBALPING_ORDER: Reader = Reader {
    name: "globalping-order",
    seeds: || texts(&[r#"{"id":"2E2SZgEwA6W6HvzlT0001z9VK","probesCount":3}"#]),
    check: |text| {
        let id = globalping::read_order(text).map_or_else(|| text.to_owned(), |order| order.id);
        let Some(url) = globalping::results_url(&id) else {
            return;
        };
        // Whatever the service calls a measurement, only the service is asked for it.
        let read = url::Url::parse(&url).unwrap_or_else(|error| panic!("{url}: {error}"));
        assert_eq!(read.as_str(), format!("{}/{id}", globalping::ORDER_URL));
        assert!(read.query().is_none() && read.fragment().is_none());
    },
};

/// Globalping's results.
pub const GLOBALPING_RESULTS: Reader = Reader {
    name: "globalping-results",
    seeds: results,
    check: globalping_results,
};

fn results() -> Vec<String> {
    let vantage = |result: Value| json!({ "probe": { "country": "DE", "city": "Berlin", "network": "Telekom" }, "result": result });
    let measurement =
        |results: Vec<Value>| json!({ "status": "finished", "results": results }).to_string();
    let failed = |words: &str| vantage(json!({ "status": "failed", "rawOutput": words }));
    vec![
        measurement(vec![
            vantage(json!({
                "status": "finished", "statusCode": 502, "rawBody": "<center>nginx</center>", "timings": { "total": 80 },
                "headers": { "server": "nginx", "cf-mitigated": "challenge" },
                "tls": { "authorized": false, "error": "expired" },
            })),
            failed("connect ECONNREFUSED 198.51.100.20:443"),
            vantage(json!({ "status": "in-progress" })),
        ]),
        measurement(vec![
            vantage(
                json!({ "status": "finished", "statusCode": 301, "headers": { "location": "https://www.shop.example/" } })
            );
            3
        ]),
        measurement(vec![
            vantage(
                json!({ "status": "finished", "statusCode": 302, "headers": { "location": "//192.168.0.1/x?y" } })
            );
            3
        ]),
        measurement(vec![
            failed("NGHTTP2_PROTOCOL_ERROR"),
            failed("queryA ETIMEOUT"),
            failed("odd"),
        ]),
    ]
}

/// The longest of somebody's words that is kept, with the name of a server before it.
const LONGEST: usize = 120 + "openresty, through ".len();

fn globalping_results(text: &str) {
    let Some(results) = globalping::read_results(text) else {
        return;
    };
    assert!(results.vantages.len() <= 16);
    assert!(
        !results.finished
            || results
                .vantages
                .iter()
                .all(|vantage| vantage.saw != Sight::Waiting)
    );
    let mut check = shop();
    check.next_probes(Millis(0));
    for (vantage, slot) in results.vantages.into_iter().zip(0..) {
        foreign_words(&vantage, are_plain);
        check.observe(
            Probe::Vantage(Round::First, slot),
            Outcome::Vantage(vantage),
            Millis(9),
        );
    }
    let complete = Measured::Complete {
        id: "m1".to_owned(),
        vantages: 3,
    };
    check.observe(
        Probe::Outside(Round::First),
        Outcome::Measured(complete),
        Millis(9),
    );
    for ask in check.next_probes(Millis(9)) {
        if let What::Measure { order } = ask.what {
            let order: Value = serde_json::from_str(&order).unwrap_or_default();
            let aimed = lenient::text(&order["target"]);
            assert!(
                !address::is_private(aimed) && aimed.contains(['.', ':']),
                "{order}"
            );
            assert_eq!(order["measurementOptions"]["request"]["path"], "/");
        }
    }
    holds_together(&check);
}

/// Hands on each text of a vantage that somebody else wrote.
fn foreign_words(vantage: &Vantage, look: fn(&str)) {
    let place = &vantage.place;
    for words in [&place.country, &place.city, &place.network] {
        look(words);
    }
    match &vantage.saw {
        Sight::Answer(answer) => {
            answer
                .server
                .iter()
                .chain(&answer.distrust)
                .for_each(|each| look(each));
            assert!(
                answer
                    .location
                    .iter()
                    .all(|each| each.chars().count() <= 2_048)
            );
        }
        Sight::Other(words) => look(words),
        Sight::Waiting
        | Sight::Refused
        | Sight::TimedOut
        | Sight::HungUp
        | Sight::NameMissing
        | Sight::NameBroken => {}
    }
}

fn are_plain(words: &str) {
    assert!(words.chars().count() <= LONGEST, "{words}");
    assert!(
        !words.contains("://") && !words.contains(['<', '[', '`', '@', '!']),
        "{words}"
    );
    assert!(!words.chars().any(lenient::is_unseen), "{words}");
}

/// A check of the shop.
pub fn shop() -> Check {
    let parts = UrlParts {
        scheme: "https".to_owned(),
        host: "shop.example".to_owned(),
        path: "/cart".to_owned(),
        query: Some("s3cr3t".to_owned()),
        ..UrlParts::default()
    };
    match Target::new(parts, "") {
        Ok((target, _)) => Check::new(target, Setting::default()),
        Err(error) => panic!("{error:?}"),
    }
}
