//! Whether a tunnel carries the visitor's traffic, by the trace: Cloudflare's WARP or a company's gateway. It knows no other VPN.

use crate::observation::Outcome;
use crate::probes::Probe;
use crate::record::CheckRecord;

columns! {
    /// How the visitor's traffic goes.
    Tunnel {
        /// Through WARP or a gateway.
        Through,
        /// Through neither.
        Direct,
    }
}

pub(super) fn read(record: &CheckRecord) -> Option<Tunnel> {
    match record.outcome(Probe::Trace)? {
        Outcome::Trace(trace) if trace.tunnelled => Some(Tunnel::Through),
        Outcome::Trace(_) => Some(Tunnel::Direct),
        _ => None,
    }
}
