//! Whether a check of a target may run inside a page: only where that page belongs to the target, or the target agreed.
//!
//! Else any page could have its visitors measure any site, and read the outcome off the widget's messages, off its timing or
//! off what they cost. Where a check may not run inside, it opens in a tab of its own, which nobody around it can see.

/// Where a check of a target may run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Run.
    Inside,
    /// Run where the target's name agrees to each of these hosts ([`crate::agreement`]).
    IfAgreed(Vec<String>),
    /// Open in a tab of its own.
    Elsewhere,
}

/// Where a check may run if the widget stands within these origins, its own page's first, for a target with this host.
///
/// Origins are written as browsers serialise them, `https://status.shop.example:8443`. An origin without a name, or one whose
/// page anybody on the way could have written (`http`), can neither belong to a target nor be agreed to. Where no origin is
/// known, the check runs elsewhere.
///
/// ```
/// use whichside_embed::{Permission, permission};
///
/// let inside = |page: &str| permission(&[page.to_owned()], "shop.example");
/// assert_eq!(inside("https://status.shop.example"), Permission::Inside);
/// assert_eq!(
///     inside("https://forum.example"),
///     Permission::IfAgreed(vec!["forum.example".to_owned()]),
/// );
/// assert_eq!(inside("http://shop.example"), Permission::Elsewhere);
/// ```
#[must_use]
pub fn permission(ancestors: &[String], target: &str) -> Permission {
    let mut strangers: Vec<String> = Vec::new();
    for ancestor in ancestors {
        match host_of(ancestor) {
            Some(host) if belong_together(&host, target) => {}
            Some(host) if strangers.contains(&host) => {}
            Some(host) => strangers.push(host),
            None => return Permission::Elsewhere,
        }
    }
    if ancestors.is_empty() {
        Permission::Elsewhere
    } else if strangers.is_empty() {
        Permission::Inside
    } else {
        Permission::IfAgreed(strangers)
    }
}

/// The host of an origin as browsers write it, `https://status.shop.example:8443`; none of any other.
fn host_of(origin: &str) -> Option<String> {
    let rest = origin.strip_prefix("https://")?;
    let host = rest.split_once(':').map_or(rest, |(host, _)| host);
    let host = host.trim_end_matches('.');
    let is_name = !host.is_empty()
        && host
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'));
    is_name.then(|| host.to_ascii_lowercase())
}

/// Whether two hosts are the same, or one stands under the other. The upper one has two labels at least: a whole top-level
/// domain belongs to nobody.
fn belong_together(one: &str, other: &str) -> bool {
    one == other || stands_under(one, other) || stands_under(other, one)
}

fn stands_under(lower: &str, upper: &str) -> bool {
    let above = lower
        .strip_suffix(upper)
        .and_then(|rest| rest.strip_suffix('.'));
    let is_address = upper
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    above.is_some_and(|label| !label.is_empty())
        && upper.split('.').filter(|label| !label.is_empty()).count() >= 2
        && !is_address
}

#[cfg(test)]
mod tests {
    use super::*;

    fn within(ancestors: &[&str], target: &str) -> Permission {
        let ancestors: Vec<String> = ancestors.iter().map(ToString::to_string).collect();
        permission(&ancestors, target)
    }

    #[test]
    fn a_page_may_check_its_own_host_and_those_above_and_below_it() {
        for (page, target) in [
            ("https://shop.example", "shop.example"),
            ("https://status.shop.example", "shop.example"),
            ("https://shop.example:8443", "www.shop.example"),
            ("https://a.b.c.shop.example", "shop.example"),
            ("https://Shop.Example.", "shop.example"),
            ("https://xn--bcher-kva.example", "xn--bcher-kva.example"),
        ] {
            assert_eq!(
                within(&[page], target),
                Permission::Inside,
                "{page} {target}"
            );
        }
    }

    #[test]
    fn any_other_page_needs_the_targets_agreement() {
        for (page, target) in [
            ("https://evil.example", "shop.example"),
            ("https://status.shop.example", "www.shop.example"),
            ("https://evilshop.example", "shop.example"),
            ("https://shop.example.evil.test", "shop.example"),
            ("https://example", "shop.example"),
            ("https://shop.example", "example"),
            ("https://1.192.0.2", "192.0.2"),
        ] {
            let host = page.trim_start_matches("https://").to_owned();
            assert_eq!(
                within(&[page], target),
                Permission::IfAgreed(vec![host]),
                "{page} {target}"
            );
        }
    }

    #[test]
    fn a_page_that_anybody_could_have_written_may_check_nothing() {
        for page in [
            "null",
            "",
            "http://shop.example",
            "file://",
            "https://",
            "https://[2001:db8::1]",
            "https://shop.example/",
            "https://user@shop.example",
            "chrome-extension://shop.example",
        ] {
            assert_eq!(
                within(&[page], "shop.example"),
                Permission::Elsewhere,
                "{page}"
            );
        }
        assert_eq!(within(&[], "shop.example"), Permission::Elsewhere);
    }

    #[test]
    fn every_page_around_the_widget_counts() {
        let own = "https://status.shop.example";
        assert_eq!(
            within(
                &[own, "https://evil.example", "https://evil.example"],
                "shop.example"
            ),
            Permission::IfAgreed(vec!["evil.example".to_owned()])
        );
        assert_eq!(
            within(&[own, "null"], "shop.example"),
            Permission::Elsewhere
        );
        assert_eq!(
            within(&[own, "https://shop.example"], "shop.example"),
            Permission::Inside
        );
    }
}
