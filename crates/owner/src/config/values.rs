//! Values that nginx reads at its start: switches, numbers, sizes, times, words of a list. Addresses and expressions are left
//! to the files of their names.
//!
//! Source: `ngx_parse_size`, `ngx_parse_offset`, `ngx_parse_time` and the setters of nginx's modules.

use super::found::Found;
use super::place::Place;
use super::scope::Scopes;
use super::table::{Entry, Table, Type};
use super::tree::Directive;
use super::variables::is_filled_in;
use super::{Kind, Mistake};

pub(super) fn check(scopes: &Scopes<'_>, table: &Table, found: &mut Found) {
    for scope in scopes.every().filter(|scope| scope.place != Place::Free) {
        for directive in scope.holds {
            if directive.words().any(is_filled_in) {
                continue;
            }
            let here: Vec<&Entry> = table
                .of(&directive.name)
                .iter()
                .filter(|entry| scope.place == Place::Unknown || entry.may_stand(scope.place))
                .filter(|entry| entry.takes(directive.args.len()))
                .collect();
            // Where one of several meanings takes it, it is right.
            let mut wrong = None;
            for entry in &here {
                match of_type(directive, entry.of) {
                    None => {
                        wrong = None;
                        break;
                    }
                    Some(value) => wrong = Some(value),
                }
            }
            let wrong = match here.is_empty() {
                true => None,
                false => wrong.or_else(|| of_its_own(directive, scope.place)),
            };
            if let Some(Wrong { value, takes }) = wrong {
                found.push(Mistake::new(
                    Kind::InvalidValue,
                    directive.line,
                    &[
                        ("name", &directive.name),
                        ("value", &value),
                        ("other", &takes),
                    ],
                    String::new(),
                ));
            }
        }
    }
}

/// A value that is none, and what would be one.
struct Wrong {
    value: String,
    takes: String,
}

impl Wrong {
    fn new(value: &str, takes: &str) -> Option<Wrong> {
        Some(Wrong {
            value: value.to_owned(),
            takes: takes.to_owned(),
        })
    }
}

const A_SIZE: &str = "a size such as 8k or 1m";
const A_LARGE_SIZE: &str = "a size such as 8k, 10m or 1g";
const A_TIME: &str = "a time such as 60s, 5m or 1h";
const A_NUMBER: &str = "a whole number";

fn of_type(directive: &Directive<'_>, of: Type) -> Option<Wrong> {
    let value = directive.arg(0);
    match of {
        Type::Flag => {
            let is_switch = value.eq_ignore_ascii_case("on") || value.eq_ignore_ascii_case("off");
            (!is_switch).then(|| Wrong::new(value, "on, off"))?
        }
        Type::Number => number(value)
            .is_none()
            .then(|| Wrong::new(value, A_NUMBER))?,
        Type::Size => bytes(value).is_none().then(|| Wrong::new(value, A_SIZE))?,
        Type::LargeSize => large_bytes(value)
            .is_none()
            .then(|| Wrong::new(value, A_LARGE_SIZE))?,
        Type::Time => milliseconds(value)
            .is_none()
            .then(|| Wrong::new(value, A_TIME))?,
        Type::Buffers => match (number(value), bytes(directive.arg(1))) {
            (Some(_), Some(_)) => None,
            (None, _) => Wrong::new(value, "a number and a size, such as 8 16k"),
            (Some(_), None) => Wrong::new(directive.arg(1), "a number and a size, such as 8 16k"),
        },
        Type::One(values) => (!values.split('|').any(|one| one.eq_ignore_ascii_case(value)))
            .then(|| Wrong::new(value, &values.replace('|', ", ")))?,
        Type::Some(values) => directive
            .words()
            .find(|word| !values.split('|').any(|one| one.eq_ignore_ascii_case(word)))
            .and_then(|word| Wrong::new(word, &values.replace('|', ", "))),
        Type::Any => None,
    }
}

/// Values that a directive reads in a way of its own.
fn of_its_own(directive: &Directive<'_>, place: Place) -> Option<Wrong> {
    let value = directive.arg(0);
    match directive.name.as_ref() {
        "worker_processes" => (value != "auto" && number(value).is_none_or(|number| number == 0))
            .then(|| Wrong::new(value, "auto, a whole number"))?,
        "worker_connections" => number(value)
            .is_none()
            .then(|| Wrong::new(value, A_NUMBER))?,
        "keepalive_timeout" => directive
            .words()
            .find(|word| milliseconds(word).is_none())
            .and_then(|word| Wrong::new(word, A_TIME)),
        "gzip_comp_level" => number(value)
            .is_none_or(|level| !(1..=9).contains(&level))
            .then(|| Wrong::new(value, "a number from 1 to 9"))?,
        "ssl_session_cache" => {
            let wrong = directive.words().find(|word| {
                let is_word = matches!(*word, "off" | "none" | "builtin");
                let sized = word
                    .strip_prefix("shared:")
                    .and_then(|zone| zone.split_once(':'))
                    .is_some_and(|(name, size)| !name.is_empty() && large_bytes(size).is_some());
                !is_word && !sized && !word.starts_with("builtin:")
            })?;
            Wrong::new(wrong, "off, none, builtin, shared:name:10m")
        }
        "access_log" if value == "off" && directive.args.len() > 1 => {
            Wrong::new(directive.arg(1), "nothing behind off")
        }
        "allow" | "deny" => {
            let is_right = matches!(value, "all" | "unix:") || is_network(value);
            (!is_right)
                .then(|| Wrong::new(value, "all, an address or a network such as 192.0.2.0/24"))?
        }
        "add_header" | "add_trailer" => {
            let third = directive.arg(2);
            (!matches!(third, "" | "always")).then(|| {
                Wrong::new(
                    third,
                    "a name, a value in quotation marks where it has blanks, and always",
                )
            })?
        }
        "server" if matches!(place, Place::Upstream | Place::StreamUpstream) => {
            directive.words().skip(1).find_map(of_upstream_server)
        }
        "expires" => {
            let time = directive.last_arg();
            let bare = time.trim_start_matches(['-', '+', '@']);
            let is_word = matches!(value, "off" | "epoch" | "max" | "modified");
            (!is_word && !time.contains('$') && milliseconds(bare).is_none())
                .then(|| Wrong::new(time, "off, epoch, max, a time such as 30d"))?
        }
        "error_log" => {
            const LEVELS: [&str; 8] = [
                "debug", "info", "notice", "warn", "error", "crit", "alert", "emerg",
            ];
            directive
                .words()
                .skip(1)
                .find(|word| !LEVELS.contains(word) && !word.starts_with("debug_"))
                .and_then(|word| Wrong::new(word, &LEVELS.join(", ")))
        }
        "return" if place != Place::StreamServer => {
            let code = number(value).filter(|code| *code <= 999);
            let is_address = directive.args.len() == 1
                && ["http://", "https://", "$scheme"]
                    .iter()
                    .any(|start| value.starts_with(start));
            (code.is_none() && !is_address)
                .then(|| Wrong::new(value, "a status such as 301 or 404 before the address"))?
        }
        "error_page" => {
            let codes = directive.args.len().saturating_sub(1);
            directive
                .words()
                .take(codes)
                .enumerate()
                .find(|(at, word)| {
                    let change = *at > 0 && word.starts_with('=');
                    !change && !number(word).is_some_and(|code| (300..=599).contains(&code))
                })
                .and_then(|(_, word)| Wrong::new(word, "statuses from 300 to 599"))
        }
        "rewrite" => {
            let flag = directive.arg(2);
            let is_flag = matches!(flag, "" | "last" | "break" | "redirect" | "permanent");
            (!is_flag).then(|| Wrong::new(flag, "last, break, redirect, permanent"))?
        }
        "proxy_cache_path" | "fastcgi_cache_path" | "uwsgi_cache_path" | "scgi_cache_path" => {
            (!directive.words().any(|word| word.starts_with("keys_zone=")))
                .then(|| Wrong::new(value, "keys_zone=name:10m after the path"))?
        }
        "proxy_cache_valid" | "fastcgi_cache_valid" | "uwsgi_cache_valid" | "scgi_cache_valid" => {
            let time = directive.last_arg();
            milliseconds(time)
                .is_none()
                .then(|| Wrong::new(time, A_TIME))?
        }
        "limit_req_zone" => {
            let rate = directive.words().find(|word| word.starts_with("rate="));
            let digits = rate.map_or("", |rate| rate.get(5..).unwrap_or_default());
            let is_rate = digits
                .strip_suffix("r/s")
                .or_else(|| digits.strip_suffix("r/m"))
                .is_some_and(|digits| number(digits).is_some());
            match rate {
                Some(rate) if !is_rate => Wrong::new(rate, "a rate such as 10r/s or 30r/m"),
                Some(_) | None => None,
            }
        }
        _ => None,
    }
}

/// A parameter of a server in an upstream that is not right.
fn of_upstream_server(word: &str) -> Option<Wrong> {
    let (name, value) = word.split_once('=')?;
    match name {
        "weight" => number(value)
            .is_none_or(|weight| weight == 0)
            .then(|| Wrong::new(word, "weight=2, a whole number"))?,
        "max_fails" | "max_conns" => number(value)
            .is_none()
            .then(|| Wrong::new(word, A_NUMBER))?,
        "fail_timeout" | "slow_start" => milliseconds(value)
            .is_none()
            .then(|| Wrong::new(word, A_TIME))?,
        _ => None,
    }
}

/// An address in numbers, or a network of them.
fn is_network(text: &str) -> bool {
    let (address, bits) = text.split_once('/').unwrap_or((text, ""));
    let most = match address.parse::<std::net::IpAddr>() {
        Ok(std::net::IpAddr::V4(_)) => 32,
        Ok(std::net::IpAddr::V6(_)) => 128,
        Err(_) => return false,
    };
    // nginx takes a mask in numbers of four, too.
    bits.is_empty()
        || number(bits).is_some_and(|bits| bits <= most)
        || bits.parse::<std::net::Ipv4Addr>().is_ok()
}

fn number(text: &str) -> Option<u64> {
    let is_number = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

/// A size as nginx writes it, in bytes: `8192`, `8k`, `1m`.
pub(super) fn bytes(text: &str) -> Option<u64> {
    let (digits, unit) = match text.char_indices().last()? {
        (at, 'k' | 'K') => (text.get(..at)?, 1 << 10),
        (at, 'm' | 'M') => (text.get(..at)?, 1 << 20),
        _ => (text, 1),
    };
    number(digits)?.checked_mul(unit)
}

/// A size that may be of gigabytes, too.
fn large_bytes(text: &str) -> Option<u64> {
    match text.char_indices().last()? {
        (at, 'g' | 'G') => number(text.get(..at)?)?.checked_mul(1 << 30),
        _ => bytes(text),
    }
}

/// A time as nginx writes it, in milliseconds: `60`, `60s`, `1m 30s` in one word, `500ms`.
pub(super) fn milliseconds(text: &str) -> Option<u64> {
    const UNITS: [(&str, u64); 8] = [
        ("ms", 1),
        ("s", 1_000),
        ("m", 60_000),
        ("h", 3_600_000),
        ("d", 86_400_000),
        ("w", 604_800_000),
        ("M", 2_592_000_000),
        ("y", 31_536_000_000),
    ];
    let mut whole = 0_u64;
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        let (digits, after) = rest.split_at_checked(end)?;
        let (unit, after) = UNITS
            .into_iter()
            .find_map(|(name, unit)| after.strip_prefix(name).map(|after| (unit, after)))
            .or_else(|| after.is_empty().then_some((1_000, after)))?;
        whole = whole.saturating_add(digits.parse::<u64>().ok()?.saturating_mul(unit));
        rest = after.trim_start_matches(' ');
    }
    (!text.is_empty()).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::{bytes, large_bytes, milliseconds};

    #[test]
    fn times_are_read_as_nginx_reads_them() {
        for (text, time) in [
            ("60", Some(60_000)),
            ("60s", Some(60_000)),
            ("500ms", Some(500)),
            ("1m30s", Some(90_000)),
            ("1m 30s", Some(90_000)),
            ("1h", Some(3_600_000)),
            ("1y", Some(31_536_000_000)),
            ("", None),
            ("s", None),
            ("ten", None),
            ("60sec", None),
            ("$wait", None),
        ] {
            assert_eq!(milliseconds(text), time, "{text}");
        }
    }

    #[test]
    fn sizes_are_read_as_nginx_reads_them() {
        for (text, size) in [
            ("8k", Some(8_192)),
            ("1M", Some(1_048_576)),
            ("0", Some(0)),
            ("10mb", None),
            ("1g", None),
            ("k", None),
            ("", None),
        ] {
            assert_eq!(bytes(text), size, "{text}");
        }
        assert_eq!(large_bytes("1g"), Some(1 << 30));
    }
}
