//! Envoy, also as Istio's sidecar: the response flags of its access log, and the pages it answers with.
//! Source of the flags' meaning: Envoy's documentation, "Access logging", `%RESPONSE_FLAGS%`.

use crate::logs::Source;
use crate::logs::pattern::{Sign, patterns, sign, words};
use crate::logs::reading::ErrorWord::{Refused, TimedOut};

patterns! { ENVOY of Envoy:
    "envoy-uc" Symptom ApplicationLog
    when [
        sign(Sign::Flag(&["UC"])),
        words(&["response_flags=uc"]),
        words(&["upstream_reset_before_response_started{connection_termination}"]),
        words(&["disconnect/reset before headers", "connection termination"]),
    ]
    means "The application ended the connection before it answered (Envoy’s flag UC). Visitors saw 503."
    likely "It keeps idle connections for a shorter time than Envoy, or it crashed or was restarted."
    like "[2026-03-01T10:00:00.000Z] \"GET /v1/status HTTP/1.1\" 503 UC upstream_reset_before_response_started{connection_termination} - \"-\" 0 95 0 - \"-\" \"curl\" \"3a7c\" \"example.com\" \"10.0.0.5:8181\" outbound|80||app.default.svc.cluster.local - - - - -";

    "envoy-uf" Symptom AppStatus
    when [
        sign(Sign::Flag(&["UF"])),
        words(&["response_flags=uf"]),
        words(&["disconnect/reset before headers", "connection failure"]),
        words(&["disconnect/reset before headers", "delayed connect error"]).error(&[Refused]),
        words(&["remote connection failure, transport failure reason"]),
        words(&["upstream_reset_before_response_started{connection_failure"]),
        words(&["upstream_reset_before_response_started{remote_connection_failure"]),
    ]
    means "Envoy could not connect to the application (flag UF). Visitors saw 503."
    likely "It is stopped or listens on another port, on 127.0.0.1 only, or TLS is wanted on one side only (mTLS)."
    like "upstream connect error or disconnect/reset before headers. reset reason: connection failure, transport failure reason: delayed connect error: 111";

    "envoy-uh" Symptom EachBackend
    when [sign(Sign::Flag(&["UH"])), words(&["response_flags=uh"]), words(&["no healthy upstream"]), words(&["no_healthy_upstream"])]
    means "Envoy knows no healthy application server (flag UH). Visitors saw 503."
    likely "No pod is ready, or all failed their health checks, or the service has no endpoints."
    like "no healthy upstream";

    "envoy-nr" Symptom Ingress
    when [sign(Sign::Flag(&["NR", "NC"])), words(&["response_flags=nr"]), words(&["response_flags=nc"]), words(&["route_not_found"]), words(&["cluster_not_found"])]
    means "Envoy has no route for this request (flag NR or NC). Visitors saw 404 or 503."
    likely "Host or path match no VirtualService or route, or the name of the service is misspelt."
    like "[2026-03-01T10:00:00.000Z] \"GET / HTTP/1.1\" 404 NR route_not_found - \"-\" 0 0 0 - \"-\" \"curl\" \"3a7c\" \"example.com\" \"-\" - - 10.0.0.5:8080 10.0.0.6:59375 - -";

    "envoy-ut" Symptom SlowRequests
    when [
        sign(Sign::Flag(&["UT", "SI"])),
        words(&["response_flags=ut"]),
        words(&["upstream request timeout"]),
        words(&["upstream_response_timeout"]),
        words(&["stream timeout"]).only(&[Source::Envoy]),
    ]
    means "The application did not answer Envoy in time (flag UT). Visitors saw 504."
    likely "A slow page. A route waits for 15 seconds unless told otherwise."
    like "[2026-03-01T10:00:00.000Z] \"GET /report HTTP/1.1\" 504 UT upstream_response_timeout - \"-\" 0 24 15000 - \"-\" \"curl\" \"3a7c\" \"example.com\" \"10.0.0.5:8080\" outbound|80||app - - - - -";

    "envoy-uo" Symptom ScaleOut
    when [sign(Sign::Flag(&["UO", "LR", "OM"])), words(&["response_flags=uo"]), words(&["disconnect/reset before headers", "overflow"])]
    means "Envoy sent no more requests to the application, because its limit was reached (flag UO). Visitors saw 503."
    likely "The circuit breaker’s limits of connections or waiting requests are too low, or the application is too slow."
    like "[2026-03-01T10:00:00.000Z] \"GET / HTTP/1.1\" 503 UO upstream_reset_before_response_started{overflow} - \"-\" 0 81 0 - \"-\" \"curl\" \"3a7c\" \"example.com\" \"-\" outbound|80||app - - - - -";

    "envoy-ur" Symptom ApplicationLog
    when [
        sign(Sign::Flag(&["UR", "URX", "LH"])).general(),
        words(&["response_flags=ur"]).general(),
        words(&["disconnect/reset before headers", "remote reset"]).general(),
        words(&["disconnect/reset before headers", "connection reset"]).general(),
        words(&["upstream connect error or disconnect/reset before headers"]).general(),
    ]
    means "The application cut the connection to Envoy, also when it was asked again (flags UR, URX). Visitors saw 503."
    likely "It crashed, was restarted, or refuses such requests."
    like "[2026-03-01T10:00:00.000Z] \"GET / HTTP/1.1\" 503 URX upstream_reset_after_response_started - \"-\" 0 95 4 - \"-\" \"curl\" \"3a7c\" \"example.com\" \"10.0.0.5:8080\" outbound|80||app - - - - -";

    "envoy-protocol" Symptom Buffers
    when [sign(Sign::Flag(&["UPE"])), words(&["response_flags=upe"]), words(&["disconnect/reset before headers", "protocol error"])]
    means "The application’s answer is no valid HTTP for Envoy (flag UPE). Visitors saw 502."
    likely "A header twice or malformed, or HTTP/2 is spoken to a port of HTTP/1.1: see the name or appProtocol of the service’s port."
    like "upstream connect error or disconnect/reset before headers. reset reason: protocol error";

    "envoy-visitor-left" Harmless SlowRequests
    when [sign(Sign::Flag(&["DC", "DPE", "DT"])), words(&["response_flags=dc"]), words(&["downstream_remote_disconnect"])]
    means "The visitor left before the answer came (Envoy’s flag DC)."
    likely "The page was too slow for them, or they moved on. One such line is nothing."
    like "[2026-03-01T10:00:00.000Z] \"GET / HTTP/1.1\" 0 DC downstream_remote_disconnect - \"-\" 0 0 5000 - \"-\" \"curl\" \"3a7c\" \"example.com\" \"10.0.0.5:8080\" outbound|80||app - - - - -";

    "envoy-refused-request" Symptom AccessRules
    when [sign(Sign::Flag(&["RL", "UAEX", "RLSE", "FI"])), words(&["rbac: access denied"]), words(&["local_rate_limited"])]
    means "A rule in Envoy turned this request away: a limit, an authorisation policy or an injected fault."
    likely "An AuthorizationPolicy that does not name this caller, or a rate limit."
    like "RBAC: access denied";

    "envoy-not-ready" Symptom Containers
    when [words(&["envoy proxy is not ready"]), words(&["config not received from xds server"]), words(&["envoy proxy is not ready: config not received from pilot"])]
    means "Istio’s sidecar is not ready, so the pod gets no requests."
    likely "It cannot reach istiod, or the control plane is overloaded or of another version."
    like "Warning  Unhealthy  2s  kubelet  Readiness probe failed: Envoy proxy is NOT ready: config not received from XDS server (is Istiod running?)";

    "envoy-connect-timeout" Symptom NetworkPath
    when [words(&["delayed connect error"]).error(&[TimedOut]), words(&["disconnect/reset before headers", "connection timeout"])]
    means "The application’s address did not take Envoy’s connection in time."
    likely "A firewall or network policy drops the packets, or the address is old."
    like "upstream connect error or disconnect/reset before headers. retried and the latest reset reason: connection timeout";
}
