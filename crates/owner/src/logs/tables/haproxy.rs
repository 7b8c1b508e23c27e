//! Lines of HAProxy: what it says of its servers, and the termination state at the end of each request, which
//! [`crate::logs::reading`] finds.

use crate::logs::Source;
use crate::logs::pattern::{Sign, patterns, sign, words};

patterns! { HAPROXY of HaProxy:
    "haproxy-no-server" Symptom EachBackend
    when [words(&["has no server available"]), words(&["no server is available to handle this request"])]
    means "Every server behind this name failed its health check. Visitors see 503."
    likely "The application is down, or the health check asks for a page that fails."
    like "Mar  1 10:00:00 lb haproxy[7]: backend app has no server available!";

    "haproxy-server-down" Symptom AppStatus
    when [words(&["server ", " is down, reason: "]), words(&["server ", " is going down"]), words(&["health check for server ", " failed"])]
    means "HAProxy takes this server out, because its health check failed. The line names the reason."
    likely "The application there is stopped or too slow."
    like "Mar  1 10:00:00 lb haproxy[7]: Server app/app1 is DOWN, reason: Layer4 connection problem, info: \"Connection refused\", check duration: 0ms. 1 active and 0 backup servers left.";

    "haproxy-sc" Symptom AppStatus
    when [sign(Sign::Ended(&["SC"]))]
    means "The server refused the connection, or there was no server to ask."
    likely "The application is stopped, or all servers are marked down."
    like "Mar  1 10:00:00 lb haproxy[7]: 192.0.2.1:50000 [01/Mar/2026:10:00:00.000] www app/app1 0/0/-1/-1/1 503 217 - - SC-- 1/1/0/0/3 0/0 \"GET / HTTP/1.1\"";

    "haproxy-connect-timeout" Symptom Firewall
    when [sign(Sign::Ended(&["sC"]))]
    means "The server did not take the connection in time."
    likely "A firewall drops the packets, or the server’s queue is full."
    like "Mar  1 10:00:00 lb haproxy[7]: 192.0.2.1:50000 [01/Mar/2026:10:00:00.000] www app/app1 0/0/-1/-1/5001 503 217 - - sC-- 1/1/0/0/3 0/0 \"GET / HTTP/1.1\"";

    "haproxy-read-timeout" Symptom SlowRequests
    when [sign(Sign::Ended(&["sH"]))]
    means "The server took the request and was too slow with its answer. Visitors saw 504."
    likely "A slow query, or “timeout server” is too short."
    like "Mar  1 10:00:00 lb haproxy[7]: 192.0.2.1:50000 [01/Mar/2026:10:00:00.000] www app/app1 0/0/1/-1/30002 504 194 - - sH-- 1/1/0/0/0 0/0 \"GET /report HTTP/1.1\"";

    "haproxy-hung-up" Symptom ApplicationLog
    when [sign(Sign::Ended(&["SH"]))]
    means "The server hung up before it sent its headers, or sent bad ones. Visitors saw 502."
    likely "The application crashed, or its headers are larger than HAProxy’s buffer."
    like "Mar  1 10:00:00 lb haproxy[7]: 192.0.2.1:50000 [01/Mar/2026:10:00:00.000] www app/app1 0/0/1/-1/12 502 204 - - SH-- 1/1/0/0/0 0/0 \"GET / HTTP/1.1\"";

    "haproxy-cut-off" Symptom ApplicationLog
    when [sign(Sign::Ended(&["SD", "sD", "SL", "sL"]))]
    means "The server broke off in the middle of its answer."
    likely "It crashed or stopped while it was sending."
    like "Mar  1 10:00:00 lb haproxy[7]: 192.0.2.1:50000 [01/Mar/2026:10:00:00.000] www app/app1 0/0/1/20/45 200 4096 - - SD-- 1/1/0/0/0 0/0 \"GET /file HTTP/1.1\"";

    "haproxy-queue" Symptom ScaleOut
    when [sign(Sign::Ended(&["sQ", "SQ", "PQ"]))]
    means "The request waited for a free server until its time was up. Visitors saw 503."
    likely "All servers are busy: too few of them, or slow pages."
    like "Mar  1 10:00:00 lb haproxy[7]: 192.0.2.1:50000 [01/Mar/2026:10:00:00.000] www app/<NOSRV> 0/5000/-1/-1/5000 503 217 - - sQ-- 90/90/50/50/0 0/41 \"GET / HTTP/1.1\"";

    "haproxy-refused-request" Symptom SecurityRules
    when [sign(Sign::Ended(&["PR", "PT", "LR"]))]
    means "HAProxy itself refused the request."
    likely "A rule forbids it, or it was malformed."
    like "Mar  1 10:00:00 lb haproxy[7]: 192.0.2.1:50000 [01/Mar/2026:10:00:00.000] www www/<NOSRV> 0/-1/-1/-1/0 403 192 - - PR-- 1/1/0/0/0 0/0 \"GET /admin HTTP/1.1\"";

    "haproxy-visitor-left" Harmless SlowRequests
    when [sign(Sign::Ended(&["cD", "CD", "CH", "CR", "cR", "CC", "CQ", "cH", "cC", "cQ", "CL", "cL"]))]
    means "The visitor left, or was silent until the time was up."
    likely "A slow page or a weak connection. Some such lines are normal."
    like "Mar  1 10:00:00 lb haproxy[7]: 192.0.2.1:50000 [01/Mar/2026:10:00:00.000] www app/app1 0/0/1/20/50045 200 4096 - - cD-- 1/1/0/0/0 0/0 \"GET /file HTTP/1.1\"";

    "haproxy-invalid-answer" Symptom Buffers
    when [sign(Sign::Ended(&["PH"]))]
    means "HAProxy itself refused the application’s answer, and the visitor saw 502."
    likely "Its headers are malformed, or larger than HAProxy’s buffer (tune.bufsize). “show errors” on its socket shows the answer."
    like "Mar  1 10:00:00 lb haproxy[7]: 192.0.2.1:50000 [01/Mar/2026:10:00:00.000] www app/app1 0/0/41/-1/41628 502 214 - - PH-- 11/11/0/0/0 0/0 \"POST /rpc HTTP/1.1\"";

    "haproxy-internal" Symptom Limits
    when [sign(Sign::Ended(&["PC", "RC", "IC", "IH", "IR", "ID", "PD"]))]
    means "HAProxy ended the session itself: it met a limit or an error of its own."
    likely "Ports, open files or memory are used up, or a rule or a filter failed."
    like "Mar  1 10:00:00 lb haproxy[7]: 192.0.2.1:50000 [01/Mar/2026:10:00:00.000] www app/app1 0/0/-1/-1/1 503 217 - - PC-- 1/1/0/0/3 0/0 \"GET / HTTP/1.1\"";

    "haproxy-server-killed" Symptom EachBackend
    when [sign(Sign::Ended(&["DC", "DH", "DD", "DL", "UD", "UH", "KD", "KH"]))]
    means "HAProxy ended the session because the server was marked down or the session was killed by hand."
    likely "The server failed its health check while it worked."
    like "Mar  1 10:00:00 lb haproxy[7]: 192.0.2.1:50000 [01/Mar/2026:10:00:00.000] www app/app1 0/0/1/-1/12 502 204 - - DH-- 1/1/0/0/0 0/0 \"GET / HTTP/1.1\"";

    "haproxy-configuration" Reason FrontReload
    when [
        words(&["parsing [", ".cfg:"]),
        words(&["error(s) found in configuration file"]),
        words(&["fatal errors found in configuration"]),
        words(&["haproxy", "unknown keyword"]),
    ]
    means "HAProxy did not take its configuration. The line names the file and the place."
    likely "A misspelt word, a section that is missing, or a certificate that it cannot read."
    like "[ALERT]    (1) : config : parsing [/usr/local/etc/haproxy/haproxy.cfg:12] : unknown keyword 'servr' in 'backend' section";

    "haproxy-name" Reason UpstreamName
    when [words(&["could not resolve address"]), words(&["invalid address: '"]).only(&[Source::HaProxy])]
    means "HAProxy did not start: it could not find the address of a server’s name."
    likely "The name is misspelt, or its container was not there yet. With “resolvers” and “init-addr none” HAProxy starts without it."
    like "[ALERT]    (1) : [/usr/local/etc/haproxy/haproxy.cfg:21] : 'server app/app1' : could not resolve address 'app'.";

    "haproxy-port-taken" Reason FrontStatus
    when [words(&["starting frontend ", "cannot bind socket"]), words(&["starting proxy ", "cannot bind socket"]), words(&["starting ", "cannot bind "]).only(&[Source::HaProxy])]
    means "HAProxy did not start: it cannot take its port."
    likely "Another program has it, or ports below 1024 are not allowed to its user."
    like "[ALERT]    (1) : Starting frontend www: cannot bind socket (Address already in use) [0.0.0.0:80]";

    "haproxy-server-up" Harmless EachBackend
    when [words(&["server ", " is up, reason: "]), words(&["health check for server ", " succeeded"])]
    means "A server passed its health check and gets requests again."
    likely "It was restarted or has recovered. An earlier line says why it was out."
    like "Mar  1 10:00:00 lb haproxy[7]: Server app/app1 is UP, reason: Layer7 check passed, code: 200, check duration: 2ms. 1 active and 0 backup servers online.";

    "haproxy-bad-visitor" Harmless TlsReach
    when [words(&["ssl handshake failure"]).only(&[Source::HaProxy])]
    means "A visitor’s program and HAProxy could not agree on TLS."
    likely "Mostly robots and scanners, or health checks of a load balancer."
    like "Mar  1 10:00:00 lb haproxy[7]: 192.0.2.1:50000 [01/Mar/2026:10:00:00.000] https/1: SSL handshake failure";

    "haproxy-connections" Reason Limits
    when [words(&["haproxy", "reached its maximum"]), words(&["maxconn", "reached"]).only(&[Source::HaProxy]), words(&["proxy ", " reached system fd limit"]), words(&["proxy ", " reached the configured maximum connection limit"])]
    means "HAProxy has as many connections open as it may have."
    likely "maxconn or the limit on open files is too low, or slow requests pile up."
    like "Mar  1 10:00:00 lb haproxy[7]: Proxy www reached the configured maximum connection limit. Please check the global 'maxconn' value.";
}
