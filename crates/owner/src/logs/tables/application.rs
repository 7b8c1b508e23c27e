//! Lines of applications of any kind.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::{NoRoute, Refused, TimedOut};

patterns! { APPLICATION of Application:
    "modsecurity" Reason SecurityRules
    when [words(&["modsecurity: access denied"]), words(&["modsecurity: ", "access denied with code"])]
    means "ModSecurity took a visitor for an attacker. The line names the rule’s id."
    likely "A rule that does not fit your site, or a real attack."
    like "2026/03/01 10:00:00 [error] 7#7: *1 [client 192.0.2.1] ModSecurity: Access denied with code 403 (phase 2). [id \"949110\"]";

    "curl-refused" Symptom AppStatus
    when [
        words(&["curl: (7) "]),
        words(&["curl error 7: "]),
        words(&["failed to connect to ", " port "]).error(&[Refused]),
        words(&["failed to connect to ", " port ", "could not connect to server"]),
        words(&["failed to connect to ", " port ", "couldn't connect to server"]),
    ]
    means "curl asked the address in this line, and nothing took its connection."
    likely "The program that should listen there is stopped, or listens on another address or port. In a container, localhost is the container itself."
    like "curl: (7) Failed to connect to 127.0.0.1 port 8080: Connection refused";

    "curl-timeout" Symptom NetworkPath
    when [
        words(&["curl: (28) "]),
        words(&["curl error 28: "]),
        words(&["failed to connect to ", " port "]).error(&[TimedOut, NoRoute]),
    ]
    means "curl asked the address in this line, and no answer came in time."
    likely "A firewall drops the packets, the address is wrong, or the page is slow."
    like "curl: (28) Connection timed out after 10001 milliseconds";

    "curl-name" Symptom UpstreamName
    when [words(&["curl: (6) "]), words(&["curl error 6: "])]
    means "curl found no address for the name in this line."
    likely "It is misspelt, has no DNS record, or the machine’s own resolver does not answer."
    like "curl: (6) Could not resolve host: app.example.com";

    "curl-tls" Symptom CertificateLook
    when [
        words(&["curl: (60) "]),
        words(&["curl error 60: "]),
        words(&["curl: (35) "]),
        words(&["curl error 35: "]),
        words(&["curl: (51) "]),
    ]
    means "curl could not agree on a secure connection, or does not trust the certificate."
    likely "It has expired, is self-signed, names another host, or its chain is incomplete: use fullchain.pem. With 35, the port may not speak TLS at all."
    like "curl: (60) SSL certificate problem: unable to get local issuer certificate";

    "curl-hung-up" Symptom ApplicationLog
    when [
        words(&["curl: (52) "]),
        words(&["curl error 52: "]),
        words(&["curl: (56) "]),
        words(&["curl error 56: "]),
        words(&["curl: (18) "]),
        words(&["curl: (92) "]),
    ]
    means "The server that curl asked took the connection and hung up before its answer was complete."
    likely "It crashed, speaks https where http was asked (or the other way round), or has just started. Its own log says why."
    like "curl: (52) Empty reply from server";

    "sqlite-locked" Reason Database
    when [words(&["database is locked"]), words(&["sqlite_busy"]), words(&["unable to open database file"]), words(&["attempt to write a readonly database"]), words(&["sqlite_cantopen"]), words(&["sqlite_readonly"])]
    means "The application cannot use its SQLite file: it is locked, or may not be written."
    likely "Two programs write at once, or file and folder belong to another user than the application’s."
    like "sqlite3.OperationalError: database is locked";

    "elastic-down" Reason Database
    when [words(&["no alive nodes found in your cluster"]), words(&["nonodesavailableexception"]), words(&["noaliveconnections"]), words(&["elasticsearch"]).error(&[Refused, TimedOut]).not_by(&[Source::Nginx])]
    means "The application cannot reach its search (Elasticsearch or OpenSearch)."
    likely "It is stopped, out of memory, or its disk is too full."
    like "No alive nodes found in your cluster";

    "app-key" Reason ApplicationError
    when [
        words(&["no application encryption key has been specified"]),
        words(&["the only supported ciphers are aes"]),
        words(&["unsupported cipher or incorrect key length"]),
        words(&["the payload is invalid"]).only(&[Source::Php]),
        words(&["mac is invalid"]),
    ]
    means "The application (Laravel) has no key or another one. Visitors see 500."
    likely "APP_KEY is missing in .env on this machine: php artisan key:generate. With a new key, old logins end."
    like "production.ERROR: No application encryption key has been specified. {\"exception\":\"[object] (RuntimeException(code: 0)\"}";
}
