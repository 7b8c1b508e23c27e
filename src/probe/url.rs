//! The browser's own URL parser, taken apart for the library, which decides what is a target.

use whichside_diagnosis::UrlParts;

/// The parts of an absolute URL as the browser reads it (international names become punycode), or `None` if it is none.
#[must_use]
pub fn parse_url(text: &str) -> Option<UrlParts> {
    let url = web_sys::Url::new(text).ok()?;
    let after = |text: String, mark: char| {
        text.strip_prefix(mark)
            .map(str::to_owned)
            .filter(|rest| !rest.is_empty())
    };
    Some(UrlParts {
        scheme: url.protocol().trim_end_matches(':').to_owned(),
        host: url.hostname(),
        port: url.port().parse().ok(),
        path: url.pathname(),
        query: after(url.search(), '?'),
        credentials: !url.username().is_empty() || !url.password().is_empty(),
        fragment: after(url.hash(), '#').is_some(),
    })
}
