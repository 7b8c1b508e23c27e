//! The application behind the front server: a shop with a long article and a form. It can be well, dead, or hang.

use std::sync::Arc;

use anyhow::Result;

use crate::http::{Answer, Asked, Http, Rule};

/// Where it listens, as the configurations are told.
pub const ADDRESS: &str = "127.0.0.1:3000";
/// Its path that answers when it is well.
pub const HEALTH: &str = "/health";

/// The length of a large cookie.
pub const COOKIE: usize = 3_000;

/// The application that answers.
///
/// # Errors
/// Its port is taken.
pub fn well() -> Result<Http> {
    Http::start(ADDRESS, rule(shop))
}

/// The application whose health is good and whose pages never come.
///
/// # Errors
/// Its port is taken.
pub fn hanging() -> Result<Http> {
    Http::start(
        ADDRESS,
        rule(|asked| {
            if asked.path == HEALTH {
                shop(asked)
            } else {
                Answer::Never
            }
        }),
    )
}

fn rule(answer: impl Fn(&Asked) -> Answer + Send + Sync + 'static) -> Rule {
    Arc::new(answer)
}

fn shop(asked: &Asked) -> Answer {
    if let Some(number) = asked.path.strip_prefix("/grow?") {
        // No script can reach it.
        let cookie = format!(
            "kept{number}={}; Path=/article; HttpOnly; Secure",
            "x".repeat(COOKIE)
        );
        return Answer::With(200, vec![html(), ("Set-Cookie", cookie)], String::new());
    }
    let body = match asked.path.split('?').next() {
        Some("/article") => {
            "<!doctype html><html lang=en><title>article</title><body style='margin:0'><div style='height:9000px'>Long.</div>"
        }
        Some("/form") => {
            "<!doctype html><html lang=en><title>form</title><form method=post action='/order?item=7'><input name=what value=book><button>Order</button></form>"
        }
        Some("/order") if asked.method == "POST" => {
            "<!doctype html><html lang=en><title>ordered</title>"
        }
        Some("/order") => "<!doctype html><html lang=en><title>order</title>",
        Some(HEALTH) => "well",
        Some(_) | None => {
            return Answer::With(404, vec![html()], "<title>missing</title>".to_owned());
        }
    };
    Answer::With(200, vec![html()], body.to_owned())
}

fn html() -> (&'static str, String) {
    ("Content-Type", "text/html; charset=utf-8".to_owned())
}
