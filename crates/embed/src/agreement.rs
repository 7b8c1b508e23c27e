//! Whether a target agrees to be checked from a page that does not belong to it: by a TXT record under its name, which can be
//! read while the site itself is down.
//!
//! ```text
//! _whichside.shop.example.  TXT  "embed=help.other.example embed=status.other.example"
//! ```

use whichside_diagnosis::doh;

/// The DNS type of a record that is a text.
const TXT: u16 = 16;
/// What stands before each host.
const NAMES: &str = "embed=";

/// The name whose texts hold the agreement.
#[must_use]
pub fn name(target: &str) -> String {
    format!("_whichside.{target}")
}

/// Where the agreement is asked for, at both public resolvers: the first that answers is enough. No resolver is told more than
/// the name.
#[must_use]
pub fn questions(target: &str) -> [String; 2] {
    let name = name(target);
    [
        format!("https://cloudflare-dns.com/dns-query?type=TXT&name={name}"),
        format!("https://dns.google/resolve?type=TXT&edns_client_subnet=0.0.0.0/0&name={name}"),
    ]
}

/// Whether a resolver's answer names every one of these hosts. None where it is no answer.
#[must_use]
pub fn agrees(answer: &str, target: &str, hosts: &[String]) -> Option<bool> {
    let response = doh::Response::read(answer)?;
    // Only an answer without an error or of a missing name (NXDOMAIN) is one.
    if response.status != 0 && response.status != 3 {
        return None;
    }
    let name = name(target);
    let texts = response.answer.iter().filter(|record| {
        record.record_type == TXT
            && record
                .name
                .trim_end_matches('.')
                .eq_ignore_ascii_case(&name)
    });
    let mut agreed: Vec<String> = Vec::new();
    for record in texts {
        let text = joined(&record.data);
        let hosts = text.split_ascii_whitespace();
        let hosts = hosts.filter_map(|word| word.strip_prefix(NAMES));
        agreed.extend(hosts.map(|host| host.trim_end_matches('.').to_ascii_lowercase()));
    }
    Some(hosts.iter().all(|host| agreed.contains(host)))
}

/// A text as resolvers give it: one quoted part after another, or bare.
fn joined(data: &str) -> String {
    if !data.starts_with('"') {
        return data.to_owned();
    }
    // Between two parts stand a quote, a space and a quote.
    data.trim_matches('"').replace("\" \"", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TARGET: &str = "shop.example";

    fn answer(status: u16, records: serde_json::Value) -> String {
        serde_json::json!({ "Status": status, "Answer": records }).to_string()
    }

    fn says(data: &str) -> String {
        answer(
            0,
            serde_json::json!([{ "name": "_whichside.shop.example.", "type": 16, "data": data }]),
        )
    }

    fn to(host: &str) -> Vec<String> {
        vec![host.to_owned()]
    }

    #[test]
    fn a_host_that_is_named_is_agreed_to() {
        for data in [
            "\"embed=help.other.example\"",
            "embed=help.other.example",
            "\"embed=a.example embed=Help.Other.Example.\"",
            "\"embed=help.\" \"other.example\"",
        ] {
            let agreed = agrees(&says(data), TARGET, &to("help.other.example"));
            assert_eq!(agreed, Some(true), "{data}");
        }
    }

    #[test]
    fn nobody_else_is() {
        for data in [
            "\"embed=other.example\"",
            "\"embed=xhelp.other.example\"",
            "\"embed=*\"",
            "\"help.other.example\"",
            "\"v=spf1 embed =help.other.example\"",
            "",
            "\"",
        ] {
            let agreed = agrees(&says(data), TARGET, &to("help.other.example"));
            assert_eq!(agreed, Some(false), "{data}");
        }
        let two = ["help.other.example".to_owned(), "evil.example".to_owned()];
        let agreed = agrees(&says("\"embed=help.other.example\""), TARGET, &two);
        assert_eq!(agreed, Some(false), "every host must be named");
    }

    #[test]
    fn only_the_targets_own_text_counts() {
        for record in [
            serde_json::json!({ "name": "_whichside.evil.example", "type": 16, "data": "embed=evil.example" }),
            serde_json::json!({ "name": "_whichside.shop.example", "type": 5, "data": "embed=evil.example" }),
            serde_json::json!({ "type": 16, "data": "embed=evil.example" }),
            serde_json::json!("embed=evil.example"),
        ] {
            let answer = answer(0, serde_json::json!([record]));
            assert_eq!(
                agrees(&answer, TARGET, &to("evil.example")),
                Some(false),
                "{answer}"
            );
        }
    }

    #[test]
    fn a_missing_name_agrees_to_nobody_and_a_failure_says_nothing() {
        let nobody = to("help.other.example");
        assert_eq!(
            agrees(&answer(3, serde_json::json!([])), TARGET, &nobody),
            Some(false)
        );
        assert_eq!(agrees("{\"Status\":0}", TARGET, &nobody), Some(false));
        assert_eq!(
            agrees(&answer(2, serde_json::json!([])), TARGET, &nobody),
            None
        );
        for nonsense in ["", "null", "[]", "{}", "<html>", "{\"Status\":\"0\"}"] {
            assert_eq!(agrees(nonsense, TARGET, &nobody), None, "{nonsense}");
        }
    }
}
