//! Lines and pages of Varnish.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};

patterns! { VARNISH of Varnish:
    "varnish-fetch" Symptom AskBackend
    when [
        words(&["fetcherror", "no backend connection"]).general(),
        words(&["fetcherror", "backend fetch failed"]).general(),
        words(&["error 503 backend fetch failed"]).general(),
        words(&["503 backend fetch failed"]).general(),
        words(&["guru meditation"]).general(),
        words(&["fetcherror", "http first read error"]).general(),
        words(&["fetcherror", "first byte timeout"]).general(),
        words(&["fetcherror", "straight insufficient bytes"]).general(),
        words(&["fetcherror", "unhealthy"]).general(),
        words(&["fetcherror"]).only(&[Source::Varnish]).general(),
        words(&["fetch_error"]).only(&[Source::Varnish]).general(),
    ]
    means "Varnish asked the application for the page and got none. Visitors saw 503."
    likely "The application is stopped or too slow (first_byte_timeout is 60 seconds), or the backend’s address or port is wrong."
    like "-   FetchError     no backend connection";

    "varnish-sick" Symptom HealthChecks
    when [
        words(&["went sick"]).only(&[Source::Varnish]),
        words(&["backend_health", "went sick"]),
        words(&["fetcherror", "backend ", "unhealthy"]),
        words(&["backend_health", " sick "]),
    ]
    means "Varnish takes the application out, because its health check failed. Visitors see 503."
    likely "The application is stopped or slow, or the probe asks for a page that fails."
    like "0 Backend_health - boot.default Went sick 4---X-R- 2 3 5 0.004 0.006 HTTP/1.1 500 Internal Server Error";

    "varnish-headers" Symptom Buffers
    when [words(&["fetcherror", "http format error"]), words(&["fetcherror", "overflow"]), words(&["bogoheader"]), words(&["workspace overflow"])]
    means "The application’s headers are malformed or larger than Varnish takes. Visitors saw 503."
    likely "Many or large cookies, or cache tags: raise http_resp_hdr_len, http_resp_size and workspace_backend."
    like "-   BogoHeader     Too large header: \"X-Cache-Tags: a\" VarnishLog: workspace overflow";

    "varnish-vcl" Reason FrontReload
    when [words(&["running vcc-compiler failed"]), words(&["vcl compilation failed"])]
    means "Varnish did not take its configuration. The lines around name the place."
    likely "A mistake in the VCL, or a name of a backend that has no address."
    like "Running VCC-compiler failed, exited with 2. VCL compilation failed";
}
