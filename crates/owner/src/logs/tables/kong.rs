//! Lines of Kong.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};

patterns! { KONG of Kong:
    "kong-no-target" Symptom EachBackend
    when [
        words(&["failure to get a peer from the ring-balancer"]),
        words(&["failure to get a peer from the balancer"]),
        words(&["no peers are available"]),
        words(&["no available targets"]).only(&[Source::Kong, Source::Nginx]),
    ]
    means "Kong has no healthy target behind this service. Visitors saw 503."
    likely "All targets failed their health checks, or the upstream has none, or their weight is 0."
    like "2026/03/01 10:00:00 [error] 22#0: *7 [lua] balancer.lua:323: execute(): failure to get a peer from the ring-balancer, client: 192.0.2.1, server: kong, request: \"GET /inventory HTTP/1.1\", host: \"example.com\"";

    "kong-name" Symptom UpstreamName
    when [
        words(&["dns resolution failed: "]),
        words(&["name resolution failed"]).only(&[Source::Kong, Source::Nginx]),
        words(&["[lua]", "dns server error"]),
    ]
    means "Kong could not find the address of the service’s name. Visitors saw 503."
    likely "The host of the service is misspelt, or Kong asks another resolver than you think: see dns_resolver."
    like "2026/03/01 10:00:00 [error] 22#0: *7 [lua] balancer.lua:371: balancer_execute(): DNS resolution failed: dns server error: 3 name error. Tried: [\"(short)app:(na) - cache-miss\"], client: 192.0.2.1, server: kong";

    "kong-database" Reason Database
    when [words(&["[postgresql error]"]), words(&["failed to retrieve postgresql server_version_num"]), words(&["database needs bootstrapping"]), words(&["kong migrations"])]
    means "Kong cannot use its database, so it does not start or takes no changes."
    likely "PostgreSQL is stopped or starting, or “kong migrations bootstrap” was not run."
    like "Error: [PostgreSQL error] failed to retrieve PostgreSQL server_version_num: connection refused";
}
