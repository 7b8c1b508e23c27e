//! The conditions of `if`, by the rules of `ngx_http_rewrite_if_condition`.

use super::found::Found;
use super::scope::Scopes;
use super::tree::Directive;
use super::variables::is_filled_in;
use super::{Kind, Mistake};

pub(super) fn check(scopes: &Scopes<'_>, found: &mut Found) {
    for directive in scopes.every().flat_map(|scope| scope.holds) {
        let is_if = directive.name == "if" && directive.block.is_some();
        if is_if && !directive.words().any(is_filled_in) && !is_condition(directive) {
            let shown = directive.shown();
            found.push(Mistake::new(
                Kind::InvalidCondition,
                directive.line,
                &[("value", shown.trim_start_matches("if").trim())],
                String::new(),
            ));
        }
    }
}

fn is_condition(directive: &Directive<'_>) -> bool {
    let mut words: Vec<&str> = directive.words().collect();
    let (Some(first), Some(_)) = (words.first().copied(), words.last()) else {
        return false;
    };
    let Some(first) = first.strip_prefix('(') else {
        return false;
    };
    match first {
        "" => {
            words.remove(0);
        }
        first => {
            if let Some(word) = words.first_mut() {
                *word = first;
            }
        }
    }
    let Some(end) = words.last().and_then(|last| last.strip_suffix(')')) else {
        return false;
    };
    match end {
        "" => {
            words.pop();
        }
        end => {
            if let Some(word) = words.last_mut() {
                *word = end;
            }
        }
    }
    match words.as_slice() {
        [variable] => variable.starts_with('$'),
        [test, _] => {
            matches!(
                *test,
                "-f" | "!-f" | "-d" | "!-d" | "-e" | "!-e" | "-x" | "!-x"
            ) || test.starts_with('$')
                // An empty word between quotes, whose quotes were taken off: `$a = ""`.
                && matches!(words.get(1), Some(&("=" | "!=")))
        }
        [variable, sign, _] => {
            variable.starts_with('$') && matches!(*sign, "=" | "!=" | "~" | "~*" | "!~" | "!~*")
        }
        _ => false,
    }
}
