//! Lines that programs in Go share, where the program itself is not known.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::{Denied, InUse, NameUnknown, NoRoute, Refused, TimedOut};
use crate::logs::reading::UpstreamKind::Loopback6;

patterns! { GO of Go:
    "go-refused-localhost" Symptom UpstreamAddress
    when [words(&["dial tcp"]).error(&[Refused]).upstream(&[Loopback6]).perhaps(&[Source::Go])]
    means "A program written in Go asked [::1], the IPv6 address behind “localhost”, and nothing listens there."
    likely "The service listens on 127.0.0.1 only, or is stopped. Write 127.0.0.1 instead of localhost."
    like "2026/03/01 10:00:00 http: proxy error: dial tcp [::1]:3000: connect: connection refused";

    "go-refused" Symptom AppStatus
    when [
        words(&["dial tcp"]).error(&[Refused]).perhaps(&[Source::Go]),
        words(&["proxy error"]).error(&[Refused]).perhaps(&[Source::Go]),
    ]
    means "A program written in Go asked the address in this line, and nothing listens there."
    likely "The service at that address is stopped, or listens elsewhere. In a container, 127.0.0.1 is the container itself."
    like "2026/03/01 10:00:00 http: proxy error: dial tcp 127.0.0.1:3000: connect: connection refused";

    "go-timeout" Symptom Firewall
    when [
        words(&["dial tcp"]).error(&[TimedOut, NoRoute]).perhaps(&[Source::Go]),
        words(&["proxy error"]).error(&[TimedOut]).perhaps(&[Source::Go]),
        words(&["client.timeout exceeded while awaiting headers"]).perhaps(&[Source::Go]),
    ]
    means "A program written in Go asked the address in this line, and got no answer in time."
    likely "A firewall drops the packets, the address is wrong, or the service is overloaded."
    like "2026/03/01 10:00:00 http: proxy error: dial tcp 10.0.0.5:8080: i/o timeout";

    "go-name" Symptom UpstreamName
    when [words(&["lookup "]).error(&[NameUnknown]).perhaps(&[Source::Go])]
    means "A program written in Go could not find the address of the name in this line."
    likely "The name is misspelt, or this machine’s or container’s DNS does not know it."
    like "2026/03/01 10:00:00 dial tcp: lookup db on 127.0.0.11:53: no such host";

    "go-socket" Symptom AppStatus
    when [words(&["dial unix "]).perhaps(&[Source::Go])]
    means "A program written in Go could not open the socket in this line."
    likely "The service that owns it is stopped, or the socket has another path or other rights."
    like "2026/03/01 10:00:00 dial unix /run/app/app.sock: connect: no such file or directory";

    "go-port-taken" Reason AppStatus
    when [
        words(&["listen tcp"]).error(&[InUse]).not_by(&[Source::Caddy]),
        words(&["listen tcp", "bind: permission denied"]),
        words(&["listen udp"]).error(&[InUse]),
    ]
    means "A program written in Go did not start: it cannot take its port."
    likely "Another program has it, or ports below 1024 are not allowed to its user."
    like "2026/03/01 10:00:00 listen tcp :8080: bind: address already in use";

    "go-panic" Reason ApplicationError
    when [
        words(&["panic: runtime error"]),
        words(&["http: panic serving"]),
        words(&["fatal error: all goroutines are asleep"]),
        words(&["fatal error: concurrent map"]),
        words(&["[signal sigsegv: segmentation violation"]),
        words(&["panic: ", "goroutine 1 ["]),
        words(&["panic recovered"]),
    ]
    means "A program written in Go met an error that it does not handle, and ended or dropped the request."
    likely "A bug. The first lines of its own code in the trace name the place."
    like "panic: runtime error: invalid memory address or nil pointer dereference";

    "go-tls-visitor" Harmless TlsReach
    when [
        words(&["http: tls handshake error from"]),
        words(&["tls: client offered only unsupported versions"]),
        words(&["tls: first record does not look like a tls handshake"]).perhaps(&[Source::Go]),
    ]
    means "A visitor’s program and a server written in Go could not agree on TLS."
    likely "Mostly robots and scanners, or health checks. “unknown certificate” from many visitors means that the certificate is not trusted."
    like "2026/03/01 10:00:00 http: TLS handshake error from 192.0.2.1:50000: EOF";

    "go-denied" Reason AccessRules
    when [words(&["open ", ": permission denied"]).only(&[Source::Go, Source::Docker, Source::Caddy, Source::Traefik]), words(&["mkdir ", ": permission denied"]).only(&[Source::Go, Source::Caddy, Source::Traefik]).error(&[Denied])]
    means "A program written in Go may not open a file that it needs."
    likely "The file or folder belongs to another user, often root, or the volume of a container has other owners."
    like "panic: open /data/app.db: permission denied";
}
