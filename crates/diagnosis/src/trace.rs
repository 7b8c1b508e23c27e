//! Cloudflare's trace: the server's clock, the visitor's country, and whether WARP carries them.
//! The visitor's address is in it too and is never read.

use serde::{Deserialize, Serialize};

/// What the trace says, without the visitor's address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Trace {
    /// The visitor's clock minus the server's, in seconds; positive when the visitor's is ahead.
    pub skew_seconds: i64,
    /// ISO 3166 code of the country that the visitor's address belongs to.
    pub country: Option<String>,
    /// Cloudflare's WARP or a company gateway carries the visitor's traffic.
    pub tunnelled: bool,
}

/// Clocks within this many seconds are right: certificates care for no less.
pub(crate) const CLOCK_TOLERANCE_SECONDS: u64 = 300;

impl Trace {
    /// Whether the visitor's clock agrees with the server's.
    #[must_use]
    pub const fn clock_is_right(&self) -> bool {
        self.skew_seconds.unsigned_abs() <= CLOCK_TOLERANCE_SECONDS
    }
}

/// Reads a trace, which is lines of `key=value` (see
/// [Cloudflare's documentation](https://developers.cloudflare.com/fundamentals/reference/cdn-cgi-endpoint/)). `now_ms` is the
/// visitor's clock when it arrived, in milliseconds since 1970. `None` when it is not a trace (a portal's page, say).
///
/// ```
/// let trace = whichside_diagnosis::trace::read("ts=1795257344.801\nloc=DE\nwarp=off\n", 1_795_257_404_801.0);
/// let trace = trace.expect("a trace");
/// assert_eq!((trace.skew_seconds, trace.country.as_deref()), (60, Some("DE")));
/// ```
#[must_use]
pub fn read(text: &str, now_ms: f64) -> Option<Trace> {
    let field = |name: &str| {
        text.lines()
            .filter_map(|line| line.split_once('='))
            .find_map(|(key, value)| (key == name).then(|| value.trim()))
    };
    // Whole seconds will do.
    let server_seconds: i64 = field("ts")?.split('.').next()?.parse().ok()?;
    if !now_ms.is_finite() {
        return None;
    }
    let country = field("loc")
        .filter(|code| {
            code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase()) && *code != "XX"
        })
        .map(str::to_owned);
    let on = |name| field(name).is_some_and(|value| value != "off");
    Some(Trace {
        // A float-to-integer cast saturates; a skew of centuries is as wrong as one of days.
        skew_seconds: ((now_ms / 1000.0) as i64).saturating_sub(server_seconds),
        country,
        tunnelled: on("warp") || on("gateway"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_trace_gives_clock_country_and_tunnel() {
        let text = "fl=1\nip=203.0.113.2\nts=1795257344.801\nloc=DE\nwarp=on\ngateway=off\n";
        let trace = read(text, 1_795_257_404_801.0).expect("a trace");
        assert_eq!(
            trace,
            Trace {
                skew_seconds: 60,
                country: Some("DE".into()),
                tunnelled: true
            }
        );
    }

    #[test]
    fn a_portal_page_is_no_trace() {
        assert_eq!(read("<html><h1>Sign in", 0.0), None);
        assert_eq!(read("ts=NaN", 0.0), None);
    }
}
