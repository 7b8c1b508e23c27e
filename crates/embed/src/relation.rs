//! What a status page and a target are to each other, in words for the page's owner: where the check may run inside, what
//! record would allow it, or that it opens in a tab. What is allowed is `permission`'s.

use crate::agreement;
use crate::permission::{Permission, permission};

/// What a click in the widget does there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The check runs in the page: both are one host.
    Same,
    /// The check runs in the page: one host stands under the other.
    Under,
    /// The check opens in a tab, unless the target's name gets this record.
    Agreement(String),
    /// The check opens in a tab.
    Tab,
}

/// What a page of this origin, as browsers write it, is to a target with this host.
#[must_use]
pub fn relation(page: &str, target: &str) -> Relation {
    let is_address = target.starts_with('[')
        || target
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
    match permission(&[page.to_owned()], target) {
        Permission::Inside if host(page).eq_ignore_ascii_case(target) => Relation::Same,
        Permission::Inside => Relation::Under,
        Permission::IfAgreed(hosts) if !is_address => Relation::Agreement(record(target, &hosts)),
        Permission::IfAgreed(_) | Permission::Elsewhere => Relation::Tab,
    }
}

fn host(origin: &str) -> &str {
    let host = origin.split_once("://").map_or(origin, |(_, rest)| rest);
    host.split(':')
        .next()
        .unwrap_or_default()
        .trim_end_matches('.')
}

/// The line for a zone file.
fn record(target: &str, hosts: &[String]) -> String {
    let texts: Vec<String> = hosts.iter().map(|host| format!("embed={host}")).collect();
    let name = agreement::name(target);
    format!("{name}. TXT \"{}\"", texts.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_belongs_to_its_target_checks_it_inside() {
        for (page, target, expected) in [
            ("https://shop.example", "shop.example", Relation::Same),
            ("https://shop.example:8443", "shop.example", Relation::Same),
            (
                "https://status.shop.example",
                "shop.example",
                Relation::Under,
            ),
            ("https://shop.example", "www.shop.example", Relation::Under),
        ] {
            assert_eq!(relation(page, target), expected, "{page} {target}");
        }
    }

    #[test]
    fn any_other_page_is_told_the_record_that_the_widget_asks_for() {
        let Relation::Agreement(record) = relation("https://status.other.example", "shop.example")
        else {
            panic!("a stranger needs the target's agreement");
        };
        assert_eq!(
            record,
            "_whichside.shop.example. TXT \"embed=status.other.example\""
        );
        let (name, data) = record.split_once(" TXT ").unwrap();
        let answer = serde_json::json!({ "Status": 0, "Answer": [{ "name": name, "type": 16, "data": data }] });
        let hosts = ["status.other.example".to_owned()];
        assert_eq!(
            agreement::agrees(&answer.to_string(), "shop.example", &hosts),
            Some(true)
        );
    }

    #[test]
    fn where_no_record_can_help_the_check_opens_in_a_tab() {
        for (page, target) in [
            ("http://status.shop.example", "shop.example"),
            ("null", "shop.example"),
            ("https://status.shop.example", "192.0.2.7"),
            ("https://status.shop.example", "[2001:db8::1]"),
        ] {
            assert_eq!(relation(page, target), Relation::Tab, "{page} {target}");
        }
    }
}
