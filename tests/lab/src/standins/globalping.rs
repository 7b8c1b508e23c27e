//! Globalping's API: an order for a measurement, and looking at how far it is. Orders the real service
//! would refuse are refused here, so that a mistake of the page shows in the lab.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use serde::Deserialize;
use serde_json::{Value, json};

use super::HttpReply;
use super::probes::{Location, Probe, chosen};
use super::vantage::{self, Errand};
use crate::broken::Measuring;

/// The service, with every measurement ordered so far.
pub struct Globalping {
    authority: PathBuf,
    measuring: Measuring,
    measurements: Mutex<BTreeMap<String, Measurement>>,
}

struct Measurement {
    target: String,
    probes: Vec<Probe>,
    results: Vec<Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Order {
    r#type: String,
    target: String,
    #[serde(default, rename = "inProgressUpdates")]
    _in_progress_updates: bool,
    #[serde(default)]
    limit: Option<usize>,
    #[serde(default)]
    locations: Option<Locations>,
    #[serde(default)]
    measurement_options: Options,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Locations {
    /// The id of an earlier measurement: the same vantages again.
    AsIn(String),
    /// A list.
    Each(Vec<Location>),
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default, rename_all = "camelCase")]
struct Options {
    protocol: Protocol,
    port: Option<u16>,
    ip_version: IpVersion,
    request: Asked,
}

/// 4 or 6, and nothing else.
#[derive(Deserialize, Clone, Copy, Default)]
#[serde(try_from = "u8")]
struct IpVersion {
    is_6: bool,
}

impl TryFrom<u8> for IpVersion {
    type Error = String;

    fn try_from(version: u8) -> Result<Self, String> {
        match version {
            4 => Ok(Self { is_6: false }),
            6 => Ok(Self { is_6: true }),
            other => Err(format!("ipVersion must be one of 4, 6, not {other}")),
        }
    }
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "UPPERCASE")]
enum Protocol {
    Http,
    #[default]
    Https,
    Http2,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Asked {
    method: String,
    host: Option<String>,
    path: String,
    query: String,
}

impl Default for Asked {
    fn default() -> Self {
        Self {
            method: "HEAD".into(),
            host: None,
            path: "/".into(),
            query: String::new(),
        }
    }
}

impl Globalping {
    /// A service without measurements, whose vantages trust `authority`.
    pub fn new(authority: PathBuf, measuring: Measuring) -> Self {
        Self {
            authority,
            measuring,
            measurements: Mutex::default(),
        }
    }

    /// Takes an order: every vantage sets out at once.
    pub fn order(self: &Arc<Self>, body: &str) -> HttpReply {
        let order: Order = match serde_json::from_str(body) {
            Ok(order) => order,
            Err(error) => return invalid(&error.to_string()),
        };
        if order.r#type != "http" || !order.target.contains('.') {
            return invalid("the lab measures only http, and only names with a dot");
        }
        let asked = &order.measurement_options.request;
        if !matches!(asked.method.as_str(), "GET" | "HEAD" | "OPTIONS") {
            return invalid("method must be one of GET, HEAD, OPTIONS");
        }
        let probes = match &order.locations {
            Some(Locations::AsIn(id)) => self
                .all()
                .get(id)
                .map(|earlier| earlier.probes.clone())
                .unwrap_or_default(),
            Some(Locations::Each(list)) => chosen(list, order.limit),
            None => chosen(&[], order.limit),
        };
        if probes.is_empty() {
            return error(422, "no_probes_found", "No matching probes available.");
        }
        if self.measuring == Measuring::Limited {
            return error(429, "too_many_requests", "API rate limit exceeded.");
        }
        let errand = errand(&order);
        let id = self.remember(&order.target, &probes);
        let setting_out = probes.iter().copied().enumerate();
        for (index, probe) in setting_out.filter(|_| self.measuring != Measuring::Endless) {
            let (service, errand, id) = (Arc::clone(self), errand.clone(), id.clone());
            thread::spawn(move || {
                let result = vantage::result(probe, &errand, &service.authority);
                if let Some(measurement) = service.all().get_mut(&id) {
                    measurement.results[index] = result;
                }
            });
        }
        HttpReply::json(202, &json!({ "id": id, "probesCount": probes.len() }))
    }

    /// Tells how far the measurement is whose id ends `path`.
    pub fn look_up(&self, path: &str) -> HttpReply {
        let id = path.rsplit('/').next().unwrap_or_default();
        let all = self.all();
        let Some(measurement) = all.get(id) else {
            return error(404, "not_found", "Couldn't find the requested item.");
        };
        let unfinished = measurement
            .results
            .iter()
            .any(|result| result["status"] == "in-progress");
        let results: Vec<Value> = measurement
            .probes
            .iter()
            .zip(&measurement.results)
            .map(|(probe, result)| json!({ "probe": probe.told(), "result": result }))
            .collect();
        HttpReply::json(
            200,
            &json!({
                "id": id, "type": "http", "target": measurement.target,
                "status": if unfinished { "in-progress" } else { "finished" },
                "probesCount": results.len(), "results": results,
            }),
        )
    }

    fn remember(&self, target: &str, probes: &[Probe]) -> String {
        let mut all = self.all();
        let id = format!("lab{:013}", all.len() + 1);
        let waiting = json!({ "status": "in-progress", "rawOutput": "" });
        all.insert(
            id.clone(),
            Measurement {
                target: target.to_owned(),
                probes: probes.to_vec(),
                results: vec![waiting; probes.len()],
            },
        );
        id
    }

    fn all(&self) -> MutexGuard<'_, BTreeMap<String, Measurement>> {
        self.measurements
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

fn errand(order: &Order) -> Errand {
    let Options {
        protocol,
        port,
        ip_version,
        request,
    } = &order.measurement_options;
    let (scheme, http2, usual_port) = match protocol {
        Protocol::Http => ("http", false, 80),
        Protocol::Https => ("https", false, 443),
        Protocol::Http2 => ("https", true, 443),
    };
    let query = if request.query.is_empty() {
        String::new()
    } else {
        format!("?{}", request.query.trim_start_matches('?'))
    };
    Errand {
        scheme,
        http2,
        ipv6: ip_version.is_6,
        host: request.host.clone().unwrap_or_else(|| order.target.clone()),
        port: port.unwrap_or(usual_port),
        path: format!("/{}{query}", request.path.trim_start_matches('/')),
        method: request.method.clone(),
    }
}

/// The refusal of an order that cannot be understood.
pub fn invalid(why: &str) -> HttpReply {
    error(400, "validation_error", why)
}

fn error(status: u16, kind: &str, message: &str) -> HttpReply {
    HttpReply::json(
        status,
        &json!({ "error": { "type": kind, "message": message } }),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_order_is_refused_as_the_service_would() {
        let service = Arc::new(Globalping::new(PathBuf::new(), Measuring::Well));
        let answer = service.order(r#"{"type":"http","target":"shop.example","locs":[]}"#);
        assert_eq!(answer.status, 400);
        let answer = service
            .order(r#"{"type":"http","target":"shop.example","locations":[{"magic":"Atlantis"}]}"#);
        assert_eq!(answer.status, 422);
    }

    #[test]
    fn an_order_names_protocol_and_address_family_as_the_service_does() {
        let order = |options: &str| {
            let text = format!(
                r#"{{"type":"http","target":"shop.example","measurementOptions":{options}}}"#
            );
            serde_json::from_str::<Order>(&text).map(|order| errand(&order))
        };
        assert!(order(r#"{"protocol":"HTTP2"}"#).unwrap().http2);
        assert!(order(r#"{"ipVersion":6}"#).unwrap().ipv6);
        assert!(!order("{}").unwrap().ipv6);
        assert!(order(r#"{"ipVersion":5}"#).is_err());
        assert!(order(r#"{"protocol":"HTTP3"}"#).is_err());
    }

    #[test]
    fn an_errand_has_one_slash_and_the_port_of_its_protocol() {
        let order: Order = serde_json::from_str(
            r#"{"type":"http","target":"shop.example","inProgressUpdates":true,
                "measurementOptions":{"protocol":"HTTP","request":{"method":"GET","path":"/p"}}}"#,
        )
        .unwrap();
        let errand = errand(&order);
        assert_eq!((errand.path.as_str(), errand.port), ("/p", 80));
        assert_eq!(errand.scheme, "http");
    }
}
