//! Paths that nginx reads otherwise than they look: patterns without their sign, pages in place of folders, fallbacks without
//! their slash, backslashes of Windows.

use super::found::Found;
use super::locations::{Sign, sign_and_path};
use super::scope::Scopes;
use super::tree::Directive;
use super::variables::is_filled_in;
use super::{Kind, Mistake};

pub(super) fn check(scopes: &Scopes<'_>, found: &mut Found) {
    for scope in scopes.every().filter(|scope| scope.place.is_http()) {
        for directive in scope.holds {
            if directive.words().any(is_filled_in) {
                continue;
            }
            let mistake = match directive.name.as_ref() {
                "location" if directive.block.is_some() => pattern(directive),
                "root" => page(directive),
                "try_files" => fallback(directive),
                "error_page" => error_page(directive),
                _ => None,
            };
            found.extend(mistake);
            found.extend(backslashes(directive));
        }
    }
}

/// A prefix that is written as a regular expression.
fn pattern(location: &Directive<'_>) -> Option<Mistake> {
    const SIGNS: [&str; 8] = ["(.*)", ".*", "(.+)", "\\.", "\\d", "[0-9", "[a-z", "(?"];
    let (sign, path) = sign_and_path(location);
    let is_pattern = path.ends_with('$')
        || path.starts_with('^')
        || SIGNS.iter().any(|sign| path.contains(sign));
    (sign == Sign::Prefix && is_pattern).then(|| {
        Mistake::new(
            Kind::LocationPattern,
            location.line,
            &[("value", path)],
            format!("location ~ {path} {{"),
        )
    })
}

/// A root that names a page.
fn page(root: &Directive<'_>) -> Option<Mistake> {
    let path = root.arg(0);
    let (folder, file) = path.rsplit_once('/')?;
    let is_page = [".html", ".htm", ".php"]
        .iter()
        .any(|end| file.len() > end.len() && file.ends_with(end));
    (is_page && !folder.is_empty()).then(|| {
        Mistake::new(
            Kind::RootFile,
            root.line,
            &[("value", path)],
            format!("root {folder};\nindex {file};"),
        )
    })
}

/// Whether nginx sends a request nowhere with this: neither a path nor a location, a status, a variable or an address.
fn lacks_slash(target: &str) -> bool {
    !target.starts_with(['/', '@', '=', '$']) && !target.contains("://") && target.contains('.')
}

fn fallback(try_files: &Directive<'_>) -> Option<Mistake> {
    let last = try_files.last_arg();
    (try_files.args.len() > 1 && lacks_slash(last)).then(|| relative(try_files, last))
}

fn error_page(directive: &Directive<'_>) -> Option<Mistake> {
    let last = directive.last_arg();
    (directive.args.len() > 1 && lacks_slash(last)).then(|| relative(directive, last))
}

fn relative(directive: &Directive<'_>, last: &str) -> Mistake {
    let before: Vec<&str> = directive
        .words()
        .take(directive.args.len().saturating_sub(1))
        .collect();
    Mistake::new(
        Kind::RelativeFallback,
        directive.line,
        &[("name", &directive.name), ("value", last)],
        format!("{} {} /{last};", directive.name, before.join(" ")),
    )
}

/// `C:\nginx`, in which nginx reads a line break.
fn backslashes(directive: &Directive<'_>) -> Option<Mistake> {
    let path = directive.words().find(|word| {
        let drive = word.as_bytes();
        drive.first().is_some_and(u8::is_ascii_alphabetic)
            && drive.get(1) == Some(&b':')
            && drive.get(2) == Some(&b'\\')
            && ["\\n", "\\r", "\\t"].iter().any(|read| word.contains(read))
    })?;
    Some(Mistake::new(
        Kind::PathBackslash,
        directive.line,
        &[("value", path)],
        format!("{};", directive.shown().replace('\\', "/")),
    ))
}
