//! Who may come in: rules that nginx never comes to, because an earlier one fits everybody.

use super::found::Found;
use super::scope::Scopes;
use super::{Kind, Mistake};

pub(super) fn check(scopes: &Scopes<'_>, found: &mut Found) {
    for scope in scopes.every() {
        let mut is_closed = false;
        for directive in scope.holds {
            match directive.name.as_ref() {
                "deny" if directive.arg(0) == "all" => is_closed = true,
                "allow" if is_closed => {
                    let rule = directive.shown();
                    found.push(Mistake::new(
                        Kind::AllowBehindDeny,
                        directive.line,
                        &[("value", &rule)],
                        format!("{rule};\ndeny all;"),
                    ));
                }
                _ => {}
            }
        }
    }
}
