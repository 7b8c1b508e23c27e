//! Lines of applications of any kind.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::{Refused, TimedOut};

patterns! { APPLICATION of Application:
    "modsecurity" Reason SecurityRules
    when [words(&["modsecurity: access denied"]), words(&["modsecurity: ", "access denied with code"])]
    means "ModSecurity took a visitor for an attacker. The line names the rule’s id."
    likely "A rule that does not fit your site, or a real attack."
    like "2026/03/01 10:00:00 [error] 7#7: *1 [client 192.0.2.1] ModSecurity: Access denied with code 403 (phase 2). [id \"949110\"]";

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
