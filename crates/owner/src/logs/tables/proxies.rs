//! Lines of further proxies: cloudflared, GitLab Workhorse, Kong, the ingress controllers of Kubernetes, Varnish.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::{
    Denied, Ended, NameUnknown, NoRoute, NoSuchFile, Refused, Reset, TimedOut,
};
use crate::logs::reading::UpstreamKind::Loopback6;

patterns! { CLOUDFLARED of Cloudflared:
    "cloudflared-refused-localhost" Symptom UpstreamAddress
    when [words(&["unable to reach the origin service", "dial tcp"]).error(&[Refused]).upstream(&[Loopback6])]
    means "The tunnel asked [::1], the IPv6 address behind “localhost”, and nothing listens there. Visitors saw 502."
    likely "The application listens on 127.0.0.1 only, or is stopped. Write 127.0.0.1 instead of localhost in the ingress rule."
    like "2026-03-01T10:00:00Z ERR  error=\"Unable to reach the origin service. The service may be down or it may not be responding to traffic from cloudflared: dial tcp [::1]:8080: connect: connection refused\" connIndex=1 event=1 ingressRule=0 originService=http://localhost:8080";

    "cloudflared-timeout" Symptom Firewall
    when [
        words(&["unable to reach the origin service"]).error(&[TimedOut, NoRoute]),
        words(&["dial tcp"]).error(&[TimedOut, NoRoute]).only(&[Source::Cloudflared]),
    ]
    means "The tunnel runs, but the application’s address does not answer it. Visitors saw 502."
    likely "The address of the ingress rule is wrong or not reachable from where cloudflared runs, or a firewall drops the packets."
    like "2026-03-01T10:00:00Z ERR Request failed error=\"Unable to reach the origin service. The service may be down or it may not be responding to traffic from cloudflared: dial tcp 192.0.2.180:3000: i/o timeout\" connIndex=0 dest=https://example.com/ type=http";

    "cloudflared-refused" Symptom AppStatus
    when [
        words(&["unable to reach the origin service"]).error(&[Refused]),
        words(&["unable to reach the origin service"]),
        words(&["dial tcp"]).error(&[Refused]).only(&[Source::Cloudflared]),
    ]
    means "The tunnel runs, but the application does not take its connection. Visitors saw 502."
    likely "The application is stopped, or listens elsewhere. In a container, localhost is the container of cloudflared itself."
    like "2026-03-01T10:00:00Z ERR  error=\"Unable to reach the origin service. The service may be down or it may not be responding to traffic from cloudflared: dial tcp 127.0.0.1:8080: connect: connection refused\" connIndex=1 event=1 ingressRule=0 originService=http://127.0.0.1:8080";

    "cloudflared-tls" Symptom UpstreamAddress
    when [
        words(&["unable to reach the origin service", "tls: "]),
        words(&["unable to reach the origin service", "x509: "]),
        words(&["unable to reach the origin service", "malformed http"]),
        words(&["unable to reach the origin service", "gave http response to https client"]),
    ]
    means "The tunnel and the application do not speak the same: http and https, or a certificate that is not trusted."
    likely "The ingress rule says https:// for a plain port or the reverse, or the certificate is self-signed: see noTLSVerify and originServerName."
    like "2026-03-01T10:00:00Z ERR  error=\"Unable to reach the origin service. The service may be down or it may not be responding to traffic from cloudflared: x509: certificate signed by unknown authority\" ingressRule=0 originService=https://localhost:8443";

    "cloudflared-hung-up" Symptom ApplicationLog
    when [
        words(&["unable to reach the origin service"]).error(&[Ended, Reset]),
        words(&["stream ", "canceled by remote"]).only(&[Source::Cloudflared]),
        words(&["incoming request ended abruptly"]),
        words(&["error=\"unexpected eof"]).only(&[Source::Cloudflared]),
        words(&["error=\"eof"]).only(&[Source::Cloudflared]),
        words(&["err ", "context canceled"]).only(&[Source::Cloudflared]),
    ]
    means "A request through the tunnel ended in the middle: the application hung up, or the visitor left."
    likely "The application crashed or was restarted, or the visitor closed the page."
    like "2026-03-01T10:00:00Z ERR  error=\"Unable to reach the origin service. The service may be down or it may not be responding to traffic from cloudflared: EOF\" ingressRule=0 originService=http://localhost:8080";

    "cloudflared-name" Symptom UpstreamName
    when [words(&["unable to reach the origin service"]).error(&[NameUnknown]), words(&["lookup "]).error(&[NameUnknown]).only(&[Source::Cloudflared])]
    means "The tunnel could not find the address of a name."
    likely "The name in the ingress rule is misspelt, or its container is in no network of cloudflared’s."
    like "2026-03-01T10:00:00Z ERR  error=\"Unable to reach the origin service. The service may be down or it may not be responding to traffic from cloudflared: dial tcp: lookup app on 127.0.0.11:53: no such host\" ingressRule=0 originService=http://app:8080";

    "cloudflared-down" Symptom NetworkPath
    when [
        words(&["failed to serve quic connection"]),
        words(&["failed to dial to edge"]),
        words(&["failed to create new quic connection"]),
        words(&["failed to serve tunnel connection"]),
        words(&["unable to establish connection with cloudflare edge"]),
        words(&["serve tunnel error"]),
        words(&["retrying connection in up to"]).only(&[Source::Cloudflared]),
        words(&["couldn't resolve srv record", "argotunnel.com"]),
        words(&["unregistered tunnel connection"]),
    ]
    means "cloudflared lost its connection to Cloudflare, or gets none. While all are down, visitors see error 1033."
    likely "A firewall blocks port 7844, for QUIC by UDP; “--protocol http2” does without. A single such line mends itself."
    like "2026-03-01T10:00:00Z ERR Failed to serve quic connection error=\"timeout: no recent network activity\" connIndex=0 event=0 ip=198.41.200.13";

    "cloudflared-token" Reason Origin
    when [
        words(&["provided tunnel token is not valid"]),
        words(&["unauthorized: failed to get tunnel"]),
        words(&["unauthorized: tunnel not found"]),
        words(&["tunnel credentials file ", "doesn't exist"]),
        words(&["cannot determine default origin certificate path"]),
        words(&["no ingress rules were defined"]),
    ]
    means "The tunnel did not start: its token or credentials are not valid here."
    likely "The tunnel was deleted or its token renewed, or the file is not mounted."
    like "2026-03-01T10:00:00Z ERR Register tunnel error from server side error=\"Unauthorized: Tunnel not found\" connIndex=0";
}

patterns! { WORKHORSE of Workhorse:
    "workhorse-no-app" Symptom AppStatus
    when [
        words(&["badgateway: failed to receive response"]).error(&[NoSuchFile, Refused, Denied]),
        words(&["dial unix "]).error(&[NoSuchFile, Refused]).only(&[Source::Workhorse]),
    ]
    means "GitLab’s Workhorse found nobody at the application’s socket. Visitors saw 502."
    likely "Puma (before: Unicorn) is stopped or still starting, which takes minutes, or was ended for memory."
    like "time=\"2026-03-01T10:00:00Z\" level=error correlation_id=a duration_ms=0 error=\"badgateway: failed to receive response: dial unix /var/opt/gitlab/gitlab-rails/sockets/gitlab.socket: connect: no such file or directory\" method=GET uri=/";

    "workhorse-timeout" Symptom SlowRequests
    when [
        words(&["badgateway: failed to receive response"]).error(&[TimedOut]),
        words(&["badgateway: failed to receive response", "context canceled"]),
    ]
    means "GitLab’s application did not answer Workhorse in time, or the visitor left before."
    likely "Puma’s workers are busy, or memory or disk are too slow."
    like "time=\"2026-03-01T10:00:00Z\" level=error correlation_id=a duration_ms=60001 error=\"badgateway: failed to receive response: context deadline exceeded\" method=GET uri=/";

    "workhorse-hung-up" Symptom ApplicationLog
    when [words(&["badgateway: failed to receive response"]).error(&[Ended, Reset]), words(&["badgateway: failed to receive response"])]
    means "GitLab’s application hung up on Workhorse. Visitors saw 502."
    likely "A Puma worker was ended for time or memory, or crashed."
    like "time=\"2026-03-01T10:00:00Z\" level=error correlation_id=a duration_ms=12 error=\"badgateway: failed to receive response: EOF\" method=GET uri=/";
}

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

patterns! { INGRESS of Ingress:
    "ingress-no-endpoints" Symptom Ingress
    when [
        words(&["does not have any active endpoint"]),
        words(&["no active endpoints found for service"]),
        words(&["no endpoints available for service"]),
    ]
    means "The ingress knows the service, and no pod behind it is ready. Visitors saw 503."
    likely "The selector matches no pod, the pods fail their readiness check, or none runs."
    like "W0301 10:00:00.000000       9 controller.go:775] Service \"default/shop\" does not have any active Endpoint.";

    "ingress-no-service" Reason Ingress
    when [
        words(&["error obtaining endpoints for service"]),
        words(&["error getting service \""]),
        words(&["unexpected error obtaining service information"]),
        words(&["no object matching key", "in local store"]),
        words(&["service \"", "\" not found"]).only(&[Source::Ingress]),
        words(&["error obtaining service endpoints"]),
    ]
    means "The ingress names a service or secret that does not exist."
    likely "Its name, namespace or port is misspelt, or it was deleted."
    like "W0301 10:00:00.000000       7 controller.go:1049] Error obtaining Endpoints for Service \"default/shop\": no object matching key \"default/shop\" in local store";

    "ingress-certificate" Reason CertificateRenew
    when [
        words(&["error getting ssl certificate"]),
        words(&["unexpected error validating ssl certificate"]),
        words(&["ssl certificate ", "does not exist in local store"]),
        words(&["using default certificate"]).only(&[Source::Ingress]),
        words(&["fake certificate"]),
    ]
    means "The ingress does not find the site’s certificate and shows its own, which browsers refuse."
    likely "The secret is missing, is in another namespace, or names another host."
    like "W0301 10:00:00.000000       7 controller.go:1334] Error getting SSL certificate \"default/shop-tls\": local SSL certificate default/shop-tls was not found. Using default certificate";

    "ingress-class" Reason Ingress
    when [
        words(&["ignoring ingress because of error while validating ingress class"]),
        words(&["ingress does not contain a valid ingressclass"]),
        words(&["ignoring add for ingress"]),
    ]
    means "The ingress controller leaves this ingress alone, so visitors see 404."
    likely "ingressClassName is missing or names another controller."
    like "I0301 10:00:00.000000       7 store.go:425] \"Ignoring ingress because of error while validating ingress class\" ingress=\"default/shop\" error=\"ingress does not contain a valid IngressClass\"";

    "ingress-rejected" Reason Ingress
    when [
        words(&["unexpected failure reloading the backend"]),
        words(&["admission webhook \"validate.nginx.ingress.kubernetes.io\" denied"]),
        words(&["error reloading nginx"]),
        words(&["failed calling webhook", "ingress"]),
    ]
    means "The ingress controller does not take the configuration that came of an ingress, so it stays with the old one."
    likely "An annotation holds something that nginx does not take. The lines after it say what."
    like "E0301 10:00:00.000000       7 controller.go:166] Unexpected failure reloading the backend: exit status 1";
}

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
