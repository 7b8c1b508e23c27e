//! Variables: those that nothing sets, those that lack their sign, those that a shell script escaped, and names in capitals
//! that are filled in before nginx reads the file.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::found::Found;
use super::scope::{Scope, Scopes};
use super::table::distance;
use super::tree::Directive;
use super::{Kind, Mistake};

/// nginx's own variables; a name that ends with `_` stands for all that begin so.
const VARIABLES: &str = include_str!("table/variables.txt");

/// Directives in whose words nginx puts values in place of variables, and from which word on.
const WITH_VALUES: &[(&str, usize)] = &[
    ("access_log", 0),
    ("add_header", 1),
    ("add_trailer", 1),
    ("alias", 0),
    ("auth_basic", 0),
    ("auth_request_set", 1),
    ("fastcgi_cache_bypass", 0),
    ("fastcgi_cache_key", 0),
    ("fastcgi_no_cache", 0),
    ("fastcgi_param", 1),
    ("fastcgi_pass", 0),
    ("grpc_pass", 0),
    ("grpc_set_header", 1),
    ("hash", 0),
    ("index", 0),
    ("limit_conn_zone", 0),
    ("limit_req_zone", 0),
    ("log_format", 1),
    ("proxy_bind", 0),
    ("proxy_cache_bypass", 0),
    ("proxy_cache_key", 0),
    ("proxy_no_cache", 0),
    ("proxy_pass", 0),
    ("proxy_set_header", 1),
    ("proxy_ssl_name", 0),
    ("return", 0),
    ("rewrite", 1),
    ("root", 0),
    ("scgi_param", 1),
    ("set", 1),
    ("ssl_certificate", 0),
    ("ssl_certificate_key", 0),
    ("try_files", 0),
    ("uwsgi_param", 1),
    ("uwsgi_pass", 0),
];

/// What a template's marks were replaced by.
const FILLED: &str = "FILLED_IN";

/// Which names are known to nginx itself.
struct Known {
    names: BTreeSet<&'static str>,
    beginnings: Vec<&'static str>,
}

/// Read once: a word at a time is asked about.
static KNOWN: LazyLock<Known> = LazyLock::new(Known::read);

impl Known {
    fn read() -> Known {
        let words = VARIABLES
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(|line| line.split(' '));
        let (beginnings, names): (Vec<&str>, Vec<&str>) =
            words.partition(|name| name.ends_with('_'));
        Known {
            names: names.into_iter().collect(),
            beginnings,
        }
    }

    fn has(&self, name: &str) -> bool {
        self.names.contains(name)
            || self
                .beginnings
                .iter()
                .any(|beginning| name.starts_with(beginning))
            || name.bytes().all(|b| b.is_ascii_digit())
    }
}

/// The names of the variables in a word, each with the letter before its sign.
fn named(word: &str) -> impl Iterator<Item = (Option<char>, &str)> {
    word.match_indices('$').filter_map(|(at, _)| {
        let before = word.get(..at).and_then(|before| before.chars().last());
        let after = word.get(at + 1..)?;
        let after = after.strip_prefix('{').unwrap_or(after);
        let end = after
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .unwrap_or(after.len());
        let name = after.get(..end)?;
        (!name.is_empty()).then_some((before, name))
    })
}

fn is_shouted(name: &str) -> bool {
    name.len() > 1
        && name.starts_with(|c: char| c.is_ascii_uppercase())
        && !name.bytes().any(|b| b.is_ascii_lowercase())
}

/// Whether a word holds something that is filled in before nginx reads it.
pub(super) fn is_filled_in(word: &str) -> bool {
    word.contains(FILLED)
        || word.contains('$')
            && named(word)
                .any(|(_, name)| is_shouted(name) && !KNOWN.has(&name.to_ascii_lowercase()))
}

/// Every variable that the text sets.
fn set_in(scopes: &Scopes<'_>) -> BTreeSet<String> {
    let mut set = BTreeSet::new();
    let mut put = |word: &str| {
        if let Some(name) = word.strip_prefix('$') {
            set.insert(name.trim_matches(['{', '}']).to_ascii_lowercase());
        }
    };
    for directive in scopes.every().flat_map(|scope| scope.holds) {
        let name = directive.name.as_ref();
        put(name);
        let sets = name.starts_with("set_")
            || name.ends_with("_set")
            || matches!(
                name,
                "set"
                    | "map"
                    | "geo"
                    | "split_clients"
                    | "keyval"
                    | "num_map"
                    | "js_var"
                    | "lua_add_variable"
            );
        match name {
            "map" | "geo" | "split_clients" | "num_map" => put(directive.last_arg()),
            "set" => put(directive.arg(0)),
            _ if sets => directive.words().for_each(&mut put),
            _ => {}
        }
    }
    for word in scopes
        .every()
        .flat_map(|scope| scope.opener.into_iter().chain(scope.holds))
        .flat_map(|directive| std::iter::once(directive.name.as_ref()).chain(directive.words()))
    {
        for start in ["(?<", "(?P<", "(?'"] {
            for (at, _) in word.match_indices(start) {
                let after = word.get(at + start.len()..).unwrap_or_default();
                let name = after.split(['>', '\'']).next().unwrap_or_default();
                set.insert(name.to_ascii_lowercase());
            }
        }
    }
    set
}

/// Whether a name in capitals is used that nothing sets.
pub(super) fn any_to_fill_in(scopes: &Scopes<'_>) -> bool {
    let shouted: Vec<&str> = scopes
        .every()
        .flat_map(|scope| scope.holds)
        .flat_map(Directive::words)
        .filter(|word| word.contains('$'))
        .flat_map(named)
        .map(|(_, name)| name)
        .filter(|name| is_shouted(name))
        .collect();
    if shouted.is_empty() {
        return false;
    }
    let set = set_in(scopes);
    shouted
        .iter()
        .map(|name| name.to_ascii_lowercase())
        .any(|name| !KNOWN.has(&name) && !set.contains(&name))
}

pub(super) fn check(scopes: &Scopes<'_>, found: &mut Found) {
    let set = set_in(scopes);
    for scope in scopes.every() {
        for directive in scope.holds {
            found.extend(set_wrongly(directive));
            let from = match directive.name.as_ref() {
                "if" => Some(0),
                "map" => (scope.place.is_http()).then_some(0),
                name => WITH_VALUES
                    .iter()
                    .find(|(with_values, _)| *with_values == name)
                    .map(|(_, from)| *from),
            };
            let Some(from) = from else { continue };
            let words = directive
                .words()
                .skip(from)
                .take(if directive.name == "map" {
                    1
                } else {
                    usize::MAX
                })
                .filter(|word| word.contains('$'));
            // Behind `~` stands an expression, where a dollar sign is the end of the line.
            let words = words.take_while(|word| directive.name != "if" || !word.contains('('));
            let first_of_condition = (directive.name == "if").then(|| directive.arg(0));
            for word in words.chain(first_of_condition) {
                if let Some(mistake) = escaped(directive, word) {
                    found.push(mistake);
                    break;
                }
                for (_, name) in named(word) {
                    let plain = name.to_ascii_lowercase();
                    if !KNOWN.has(&plain) && !set.contains(&plain) && !is_shouted(name) {
                        found.extend(unknown(scopes, scope, directive, name));
                    }
                }
            }
        }
    }
}

fn unknown(
    scopes: &Scopes<'_>,
    scope: &Scope<'_>,
    directive: &Directive<'_>,
    name: &str,
) -> Option<Mistake> {
    let has_digit = name.bytes().any(|b| b.is_ascii_digit());
    let nearest = KNOWN
        .names
        .iter()
        .filter(|own| own.len() > 3 && !has_digit && distance(name, own, 1) == 1)
        .min();
    let mended = nearest.map_or(String::new(), |own| {
        let mended = directive
            .shown()
            .replace(&format!("${name}"), &format!("${own}"));
        format!("{mended};")
    });
    let mistake = Mistake::new(
        Kind::UnknownVariable,
        directive.line,
        &[("name", name)],
        mended,
    );
    match nearest {
        // One letter away from a name of nginx's: misspelt, wherever the file stands.
        Some(_) if !scopes.includes_more(scope) => Some(mistake),
        Some(_) | None => scopes.absent(scope, mistake),
    }
}

/// Variables of nginx's own that nobody else may set, so far as somebody is likely to try.
///
/// Source: the entries of `ngx_http_core_variables` without `NGX_HTTP_VAR_CHANGEABLE`.
const FIXED: [&str; 26] = [
    "binary_remote_addr",
    "body_bytes_sent",
    "content_length",
    "content_type",
    "document_root",
    "document_uri",
    "host",
    "http_host",
    "http_referer",
    "http_user_agent",
    "http_x_forwarded_for",
    "https",
    "is_args",
    "proxy_add_x_forwarded_for",
    "query_string",
    "remote_addr",
    "remote_port",
    "remote_user",
    "request_filename",
    "request_method",
    "request_uri",
    "scheme",
    "server_addr",
    "server_name",
    "server_port",
    "uri",
];

/// A name that is no variable's, or one of nginx's own, where a directive sets one.
fn set_wrongly(directive: &Directive<'_>) -> Option<Mistake> {
    let variable = match (directive.name.as_ref(), directive.args.len()) {
        ("set", 2) | ("auth_request_set" | "perl_set" | "js_set", 2) => directive.arg(0),
        ("map" | "split_clients", 2) if directive.block.is_some() => directive.arg(1),
        ("geo", 1 | 2) if directive.block.is_some() => directive.last_arg(),
        _ => return None,
    };
    let own = variable.strip_prefix('$').unwrap_or_default();
    if FIXED.contains(&own) {
        return Some(Mistake::new(
            Kind::VariableOwn,
            directive.line,
            &[("name", &directive.name), ("value", variable)],
            String::new(),
        ));
    }
    if variable.starts_with('$') || is_filled_in(variable) || variable.starts_with("\\$") {
        return None;
    }
    Some(Mistake::new(
        Kind::VariableSign,
        directive.line,
        &[("name", &directive.name), ("value", variable)],
        String::new(),
    ))
}

/// A variable with a backslash before it, as a shell script wants it.
fn escaped(directive: &Directive<'_>, word: &str) -> Option<Mistake> {
    let is_doubled = word
        .split("$$")
        .skip(1)
        .any(|after| after.starts_with(|c: char| c.is_ascii_lowercase() || c == '{'));
    let is_escaped = is_doubled
        || named(word).any(|(before, name)| {
            before == Some('\\') && name.starts_with(|c: char| c.is_ascii_lowercase())
        });
    if !is_escaped {
        return None;
    }
    let shown = directive.shown();
    Some(Mistake::new(
        Kind::EscapedDollar,
        directive.line,
        &[("value", &shown)],
        format!("{};", shown.replace("\\$", "$").replace("$$", "$")),
    ))
}
