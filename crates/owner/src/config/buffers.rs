//! nginx's own rules for the sizes of buffers, which it checks at its start.
//!
//! Source: `ngx_http_proxy_merge_loc_conf` and `ngx_http_fastcgi_merge_loc_conf`: at least two buffers; the busy size is
//! twice the larger of `buffer_size` and one buffer unless set; it must be that large at least, and no more than all
//! buffers but one.

use super::found::Found;
use super::scope::{Scope, Scopes};
use super::tree::Directive;
use super::values::bytes;
use super::{Kind, Mistake};

/// One page of memory, nginx's default for a buffer on common machines, in bytes.
const PAGE: u64 = 4_096;
/// How many buffers nginx has by default.
const BUFFERS: u64 = 8;

pub(super) fn check(scopes: &Scopes<'_>, found: &mut Found) {
    for kind in ["proxy", "fastcgi", "uwsgi", "scgi"] {
        let names = Names {
            size: format!("{kind}_buffer_size"),
            buffers: format!("{kind}_buffers"),
            busy: format!("{kind}_busy_buffers_size"),
        };
        for scope in scopes.all() {
            found.extend(judge(scopes, scope, &names));
        }
    }
}

struct Names {
    size: String,
    buffers: String,
    busy: String,
}

fn judge(scopes: &Scopes<'_>, scope: &Scope<'_>, names: &Names) -> Option<Mistake> {
    // Where nothing is set, an outer block has been judged already.
    let own = [&names.size, &names.buffers, &names.busy]
        .into_iter()
        .flat_map(|name| scope.named(name))
        .max_by_key(|directive| directive.line)?;
    let set = |name: &str| scopes.one(scope, name);
    let size = set(&names.size).map_or(Some(PAGE), |d| bytes(d.arg(0)))?;
    let (number, one) = match set(&names.buffers) {
        Some(buffers) => (buffers.arg(0).parse().ok()?, bytes(buffers.arg(1))?),
        None => (BUFFERS, PAGE),
    };
    let largest = size.max(one);
    let busy_set = set(&names.busy);
    let busy = busy_set.map_or(Some(largest.saturating_mul(2)), |d| bytes(d.arg(0)))?;
    let all_but_one = number.saturating_sub(1_u64).saturating_mul(one);
    let of = |kind, name: &str, value: u64, other: u64, mended: String| {
        let values = [
            ("name", name),
            ("value", &shown(value)),
            ("other", &shown(other)),
        ];
        let line = scope.named(name).last().map_or(own.line, |d| d.line);
        Some(Mistake::new(kind, line, &values, mended))
    };
    let line = |d: &Directive<'_>| format!("{};", d.shown());
    if number < 2 {
        let mended = format!("{} {BUFFERS} {};", names.buffers, shown(one));
        return of(Kind::BuffersTooFew, &names.buffers, number, 2, mended);
    }
    if busy < largest {
        let mended = format!("{} {};", names.busy, shown(largest.saturating_mul(2)));
        return of(Kind::BusyTooSmall, &names.busy, busy, largest, mended);
    }
    if busy > all_but_one {
        if busy_set.is_some() && largest <= all_but_one {
            let mended = format!(
                "{} {};",
                names.busy,
                shown(all_but_one.min(largest.saturating_mul(2)))
            );
            return of(Kind::BusyTooLarge, &names.busy, busy, all_but_one, mended);
        }
        // Eight buffers as large as the header's are always enough.
        let mut mended = format!("{} {BUFFERS} {};", names.buffers, shown(largest));
        if let Some(size) = set(&names.size) {
            mended = format!("{}\n{mended}", line(size));
        }
        if busy_set.is_some() {
            mended = format!(
                "{mended}\n{} {};",
                names.busy,
                shown(largest.saturating_mul(2))
            );
        }
        return of(
            Kind::BufferSizeTooLarge,
            &names.size,
            size,
            all_but_one,
            mended,
        );
    }
    None
}

fn shown(bytes: u64) -> String {
    if bytes > 0 && bytes.is_multiple_of(1 << 10) {
        format!("{}k", bytes >> 10)
    } else {
        bytes.to_string()
    }
}
