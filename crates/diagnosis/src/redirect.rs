//! Where a redirect leads: outside vantages do not follow one, so a second measurement must be aimed at its goal.

use crate::outside::{Sight, Vantage};
use crate::target::{Scheme, Target, UrlParts};

/// The target that most vantages were redirected to, where they were, and where it may be asked.
pub(crate) fn followed<'a>(
    from: &Target,
    vantages: impl Iterator<Item = &'a Vantage>,
) -> Option<Target> {
    let mut all = 0_usize;
    let mut goals: Vec<Target> = Vec::new();
    for vantage in vantages {
        all += 1;
        if let Sight::Answer(answer) = &vantage.saw
            && (300..400).contains(&answer.code)
            // Where a page in the site's place stands, there is nothing more to learn.
            && !answer.placeholder
            && let Some(goal) = answer
                .location
                .as_deref()
                .and_then(|location| resolve(from, location))
        {
            goals.push(goal);
        }
    }
    let goal = goals
        .iter()
        .max_by_key(|goal| goals.iter().filter(|other| other == goal).count())?;
    (goals.len() * 2 > all && goal != from).then(|| goal.clone())
}

/// Resolves a `Location` against the URL it was given for. The fragment goes nowhere.
fn resolve(from: &Target, location: &str) -> Option<Target> {
    let location = location.split('#').next().unwrap_or(location);
    let absolute = if location.starts_with("https://") || location.starts_with("http://") {
        location.to_owned()
    } else if let Some(rest) = location.strip_prefix("//") {
        let scheme = match from.scheme() {
            Scheme::Http => "http",
            Scheme::Https => "https",
        };
        format!("{scheme}://{rest}")
    } else if location.starts_with('/') {
        format!("{}{location}", from.origin())
    } else if location
        .split(['/', '?'])
        .next()
        .is_some_and(|start| start.contains(':'))
    {
        return None;
    } else {
        let shown = from.shown();
        let folder = shown
            .rfind('/')
            .and_then(|slash| shown.get(..=slash))
            .unwrap_or(&shown);
        format!("{folder}{location}")
    };
    let end = absolute.find("://")?;
    let (scheme, rest) = (absolute.get(..end)?, absolute.get(end + 3..)?);
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (authority, tail) = (rest.get(..end)?, rest.get(end..)?);
    let (path, query) = match tail.split_once('?') {
        Some((path, query)) => (path, Some(query.to_owned())),
        None => (tail, None),
    };
    let authority = authority.rsplit('@').next().unwrap_or(authority);
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !authority.ends_with(']') => (host, Some(port.parse::<u16>().ok()?)),
        _ => (authority, None),
    };
    let usual = if scheme == "https" { 443 } else { 80 };
    let parts = UrlParts {
        scheme: scheme.to_owned(),
        host: host.to_owned(),
        port: port.filter(|port| *port != usual),
        path: if path.is_empty() {
            "/".to_owned()
        } else {
            path.to_owned()
        },
        query,
        ..UrlParts::default()
    };
    Target::new(parts, "").ok().map(|(target, _)| target)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(host: &str, path: &str) -> Target {
        let parts = UrlParts {
            scheme: "https".into(),
            host: host.into(),
            path: path.into(),
            ..UrlParts::default()
        };
        Target::new(parts, "").expect("a target").0
    }

    #[test]
    fn locations_resolve_as_browsers_resolve_them() {
        let from = target("shop.example", "/a/b");
        for (location, url) in [
            ("https://www.shop.example/", "https://www.shop.example/"),
            ("https://www.shop.example", "https://www.shop.example/"),
            ("//cdn.example/x?y=1#z", "https://cdn.example/x?y=1"),
            ("/c", "https://shop.example/c"),
            ("c", "https://shop.example/a/c"),
            ("http://shop.example:8080/", "http://shop.example:8080/"),
            ("https://u:p@shop.example:443/", "https://shop.example/"),
        ] {
            assert_eq!(
                resolve(&from, location).map(|t| t.url()).as_deref(),
                Some(url),
                "{location}"
            );
        }
    }

    #[test]
    fn a_redirect_into_a_private_network_is_not_followed() {
        let from = target("shop.example", "/");
        for location in [
            "https://192.168.0.1/",
            "http://localhost/",
            "https://printer.local/",
            "ftp://a.example/",
        ] {
            assert_eq!(resolve(&from, location), None, "{location}");
        }
    }
}
