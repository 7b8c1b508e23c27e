//! The headers the page is served with. They are data, in `hosting/headers.txt` and `hosting/paths.txt`, so that every server
//! of ours and every guide to hosting says the same.

use anyhow::{Result, bail};

const HEADERS: &str = include_str!("../../hosting/headers.txt");
const PATHS: &str = include_str!("../../hosting/paths.txt");

/// What a browser may do with a file whose name changes with its content.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// A header's name and value; an empty value leaves the header out.
pub type Header = (&'static str, &'static str);

/// Paths that are served alike.
struct Part {
    /// Whole paths, and beginnings of paths with `*` at their end.
    paths: Vec<&'static str>,
    /// What is said of them otherwise than of all others.
    headers: Vec<Header>,
}

/// The headers of a path, which begins with a slash at the page's root.
pub fn headers_of(path: &str) -> Vec<Header> {
    let mut headers: Vec<Header> = HEADERS.lines().filter_map(header).collect();
    let parts = parts();
    let own = parts.iter().filter(|part| part.has(path));
    for (name, value) in own.flat_map(|part| &part.headers) {
        headers.retain(|(other, _)| other != name);
        headers.push((name, value));
    }
    headers.retain(|(_, value)| !value.is_empty());
    headers
}

/// An error if a file of the page is in two parts, or may not be kept although its name has its hash, or the other way round.
pub fn check(files: &[String]) -> Result<()> {
    let parts = parts();
    for file in files {
        let path = format!("/{file}");
        // The first part holds for every path.
        if parts.iter().skip(1).filter(|part| part.has(&path)).count() > 1 {
            bail!("hosting/paths.txt has {path} in two parts");
        }
        if headers_of(&path).contains(&("Cache-Control", FOR_EVER)) != is_hashed(file) {
            bail!(
                "hosting/paths.txt must have browsers keep {path} for ever if, and only if, its name has its hash"
            );
        }
    }
    Ok(())
}

/// Whether a hash is in the name: `start-0123456789abcdef.js`, `page-0123456789abcdef_bg.wasm`.
fn is_hashed(name: &str) -> bool {
    name.split(['/', '-', '.', '_'])
        .any(|part| part.len() >= 15 && part.chars().all(|letter| letter.is_ascii_hexdigit()))
}

/// The parts in their order; the first is what holds for every path.
fn parts() -> Vec<Part> {
    let mut parts = vec![Part {
        paths: vec!["/*"],
        headers: Vec::new(),
    }];
    for line in PATHS.lines() {
        if line.starts_with('/') {
            parts.push(Part {
                paths: line.split(' ').collect(),
                headers: Vec::new(),
            });
        } else if let (Some(part), Some(header)) = (parts.last_mut(), header(line)) {
            part.headers.push(header);
        }
    }
    parts
}

impl Part {
    fn has(&self, path: &str) -> bool {
        self.paths.iter().any(|own| match own.strip_suffix('*') {
            Some(beginning) => path.starts_with(beginning),
            None => path == *own,
        })
    }
}

/// A line "Name: value", or "Name:" alone.
fn header(line: &'static str) -> Option<Header> {
    let (name, value) = line.split_once(':')?;
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-');
    is_name.then(|| (name, value.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value_of(name: &str, path: &str) -> Option<&'static str> {
        let found = headers_of(path).into_iter().find(|(each, _)| *each == name);
        found.map(|(_, value)| value)
    }

    #[test]
    fn every_line_is_a_header_a_list_of_paths_or_a_remark() {
        for line in HEADERS.lines().chain(PATHS.lines()) {
            let is_known = line.is_empty() || line.starts_with(['#', '/']);
            assert!(is_known || header(line).is_some(), "{line}");
            assert_eq!(line.trim(), line, "a space too many");
        }
        assert_eq!(
            HEADERS.lines().filter_map(header).count(),
            HEADERS.lines().count()
        );
    }

    #[test]
    fn each_page_states_the_policy_it_is_served_with_about_itself() {
        for (path, page) in [
            ("/", include_str!("../../index.html")),
            ("/widget/", include_str!("../../boot/widget.html")),
            ("/embed/", include_str!("../../boot/configurator.html")),
            ("/error-page/", include_str!("../../boot/error-maker.html")),
        ] {
            let served = value_of("Content-Security-Policy", path).unwrap();
            // This a page cannot state about itself.
            let stated = served.replace("; frame-ancestors 'self'", "");
            assert!(
                page.contains(&format!("content=\"{stated}\"")),
                "the page of {path} does not hold: {stated}"
            );
        }
    }

    #[test]
    fn a_page_without_a_program_states_a_policy_of_its_own_that_allows_less() {
        for page in [
            include_str!("../../boot/error-preview.html"),
            include_str!("../../public/404.html"),
        ] {
            let policy =
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ";
            let (before, stated) = page.split_once(policy).expect("a policy");
            // What stands before it is not held by it.
            assert!(!before.contains("<script") && !before.contains("<link"));
            let stated = stated.split('"').next().unwrap_or_default();
            assert!(stated.ends_with("base-uri 'none'; form-action 'none'"));
            assert!(!stated.contains("https:") && !stated.contains("unsafe"));
        }
    }

    #[test]
    fn only_the_widgets_page_may_be_framed_by_others_and_nothing_else_differs_in_its_policy() {
        let page = value_of("Content-Security-Policy", "/").unwrap();
        let with_base = page.replace("base-uri 'none'", "base-uri 'self'");
        let framed = with_base.replace("; frame-ancestors 'self'", "");
        for (path, policy) in [
            ("/guide/", page),
            ("/missing", page),
            ("/oracle/ok.html", page),
            ("/embed/", &with_base),
            ("/embed/index.html", &with_base),
            ("/error-page/", &with_base),
            ("/error-page/preview.html", page),
            ("/widget/", &framed),
            ("/widget/index.html", &framed),
            ("/widget/sw.js", page),
        ] {
            assert_eq!(
                value_of("Content-Security-Policy", path),
                Some(policy),
                "{path}"
            );
        }
        assert!(page.contains("frame-ancestors 'self'") && page.contains("base-uri 'none'"));
    }

    #[test]
    fn the_policy_allows_no_foreign_picture_no_form_and_no_script_but_ours() {
        for path in ["/", "/widget/", "/embed/", "/error-page/"] {
            let policy = value_of("Content-Security-Policy", path).unwrap();
            let directives: Vec<&str> = policy.split("; ").collect();
            for directive in [
                "default-src 'none'",
                "img-src 'self' data:",
                "script-src 'self' 'wasm-unsafe-eval'",
                // A form that its program does not take would put the target into an address of our host.
                "form-action 'none'",
            ] {
                assert!(directives.contains(&directive), "{path}: no {directive}");
            }
        }
    }

    #[test]
    fn what_others_may_load_is_the_loader_and_the_widgets_page() {
        const SHARED: &str = "Cross-Origin-Resource-Policy";
        for path in ["/embed.js", "/embed/v1.js", "/embed/v1-0123.js", "/widget/"] {
            assert_eq!(value_of(SHARED, path), Some("cross-origin"), "{path}");
        }
        for path in [
            "/",
            "/embed/",
            "/words/de.json",
            "/widget/sw.js",
            "/sw.js",
            "/embed.json",
        ] {
            assert_eq!(value_of(SHARED, path), None, "{path}");
            assert_eq!(
                value_of("Access-Control-Allow-Origin", path),
                None,
                "{path}"
            );
        }
        assert_eq!(
            value_of("Cross-Origin-Opener-Policy", "/"),
            Some("same-origin")
        );
        assert_eq!(value_of("Cross-Origin-Opener-Policy", "/widget/"), None);
    }

    #[test]
    fn a_name_that_is_kept_for_ever_must_have_its_hash() {
        let files = |names: &[&str]| {
            names
                .iter()
                .map(|name| (*name).to_owned())
                .collect::<Vec<_>>()
        };
        assert!(
            check(&files(&[
                "index.html",
                "start-0123456789abcdef.js",
                "embed/v1.js",
                "embed/v1-0123456789abcdef.js",
                "words/de.json"
            ]))
            .is_ok()
        );
        for wrong in ["start-now.js", "other-0123456789abcdef.js"] {
            assert!(check(&files(&[wrong])).is_err(), "{wrong}");
        }
    }
}
