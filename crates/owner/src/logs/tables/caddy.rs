//! Lines of Caddy, versions 1 and 2.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::{
    Ended, InUse, NameUnknown, NoRoute, Refused, Reset, TimedOut,
};
use crate::logs::reading::UpstreamKind::Loopback6;

patterns! { CADDY of Caddy:
    "caddy-refused-localhost" Symptom UpstreamAddress
    when [words(&["dial tcp"]).error(&[Refused]).upstream(&[Loopback6]).only(&[Source::Caddy])]
    means "Caddy asked [::1], the IPv6 address behind “localhost”, and nothing listens there. Visitors saw 502."
    likely "The application listens on 127.0.0.1 only. Write 127.0.0.1 instead of localhost in reverse_proxy."
    like "{\"level\":\"error\",\"ts\":1772359200.1,\"logger\":\"http.log.error\",\"msg\":\"dial tcp [::1]:8050: connect: connection refused\",\"status\":502}";

    "caddy-refused" Symptom AppStatus
    when [words(&["dial tcp"]).error(&[Refused]).only(&[Source::Caddy]), words(&["[error 502 /"]).error(&[Refused])]
    means "Nothing listens at the address where Caddy asks for the application. Visitors saw 502."
    likely "The application is stopped, or listens on another port. In a container, localhost is the container itself."
    like "{\"level\":\"error\",\"ts\":1772359200.1,\"logger\":\"http.log.error\",\"msg\":\"dial tcp 127.0.0.1:3000: connect: connection refused\",\"request\":{\"method\":\"GET\",\"uri\":\"/\"},\"status\":502}";

    "caddy-timeout" Symptom Firewall
    when [
        words(&["dial tcp"]).error(&[TimedOut, NoRoute]).only(&[Source::Caddy]),
        words(&["http.log.error"]).error(&[TimedOut]),
        words(&["timeout awaiting response headers"]).only(&[Source::Caddy]),
    ]
    means "The application’s address does not answer Caddy, or not in time. Visitors saw 502 or 504."
    likely "A firewall drops the packets, the address is wrong, both share no Docker network, or the page is slow."
    like "{\"level\":\"error\",\"ts\":1772359200.1,\"logger\":\"http.log.error\",\"msg\":\"dial tcp 10.0.0.5:3000: i/o timeout\",\"request\":{\"method\":\"GET\",\"uri\":\"/\"},\"status\":502}";

    "caddy-hung-up" Symptom ApplicationLog
    when [
        words(&["aborting with incomplete response"]),
        words(&["http.log.error"]).error(&[Ended, Reset]),
        words(&["reading: unexpected eof"]),
        words(&["http.handlers.reverse_proxy"]).error(&[Ended, Reset]),
        words(&["reverse_proxy.statusError"]).error(&[Ended, Reset]),
    ]
    means "The application hung up in the middle of its answer to Caddy."
    likely "It crashed, was ended for time or memory, or was restarted. Long-lived streams end so, too."
    like "{\"level\":\"error\",\"ts\":1772359200.1,\"logger\":\"http.handlers.reverse_proxy\",\"msg\":\"aborting with incomplete response\",\"upstream\":\"172.19.0.8:3000\",\"duration\":0.004}";

    "caddy-visitor-left" Harmless SlowRequests
    when [
        words(&["aborting with incomplete response", "context canceled"]),
        words(&["aborting with incomplete response", "writing: "]),
        words(&["aborting with incomplete response", "canceled with error code"]),
    ]
    means "The visitor left before the answer came."
    likely "The page was too slow for them, or they moved on. One such line is nothing."
    like "{\"level\":\"error\",\"ts\":1772359200.1,\"logger\":\"http.handlers.reverse_proxy\",\"msg\":\"aborting with incomplete response\",\"upstream\":\"172.19.0.8:3000\",\"duration\":0.004,\"error\":\"writing: http2: stream closed\"}";

    "caddy-name" Symptom UpstreamName
    when [
        words(&["lookup "]).error(&[NameUnknown]).only(&[Source::Caddy]),
        words(&["[error 502 /"]).error(&[NameUnknown]),
        words(&["http.log.error"]).error(&[NameUnknown]),
    ]
    means "Caddy could not find the address of the application’s name."
    likely "The name is empty or misspelt, or its container is in no network of Caddy’s."
    like "{\"level\":\"error\",\"ts\":1772359200.1,\"logger\":\"http.log.error\",\"msg\":\"dial tcp: lookup app on 127.0.0.11:53: no such host\",\"request\":{\"method\":\"GET\",\"uri\":\"/\"},\"status\":502}";

    "caddy-no-upstreams" Symptom EachBackend
    when [words(&["no upstreams available"]), words(&["[error 502 /", "unreachable backend"])]
    means "Caddy has no application server to ask: all failed, or none is named. Visitors saw 503 or 502."
    likely "Earlier lines say why each failed. With health checks, the page that is asked for fails."
    like "{\"level\":\"error\",\"ts\":1772359200.1,\"logger\":\"http.log.error.log0\",\"msg\":\"no upstreams available\",\"request\":{\"method\":\"GET\",\"uri\":\"/\"},\"status\":503}";

    "caddy-tls" Symptom UpstreamAddress
    when [
        words(&["server gave http response to https client"]).only(&[Source::Caddy]),
        words(&["x509: "]).only(&[Source::Caddy]),
        words(&["tls: "]).only(&[Source::Caddy]).without(&["tls.obtain", "tls.issuance"]),
    ]
    means "Caddy could not agree on a secure connection with the application, or does not trust its certificate."
    likely "https:// is asked of a plain port, or the application’s certificate is self-signed: see tls_insecure_skip_verify."
    like "{\"level\":\"error\",\"ts\":1772359200.1,\"logger\":\"http.log.error\",\"msg\":\"tls: failed to verify certificate: x509: certificate signed by unknown authority\",\"status\":502}";

    "caddy-certificate" Reason CertificateRenew
    when [
        words(&["could not get certificate from issuer"]),
        words(&["will retry"]).only(&[Source::Caddy]),
        words(&["challenge failed"]).only(&[Source::Caddy]),
        words(&["obtaining certificate: "]).only(&[Source::Caddy]),
    ]
    means "Caddy got no certificate for the site, so visitors cannot open it by https."
    likely "DNS names another machine, port 80 or 443 is not reached from outside, or the authority’s limit is reached."
    like "{\"level\":\"error\",\"ts\":1772359200.1,\"logger\":\"tls.obtain\",\"msg\":\"could not get certificate from issuer\",\"identifier\":\"example.com\",\"error\":\"HTTP 400 urn:ietf:params:acme:error:dns - DNS problem: NXDOMAIN looking up A for example.com\"}";

    "caddy-configuration" Reason FrontReload
    when [
        words(&["adapting config using caddyfile: "]),
        words(&["error: adapting config"]),
        words(&["error during parsing", "unrecognized directive"]),
        words(&["caddyfile:", "unrecognized directive"]),
        words(&["caddyfile:", "error during parsing"]),
        words(&["ambiguous site definition"]),
        words(&["loading initial config: "]),
    ]
    means "Caddy did not take its configuration. The line names the file and the place."
    likely "A misspelt word, a brace at the wrong place, or a plug-in that is not in this Caddy."
    like "Error: adapting config using caddyfile: /etc/caddy/Caddyfile:4: unrecognized directive: revers_proxy";

    "caddy-port-taken" Reason FrontStatus
    when [words(&["listening on ", "bind"]).error(&[InUse]).only(&[Source::Caddy]), words(&["listen tcp"]).error(&[InUse]).only(&[Source::Caddy])]
    means "Caddy did not start: another program has its port."
    likely "nginx, Apache or a second Caddy runs."
    like "{\"level\":\"error\",\"msg\":\"caddy: loading new config: http app module: start: listening on :443: listen tcp :443: bind: address already in use\"}";
}
