//! Lines of Traefik. It shares its wording of connections with other programs in Go, which are in [`super::go`].

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::{Ended, NameUnknown, NoRoute, Refused, Reset, TimedOut};

patterns! { TRAEFIK of Traefik:
    "traefik-refused" Symptom AppStatus
    when [
        words(&["'502 bad gateway' caused by: "]).error(&[Refused]),
        words(&["dial tcp"]).error(&[Refused]).only(&[Source::Traefik]),
    ]
    means "Nothing listens at the address where Traefik asks for the application. Visitors saw 502."
    likely "The application is stopped, listens on 127.0.0.1 inside its container, or the label loadbalancer.server.port names another port."
    like "time=\"2026-03-01T10:00:00Z\" level=debug msg=\"'502 Bad Gateway' caused by: dial tcp 10.0.0.5:5000: connect: connection refused\"";

    "traefik-timeout" Symptom NetworkPath
    when [
        words(&["'504 gateway timeout' caused by: "]),
        words(&["dial tcp"]).error(&[TimedOut]).only(&[Source::Traefik]),
        words(&["round trip: ", "code: 504"]).only(&[Source::Traefik]),
    ]
    means "The application’s address does not answer Traefik. Visitors saw 504."
    likely "Traefik and the application share no Docker network, or Traefik took the address of another one: set the label traefik.docker.network. Or a firewall."
    like "time=\"2026-03-01T10:00:00Z\" level=debug msg=\"'504 Gateway Timeout' caused by: dial tcp 10.255.2.192:8080: i/o timeout\"";

    "traefik-no-route" Symptom NetworkPath
    when [
        words(&["' caused by: "]).error(&[NoRoute]),
        words(&["dial tcp"]).error(&[NoRoute]).only(&[Source::Traefik]),
    ]
    means "No way leads from Traefik to the application’s address."
    likely "The container is gone or in another network, or a firewall rejects the connection."
    like "time=\"2026-03-01T10:00:00Z\" level=debug msg=\"'502 Bad Gateway' caused by: dial tcp 172.18.0.5:8080: connect: no route to host\"";

    "traefik-hung-up" Symptom ApplicationLog
    when [
        words(&["'502 bad gateway' caused by: "]).error(&[Ended, Reset]),
        words(&["' caused by: eof"]),
        words(&["' caused by: unexpected eof"]),
    ]
    means "The application hung up on Traefik before its answer. Visitors saw 502."
    likely "It crashed, was restarted, or closed an idle connection that Traefik was about to use."
    like "time=\"2026-03-01T10:00:00Z\" level=debug msg=\"'502 Bad Gateway' caused by: EOF\"";

    "traefik-tls" Symptom UpstreamAddress
    when [
        words(&["' caused by: tls: "]),
        words(&["' caused by: x509: "]),
        words(&["'500 internal server error' caused by: "]),
        words(&["500 internal server error error=\"tls: "]),
        words(&["500 internal server error error=", "x509: "]),
        words(&["' caused by: remote error: tls"]),
        words(&["http: server gave http response to https client"]).only(&[Source::Traefik]),
    ]
    means "Traefik could not agree on a secure connection with the application, or does not trust its certificate."
    likely "The application’s certificate is self-signed, or the port speaks plain http: see serversTransport and the label scheme."
    like "time=\"2026-03-01T10:00:00Z\" level=debug msg=\"'500 Internal Server Error' caused by: x509: cannot validate certificate for 10.0.0.5 because it doesn't contain any IP SANs\"";

    "traefik-name" Symptom UpstreamName
    when [words(&["' caused by: "]).error(&[NameUnknown]), words(&["lookup "]).error(&[NameUnknown]).only(&[Source::Traefik])]
    means "Traefik could not find the address of the application’s name."
    likely "The name is misspelt, or its container is not in a network of Traefik’s."
    like "time=\"2026-03-01T10:00:00Z\" level=debug msg=\"'502 Bad Gateway' caused by: dial tcp: lookup app on 127.0.0.11:53: no such host\"";

    "traefik-visitor-left" Harmless SlowRequests
    when [words(&["'499 client closed request' caused by"]), words(&["client closed request"]).only(&[Source::Traefik]), words(&["' caused by: readfrom tcp ", "client disconnected"]), words(&["' caused by: context canceled"])]
    means "The visitor left before the answer came."
    likely "The page was too slow for them, or they moved on. One such line is nothing."
    like "time=\"2026-03-01T10:00:00Z\" level=debug msg=\"'499 Client Closed Request' caused by: context canceled\"";

    "traefik-certificate" Reason CertificateRenew
    when [
        words(&["unable to obtain acme certificate"]),
        words(&["error renewing certificate"]),
        words(&["unable to generate a certificate for the domains"]),
        words(&["the acme resolver ", "is skipped from the resolvers list"]),
        words(&["permissions ", " for ", "acme.json are too open"]),
    ]
    means "Traefik got no certificate for the site, so visitors are warned by their browsers."
    likely "Port 80 or 443 is not reached from outside, DNS names another machine, acme.json has wrong rights, or the authority’s limit is reached."
    like "time=\"2026-03-01T10:00:00Z\" level=error msg=\"Unable to obtain ACME certificate for domains \\\"example.com\\\": unable to generate a certificate for the domains [example.com]: error: one or more domains had a problem\" providerName=le.acme";

    "traefik-provider" Reason Containers
    when [
        words(&["failed to retrieve information of the docker client and server host"]),
        words(&["provider connection error"]).only(&[Source::Traefik]),
        words(&["cannot connect to the docker daemon"]).only(&[Source::Traefik]),
        words(&["client version ", "is too old. minimum supported api version"]),
    ]
    means "Traefik cannot ask Docker which containers run, so it knows no routes: visitors see 404."
    likely "The Docker socket is not mounted or not readable, or Traefik is older than this Docker allows."
    like "time=\"2026-03-01T10:00:00Z\" level=error msg=\"Failed to retrieve information of the docker client and server host: Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\" providerName=docker";

    "traefik-route" Reason Containers
    when [
        words(&["service \\\"", "does not exist"]).only(&[Source::Traefik]),
        words(&["the service ", "does not exist"]).only(&[Source::Traefik]),
        words(&["middleware \\\"", "does not exist"]),
        words(&["middleware \"", "does not exist"]),
        words(&["entrypoint", "doesn't exist"]),
        words(&["no valid entrypoint"]),
        words(&["could not find the container port"]),
        words(&["port is missing"]).only(&[Source::Traefik]),
        words(&["unable to find the ip address for the container"]),
        words(&["error while building configuration"]),
    ]
    means "Traefik leaves a route out, because something that it names is missing. Visitors see 404."
    likely "A label is misspelt, the provider’s name (such as @docker) is missing, or the container exposes no port."
    like "time=\"2026-03-01T10:00:00Z\" level=error msg=\"middleware \\\"auth@docker\\\" does not exist\" entryPointName=web routerName=app@docker";
}
