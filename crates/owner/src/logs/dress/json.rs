//! Lines of JSON: the message that a logger wrapped, and all other members as `key=value` behind it, so that the words of
//! patterns find them. An object that was cut is no JSON and is read as a plain line.

use serde_json::Value;

/// An object, flattened.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Flat {
    /// The message.
    pub message: String,
    /// The other members, each with a blank before.
    pub rest: String,
    /// The name of the service or container.
    pub unit: Option<String>,
    /// When it was written, in words.
    pub time: Option<String>,
    /// When it was written, in seconds since 1970.
    pub seconds: Option<f64>,
    /// Status and path of the request.
    pub answered: Option<(u16, String)>,
}

const MESSAGES: &[&str] = &[
    "log",
    "message",
    "msg",
    "MESSAGE",
    "textPayload",
    "jsonPayload.message",
    "event.original",
    "short_message",
    "@message",
];
const UNITS: &[&str] = &[
    "_SYSTEMD_UNIT",
    "SYSLOG_IDENTIFIER",
    "CONTAINER_NAME",
    "container_name",
    "kubernetes.container_name",
    "docker.container.name",
    "service",
    "logger",
    "name",
];
const TIMES: &[&str] = &[
    "time",
    "timestamp",
    "@timestamp",
    "ts",
    "StartUTC",
    "start_time",
    "t.$date",
    "datetime",
    "time_local",
    "eventTime",
];
const STATUSES: &[&str] = &[
    "status",
    "DownstreamStatus",
    "OriginStatus",
    "status_code",
    "statusCode",
    "response_code",
    "res.statusCode",
    "response.status",
    "http.status",
    "http.response.status_code",
    "httpRequest.status",
];
const PATHS: &[&str] = &[
    "RequestPath",
    "request.uri",
    "uri",
    "request_uri",
    "path",
    "req.url",
    "url",
    "httpRequest.requestUrl",
    "request",
];

/// Longer objects are dumps, not log lines.
const LONGEST: usize = 64_000;
/// Longer paths of keys are cut, so that many values of one long key stay cheap.
const LONGEST_KEY: usize = 80;

/// Reads an object; nothing where the text is none.
pub(super) fn read(text: &str) -> Option<Flat> {
    if text.len() > LONGEST || !text.ends_with('}') {
        return None;
    }
    let value: Value = serde_json::from_str(text).ok()?;
    let mut members = Vec::new();
    flatten(&value, String::new(), &mut members);
    let mut flat = Flat::default();
    let find = |names: &[&str]| {
        names.iter().find_map(|name| {
            members
                .iter()
                .find(|(key, value)| key == name && !value.is_empty())
        })
    };
    let message = find(MESSAGES).map(|(key, _)| key.clone());
    flat.unit = find(UNITS).map(|(_, value)| value.clone());
    if let Some((_, time)) = find(TIMES) {
        flat.seconds = time.parse().ok().map(|number: f64| {
            // Milliseconds, as pino writes them.
            if number > 1e11 {
                number / 1_000.0
            } else {
                number
            }
        });
        flat.time = Some(time.clone());
    }
    flat.answered = find(STATUSES)
        .and_then(|(_, status)| status.parse().ok())
        .filter(|status| (100..600).contains(status))
        .map(|status| {
            let path = find(PATHS).map_or("", |(_, value)| value.as_str());
            // "GET /path HTTP/1.1" is a request, not a path.
            let path = path
                .split(' ')
                .find(|word| word.starts_with('/'))
                .unwrap_or_default();
            (
                status,
                path.split(['?', '#']).next().unwrap_or_default().to_owned(),
            )
        });
    for (key, value) in &members {
        // A message of a word, such as "EOF", is found by its key.
        const SHORT: usize = 20;
        let is_message = Some(key) == message.as_ref() && flat.message.is_empty();
        if is_message {
            flat.message.clone_from(value);
        }
        if !is_message || value.len() < SHORT {
            flat.rest.push(' ');
            flat.rest.push_str(key);
            flat.rest.push('=');
            flat.rest.push_str(value);
        }
    }
    Some(flat)
}

/// The values of an object, each with its path of keys. `serde_json` ends at 128 levels, and so does this.
fn flatten(value: &Value, key: String, members: &mut Vec<(String, String)>) {
    match value {
        Value::Object(object) => {
            for (name, inner) in object {
                let mut path: String = key.chars().take(LONGEST_KEY).collect();
                if !path.is_empty() {
                    path.push('.');
                }
                path.extend(name.chars().take(LONGEST_KEY));
                flatten(inner, path, members);
            }
        }
        Value::Array(array) => {
            for inner in array {
                flatten(inner, key.clone(), members);
            }
        }
        Value::String(text) => members.push((key, text.clone())),
        Value::Number(number) => members.push((key, number.to_string())),
        Value::Bool(flag) => members.push((key, flag.to_string())),
        Value::Null => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_comes_first_and_the_members_follow() {
        let flat = read("{\"level\":\"error\",\"err\":{\"code\":\"ECONNREFUSED\"},\"msg\":\"failed\",\"time\":1772359200000}").expect("an object");
        assert_eq!(flat.message, "failed");
        assert!(flat.rest.contains(" err.code=ECONNREFUSED"));
        assert_eq!(flat.seconds, Some(1_772_359_200.0));
        assert_eq!(read("{\"level\":\"error\",\"msg\":\"fai"), None);
    }
}
