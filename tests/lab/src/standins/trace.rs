//! Cloudflare's trace: who asks, from where, and what time it is.

use std::time::{SystemTime, UNIX_EPOCH};

use super::HttpReply;

/// The answer to `visitor`, by a clock so many seconds ahead of this machine's.
pub fn answer(visitor: &str, ahead_s: i64) -> HttpReply {
    let here = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0.0, |since| since.as_secs_f64());
    let now = here + ahead_s as f64;
    HttpReply {
        status: 200,
        content_type: "text/plain",
        body: format!(
            "fl=123f45\nh=www.cloudflare.com\nip={visitor}\nts={now:.3}\nvisit_scheme=https\nuag=x\n\
             colo=FRA\nsliver=none\nhttp=http/2\nloc=DE\ntls=TLSv1.3\nsni=plaintext\nwarp=off\n\
             gateway=off\nrbi=off\nkex=X25519\n"
        ),
    }
}
