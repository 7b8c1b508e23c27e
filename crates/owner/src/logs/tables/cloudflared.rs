//! Lines of Cloudflare’s tunnel.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::{Ended, NameUnknown, NoRoute, Refused, Reset, TimedOut};
use crate::logs::reading::UpstreamKind::Loopback6;

patterns! { CLOUDFLARED of Cloudflared:
    "cloudflared-refused-localhost" Symptom UpstreamAddress
    when [
        words(&["unable to reach the origin service", "dial tcp"]).error(&[Refused]).upstream(&[Loopback6]),
        words(&["dial tcp"]).error(&[Refused]).upstream(&[Loopback6]).only(&[Source::Cloudflared]),
    ]
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
