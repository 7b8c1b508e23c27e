//! A pasted nginx configuration checked for what keeps nginx from starting and for the classic mistakes, on the owner's own
//! device.
//!
//! First it is told what was pasted ([`paste`]). The text is then read as nginx reads it ([`words`], [`tree`]), and each file of
//! this folder checks one subject. What is absent is called a mistake only where all files are known: where an `include` could
//! hold it nothing is said, and where a file around the pasted one could, it is a note.

mod access;
mod addresses;
mod answers;
mod buffers;
mod conditions;
mod dump;
mod expressions;
mod files;
mod found;
mod headers;
mod kinds;
mod listens;
mod locations;
mod lua;
mod passes;
mod paste;
mod paths;
mod place;
mod proxied;
mod redirects;
mod scope;
mod servers;
mod severity;
mod sockets;
mod syntax;
mod table;
mod tree;
mod upstreams;
mod values;
mod variables;
mod waits;
mod words;
mod zones;

pub use found::Mistake;
pub use kinds::Kind;
pub use paste::Paste;
pub use severity::Severity;

use found::Found;
use paste::Cleaned;
use scope::Scopes;
use table::Table;

/// What was pasted, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What the text is, and the dress that was taken off it. Never empty.
    pub pasted: Vec<Paste>,
    /// The mistakes in the order of their lines.
    pub mistakes: Vec<Mistake>,
}

/// Checks a configuration, or a part of one. Where braces, semicolons or quotes are wrong, only those are told, since all else
/// would be guessed.
#[must_use]
pub fn check(text: &str) -> Checked {
    let cleaned = Cleaned::of(text);
    let mut pasted = cleaned.pasted.clone();
    if cleaned.is_foreign() {
        return Checked {
            pasted,
            mistakes: Vec::new(),
        };
    }
    let table = Table::new();
    let mut found = Found::new();
    let read = dump::read(&cleaned.text, pasted.contains(&Paste::Ellipsis), &table);
    if !read.is_of_nginx {
        pasted.retain(|paste| paste.is_dress());
        pasted.push(Paste::Unknown);
        return Checked {
            pasted,
            mistakes: Vec::new(),
        };
    }
    for mistake in cleaned.mistakes {
        found.push(mistake);
    }
    let scopes = Scopes::of(&read, &cleaned.pasted);
    pasted.push(scopes.shape());
    if scopes.has_names_to_fill_in() && !pasted.contains(&Paste::Envsubst) {
        pasted.push(Paste::Envsubst);
    }
    found.extend(read.mistakes.iter().cloned());
    if read.is_sound() {
        judge(&scopes, &table, &mut found);
    }
    found.drop_what_a_template_hides(text, &pasted);
    pasted.sort();
    Checked {
        pasted,
        mistakes: found.told(),
    }
}

fn judge(scopes: &Scopes<'_>, table: &Table, found: &mut Found) {
    syntax::check(scopes, table, found);
    values::check(scopes, table, found);
    expressions::check(scopes, found);
    conditions::check(scopes, found);
    variables::check(scopes, found);
    zones::check(scopes, found);
    addresses::check(scopes, found);
    listens::check(scopes, found);
    locations::check(scopes, found);
    upstreams::check(scopes, found);
    passes::check(scopes, found);
    sockets::check(scopes, found);
    buffers::check(scopes, found);
    waits::check(scopes, found);
    servers::check(scopes, found);
    headers::check(scopes, found);
    proxied::check(scopes, found);
    redirects::check(scopes, found);
    files::check(scopes, found);
    paths::check(scopes, found);
    access::check(scopes, found);
    answers::check(scopes, found);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How much the checks look at in a text.
    fn work(text: &str) -> usize {
        let cleaned = Cleaned::of(text);
        let table = Table::new();
        let read = dump::read(&cleaned.text, false, &table);
        let scopes = Scopes::of(&read, &cleaned.pasted);
        judge(&scopes, &table, &mut Found::new());
        scopes.work()
    }

    #[test]
    fn twice_the_text_is_twice_the_work_and_no_more() {
        let headers = |count: usize| -> String {
            (0..count)
                .map(|at| format!("add_header X-{at} 1;\n"))
                .collect()
        };
        let repeated = |count: usize, line: &dyn Fn(usize) -> String| -> String {
            (0..count).map(line).collect()
        };
        let texts: [(&str, &dyn Fn(usize) -> String); 6] = [
            ("headers that many locations drop", &|count| {
                let locations = repeated(count, &|at| {
                    format!("location /{at} {{ add_header Y 1; }}\n")
                });
                format!("server {{\n{}{locations}}}", headers(4 * count))
            }),
            ("headers that many locations repeat", &|count| {
                let locations = repeated(count, &|at| {
                    format!("location /{at} {{ add_header X-0 1; add_header X-1 1; }}\n")
                });
                format!("server {{\n{}{locations}}}", headers(count))
            }),
            ("upstreams and their users", &|count| {
                let upstreams = repeated(count, &|at| {
                    format!("upstream u{at} {{ server 127.0.0.1:{}; }}\n", at + 1)
                });
                let locations = repeated(count, &|at| {
                    format!("location /{at}/ {{ proxy_pass http://u{at}/; }}\n")
                });
                format!("{upstreams}server {{\n{locations}}}")
            }),
            ("includes", &|count| {
                let includes = repeated(count, &|at| format!("include conf.d/{at}.conf;\n"));
                let locations = repeated(count, &|at| {
                    format!("location /{at} {{ proxy_pass http://a; }}\n")
                });
                format!("{includes}server {{\n{includes}{locations}}}")
            }),
            ("expressions with fallbacks", &|count| {
                let locations = repeated(count, &|at| {
                    format!("location ~ ^/{at}/(.*)$ {{ try_files $uri /{at}/index.php; }}\n")
                });
                format!("server {{\n{locations}}}")
            }),
            ("locations that ask for a password", &|count| {
                let locations =
                    repeated(count, &|at| format!("location /{at} {{ auth_basic a; }}\n"));
                format!("server {{\n{locations}}}")
            }),
        ];
        for (name, text) in texts {
            let (once, twice) = (work(&text(200)), work(&text(400)));
            assert!(once > 100, "{name}: {once}");
            assert!(twice <= once * 5 / 2, "{name}: {once} and {twice}");
        }
    }
}
