//! Regular expressions, so far as it can be told without an engine that they are none: brackets that do not match, a sign of
//! repetition that repeats nothing.

use super::found::Found;
use super::scope::Scopes;
use super::tree::Directive;
use super::variables::is_filled_in;
use super::{Kind, Mistake};

pub(super) fn check(scopes: &Scopes<'_>, found: &mut Found) {
    for directive in scopes.every().flat_map(|scope| scope.holds) {
        for expression in within(directive) {
            if !expression.contains("$(") && !is_filled_in(expression) && !is_one(expression) {
                found.push(Mistake::new(
                    Kind::InvalidRegex,
                    directive.line,
                    &[("value", expression)],
                    String::new(),
                ));
            }
        }
    }
}

/// The regular expressions among a directive's words.
fn within<'d>(directive: &'d Directive<'_>) -> Vec<&'d str> {
    match directive.name.as_ref() {
        "location" => match directive.arg(0) {
            "~" | "~*" => vec![directive.arg(1)],
            word => match word.strip_prefix("~*").or_else(|| word.strip_prefix('~')) {
                Some(expression) => vec![expression],
                None => Vec::new(),
            },
        },
        "server_name" => directive
            .words()
            .filter_map(|word| word.strip_prefix('~'))
            .collect(),
        "rewrite" | "fastcgi_split_path_info" => vec![directive.arg(0)],
        _ => Vec::new(),
    }
}

/// Whether it can be a regular expression.
fn is_one(expression: &str) -> bool {
    let mut open = 0_usize;
    let mut repeatable = false;
    let mut letters = expression.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => {
                // `\Q` quotes up to `\E`: such are left alone.
                if letters.peek() == Some(&'Q') {
                    return true;
                }
                if letters.next().is_none() {
                    return false;
                }
                repeatable = true;
            }
            '[' => {
                if letters.peek() == Some(&'^') {
                    letters.next();
                }
                // A closing bracket that comes first is one of the letters.
                if letters.peek() == Some(&']') {
                    letters.next();
                }
                loop {
                    match letters.next() {
                        None => return false,
                        Some('\\') => {
                            letters.next();
                        }
                        // A class such as `[:alpha:]`.
                        Some('[') if letters.peek() == Some(&':') => {
                            letters.by_ref().find(|c| *c == ']');
                        }
                        Some(']') => break,
                        Some(_) => {}
                    }
                }
                repeatable = true;
            }
            '(' => {
                open += 1;
                repeatable = false;
                if letters.peek() == Some(&'?') {
                    letters.next();
                } else if letters.peek() == Some(&'*') {
                    return true;
                }
            }
            ')' => {
                let Some(outer) = open.checked_sub(1) else {
                    return false;
                };
                open = outer;
                repeatable = true;
            }
            '*' | '+' | '?' => {
                if !repeatable {
                    return false;
                }
                // Lazy and possessive signs follow a sign.
                if matches!(letters.peek(), Some('?' | '+')) {
                    letters.next();
                }
                repeatable = false;
            }
            '|' => repeatable = false,
            _ => repeatable = true,
        }
    }
    open == 0
}

#[cfg(test)]
mod tests {
    use super::is_one;

    #[test]
    fn what_cannot_be_an_expression_is_told_from_what_can() {
        for good in [
            "\\.php$",
            "^/(a|b)/[^/]+?(?:x)?$",
            "[]a]+",
            "^(?<name>[a-z]+)$",
            "(?i)\\.(jpe?g)$",
            "a{2,3}",
            "[[:alpha:]]+",
            "^/x(?!y).*",
            "$",
            "^",
            "|a",
            "()",
        ] {
            assert!(is_one(good), "{good}");
        }
        for bad in ["*.php$", "^/(a|b", "a)", "[a-z", "+a", "(?:a", "a\\"] {
            assert!(!is_one(bad), "{bad}");
        }
    }
}
