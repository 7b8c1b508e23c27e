//! Requests of visitors that nginx does not take.

use crate::logs::pattern::{patterns, words};

patterns! { REQUESTS of Nginx:
    "nginx-body-too-large" Reason Uploads
    when [words(&["client intended to send too large"])]
    means "A visitor’s upload is larger than you allow. They saw 413."
    likely "client_max_body_size is at its 1 MB, or lower than your visitors need."
    like "2026/03/01 10:00:00 [error] 7#7: *1 client intended to send too large body: 5242880 bytes, client: 192.0.2.1, server: example.com, request: \"POST /upload HTTP/1.1\"";

    "nginx-invalid-request-header" Symptom AskReport
    when [words(&["client sent invalid header line"]), words(&["client sent invalid header: \""])]
    means "A request had a header that nginx does not take, so it left the header out or answered 400."
    likely "An underscore in the header’s name (see underscores_in_headers), or signs that are not allowed."
    like "2026/03/01 10:00:00 [info] 7#7: *1 client sent invalid header line: \"X_FORWARDED_PROTO: http\" while reading client request headers, client: 192.0.2.1, server: example.com";

    "nginx-request-header-too-large" Reason Buffers
    when [
        words(&["client sent too long header line"]),
        words(&["client sent too long uri"]),
        words(&["client sent too large request"]),
        words(&["client sent too many headers"]),
        words(&["request header or cookie too large"]),
    ]
    means "The visitor’s request has longer headers or a longer address than nginx takes. They saw 400, 414 or 431."
    likely "Too many or too large cookies: let the visitor delete them, and raise large_client_header_buffers."
    like "2026/03/01 10:00:00 [info] 7#7: *1 client sent too long header line: \"Cookie: a=…\" while reading client request headers, client: 192.0.2.1, server: example.com";

    "nginx-bad-request" Harmless SecurityRules
    when [
        words(&["client sent invalid method"]),
        words(&["client sent invalid request"]),
        words(&["client sent invalid host header"]),
        words(&["client sent invalid host"]),
        words(&["client sent http/1.1 request without \"host\" header"]),
        words(&["client sent invalid \"", "\" header"]),
        words(&["client sent invalid chunked body"]),
        words(&["client sent stream with"]),
        words(&["client sent invalid http"]),
        words(&["client sent unsafe"]),
        words(&["client violated"]),
    ]
    means "Somebody sent something that is no valid request. nginx answered 400."
    likely "Robots and scanners do so all day long. It is harmless."
    like "2026/03/01 10:00:00 [info] 7#7: *1 client sent invalid method while reading client request line, client: 192.0.2.1, server: example.com, request: \"\\x16\\x03\\x01\"";

    "nginx-plain-to-https" Reason Redirects
    when [
        words(&["client sent plain http request to https port"]),
        words(&["plain http request was sent to https port"]),
    ]
    means "Somebody spoke http to the https port, so nginx answered 400."
    likely "A link or a proxy_pass says http:// with port 443. Or another proxy in front ends TLS and passes plain http on."
    like "2026/03/01 10:00:00 [info] 7#7: *1 client sent plain HTTP request to HTTPS port while reading client request headers, client: 192.0.2.1, server: example.com";

    "nginx-proxy-protocol" Reason FrontReload
    when [words(&["broken header: \"", "\" while reading proxy protocol"]), words(&["while reading proxy protocol"])]
    means "nginx expects the PROXY protocol, and somebody speaks to it without."
    likely "listen has proxy_protocol, and the load balancer does not send it, or visitors come directly. Set it on both sides or on none."
    like "2026/03/01 10:00:00 [error] 7#7: *1 broken header: \"GET / HTTP/1.1\" while reading PROXY protocol, client: 192.0.2.1, server: 0.0.0.0:80";
}
