//! One outside vantage's request: a real one, from an address of its own, told in Globalping's format.
//!
//! As there: ten seconds, no redirect followed, a certificate that cannot be trusted is told and the
//! answer with it, HTTP/1.1 unless asked otherwise.

use std::net::IpAddr;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use super::probes::Probe;
use super::resolving::{RecordType, ask};

/// How Globalping's probes introduce themselves.
const USER_AGENT: &str = "globalping probe (https://github.com/jsdelivr/globalping)";
/// Seconds a request may take.
const TIME_LIMIT_S: &str = "10";
/// curl's number for a stream of HTTP/2 that ends with an error.
const STREAM_ERROR: i32 = 92;
/// curl's number for a certificate it cannot trust.
const UNTRUSTED: i32 = 60;
/// OpenSSL's number for a certificate of another name.
const OTHER_NAME: u64 = 62;
/// The longest head of an answer that Node.js, which the real vantages run on, reads.
const HEAD_LIMIT: usize = 16_384;
/// Bytes after which a body is given up: an endless one must not fill the memory.
const GIVEN_UP_AT: &str = "1000000";
/// How much of a body is told.
const BODY_LIMIT: usize = 10_000;

/// What is requested.
#[derive(Clone)]
pub struct Errand {
    /// `http` or `https`.
    pub scheme: &'static str,
    /// Whether HTTP/2 is asked for.
    pub http2: bool,
    /// Whether it goes over IPv6.
    pub ipv6: bool,
    /// The host.
    pub host: String,
    /// The port.
    pub port: u16,
    /// Path and query.
    pub path: String,
    /// `GET`, `HEAD` or `OPTIONS`.
    pub method: String,
}

enum Failure {
    /// The site's: what went wrong.
    Target(String),
    /// The vantage's resolver's.
    Resolver(String),
    /// The vantage's own.
    Internal(String),
}

/// Does the errand from `probe`, and tells the result.
pub fn result(probe: Probe, errand: &Errand, authority: &Path) -> Value {
    let failure = match request(probe, errand, authority) {
        Ok(Ok(result)) => return result,
        Ok(Err(failure)) => failure,
        Err(error) => Failure::Internal(format!("{error:#}")),
    };
    let (source, text) = match failure {
        Failure::Target(text) => ("target", text),
        Failure::Resolver(text) => ("resolver", text),
        Failure::Internal(text) => ("internal", text),
    };
    json!({
        "status": "failed", "failureSource": source, "rawOutput": text, "resolvedAddress": null,
        "headers": {}, "rawHeaders": null, "rawBody": null, "truncated": false,
        "statusCode": null, "statusCodeName": null, "tls": null,
        "timings": { "total": null, "dns": null, "tcp": null, "tls": null, "firstByte": null,
                     "download": null },
    })
}

fn request(probe: Probe, errand: &Errand, authority: &Path) -> Result<Result<Value, Failure>> {
    let host = &errand.host;
    let kind = if errand.ipv6 {
        RecordType::Aaaa
    } else {
        RecordType::A
    };
    let found = ask(host, kind)?;
    let address = match (found.status, found.addresses.first()) {
        (0, Some((address, _))) => *address,
        (0, None) => return Ok(Err(Failure::Target(format!("queryA ENODATA {host}")))),
        (3, _) => return Ok(Err(Failure::Target(format!("queryA ENOTFOUND {host}")))),
        _ => return Ok(Err(Failure::Resolver(format!("queryA ESERVFAIL {host}")))),
    };
    let mut asked = curl(probe, errand, address, authority, true)?;
    let mut verified = asked.measured["ssl_verify_result"].take();
    if asked.code == Some(UNTRUSTED) {
        // OpenSSL finds nothing wrong with a good certificate of another name: that is curl's to find.
        if verified == 0 {
            verified = json!(OTHER_NAME);
        }
        asked = curl(probe, errand, address, authority, false)?;
    }
    asked.measured["ssl_verify_result"] = verified;
    let port = errand.port;
    if asked.code == Some(0) && errand.http2 && asked.measured["http_version"] != "2" {
        return Ok(Err(Failure::Target(
            "HTTP/2 is not supported by the server.".into(),
        )));
    }
    // 18 is an answer cut short, which is an answer; 63 one that was given up.
    Ok(match asked.code {
        Some(0 | 18 | 63) if head_length(&asked.output) > HEAD_LIMIT => {
            Err(Failure::Target("Headers Overflow Error".into()))
        }
        Some(0 | 18 | 63) => Ok(told(errand, &asked.measured, &asked.output)),
        Some(7) => Err(Failure::Target(format!(
            "connect ECONNREFUSED {address}:{port}"
        ))),
        Some(STREAM_ERROR) => Err(Failure::Target(
            "Stream closed with error code NGHTTP2_PROTOCOL_ERROR".into(),
        )),
        Some(28) => Err(Failure::Target("Request timeout.".into())),
        Some(52) => Err(Failure::Target("other side closed".into())),
        Some(35 | 56) => Err(Failure::Target("read ECONNRESET".into())),
        _ => Err(Failure::Target(
            asked.measured["errormsg"]
                .as_str()
                .unwrap_or("unknown")
                .into(),
        )),
    })
}

/// What curl came back with.
struct Asked {
    code: Option<i32>,
    measured: Value,
    output: Vec<u8>,
}

/// Only a curl that verifies says what is wrong with a certificate; it makes no request then.
fn curl(
    probe: Probe,
    errand: &Errand,
    address: IpAddr,
    authority: &Path,
    verify: bool,
) -> Result<Asked> {
    let (host, port) = (&errand.host, errand.port);
    let mut curl = Command::new("curl");
    curl.args(["--silent", "--include", "--compressed"])
        .args(["--max-time", TIME_LIMIT_S, "--user-agent", USER_AGENT])
        .args(["--max-filesize", GIVEN_UP_AT])
        .args(["--header", "Connection: close"])
        .arg(if errand.http2 { "--http2" } else { "--http1.1" })
        .args(["--resolve", &format!("{host}:{port}:{address}")])
        // The measurements go where the answer cannot be taken for them.
        .args(["--write-out", "%{stderr}%{json}"])
        .arg(format!("{}://{host}:{port}{}", errand.scheme, errand.path))
        .stdin(Stdio::null());
    // Vantages have no IPv6 address of their own: what is asked over it, is asked from wherever there is one.
    if address.is_ipv4() {
        curl.args(["--interface", &probe.address().to_string()]);
    }
    if verify {
        curl.arg("--cacert").arg(authority);
    } else {
        curl.arg("--insecure");
    }
    if errand.method == "HEAD" {
        curl.arg("--head");
    } else {
        curl.args(["--request", &errand.method]);
    }
    let done = curl.output().context("curl cannot be started")?;
    Ok(Asked {
        code: done.status.code(),
        measured: serde_json::from_slice(&done.stderr)
            .context("curl's measurements cannot be read")?,
        output: done.stdout,
    })
}

fn head_length(output: &[u8]) -> usize {
    let end = output.windows(4).position(|four| four == b"\r\n\r\n");
    end.unwrap_or(output.len())
}

fn told(errand: &Errand, measured: &Value, output: &[u8]) -> Value {
    let text = String::from_utf8_lossy(output);
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let (first, rest) = head.split_once("\r\n").unwrap_or((head, ""));
    let name = first.splitn(3, ' ').nth(2).unwrap_or_default();
    let mut headers = Map::new();
    for (key, value) in rest.lines().filter_map(|line| line.split_once(':')) {
        headers.insert(key.to_ascii_lowercase(), json!(value.trim()));
    }
    let raw_headers = rest.replace("\r\n", "\n");
    let raw_body: String = body.chars().take(BODY_LIMIT).collect();
    let code = measured["http_code"].as_u64().unwrap_or(0);
    json!({
        "status": "finished",
        "resolvedAddress": measured["remote_ip"],
        "headers": headers,
        "rawHeaders": raw_headers,
        "rawBody": if raw_body.is_empty() { Value::Null } else { json!(raw_body) },
        "truncated": raw_body.len() < body.len(),
        "statusCode": code,
        "statusCodeName": name,
        "timings": timings(measured),
        "tls": tls(errand, measured),
        "rawOutput": format!("HTTP/1.1 {code}\n{raw_headers}\n\n{raw_body}"),
    })
}

/// curl counts from the start, in seconds; Globalping by phase, in whole milliseconds.
fn timings(measured: &Value) -> Value {
    let at = |name: &str| (measured[name].as_f64().unwrap_or(0.0) * 1000.0).round() as u64;
    let (dns, connected, secured, first, total) = (
        at("time_namelookup"),
        at("time_connect"),
        at("time_appconnect"),
        at("time_starttransfer"),
        at("time_total"),
    );
    json!({
        "total": total, "dns": dns, "tcp": connected.saturating_sub(dns),
        "tls": secured.saturating_sub(connected),
        "firstByte": first.saturating_sub(secured.max(connected)),
        "download": total.saturating_sub(first),
    })
}

fn tls(errand: &Errand, measured: &Value) -> Value {
    if errand.scheme == "http" {
        return Value::Null;
    }
    let mut tls = json!({
        "authorized": true, "protocol": "TLSv1.3", "cipherName": "TLS_AES_256_GCM_SHA384",
        "issuer": { "CN": "Lab Authority" },
        "subject": { "CN": errand.host, "alt": format!("DNS:{}", errand.host) },
        "keyType": "EC", "keyBits": 256,
    });
    // OpenSSL's numbers for what is wrong with a certificate.
    let error = match measured["ssl_verify_result"].as_u64().unwrap_or(0) {
        0 => return tls,
        9 => "certificate is not yet valid",
        OTHER_NAME => "Hostname/IP does not match certificate's altnames",
        10 => "certificate has expired",
        18 => "self-signed certificate",
        20 | 21 => "unable to verify the first certificate",
        _ => "certificate cannot be verified",
    };
    tls["authorized"] = json!(false);
    tls["error"] = json!(error);
    tls
}

#[cfg(test)]
mod tests {
    use super::*;

    fn errand() -> Errand {
        Errand {
            scheme: "https",
            http2: false,
            ipv6: false,
            host: "shop.example".into(),
            port: 443,
            path: "/".into(),
            method: "GET".into(),
        }
    }

    #[test]
    fn an_answer_is_told_with_its_name_and_headers() {
        let output = b"HTTP/1.1 502 Bad Gateway\r\nServer: nginx\r\n\r\n<h1>502</h1>";
        let told = told(&errand(), &json!({ "http_code": 502 }), output);
        assert_eq!(told["statusCodeName"], "Bad Gateway");
        assert_eq!(told["headers"]["server"], "nginx");
        assert_eq!(told["rawBody"], "<h1>502</h1>");
        assert_eq!(told["tls"]["authorized"], true);
    }

    #[test]
    fn an_expired_certificate_is_told_with_the_answer() {
        let measured = json!({ "http_code": 200, "ssl_verify_result": 10 });
        let told = told(&errand(), &measured, b"HTTP/1.1 200 OK\r\n\r\n");
        assert_eq!(told["tls"]["error"], "certificate has expired");
        assert_eq!(told["status"], "finished");
    }

    #[test]
    fn a_good_certificate_of_another_name_is_not_trusted() {
        let measured = json!({ "http_code": 200, "ssl_verify_result": OTHER_NAME });
        let told = told(&errand(), &measured, b"HTTP/1.1 200 OK\r\n\r\n");
        assert_eq!(told["tls"]["authorized"], false);
    }

    #[test]
    fn the_head_of_an_answer_ends_before_its_body() {
        assert_eq!(head_length(b"HTTP/1.1 200 OK\r\n\r\nlong body"), 15);
    }
}
