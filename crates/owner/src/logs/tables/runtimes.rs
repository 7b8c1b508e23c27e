//! Lines of applications in Python, Node.js and Go.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::{Denied, InUse, NameUnknown, NoRoute, Refused, TimedOut};
use crate::logs::reading::UpstreamKind::Loopback6;

patterns! { PYTHON of Python:
    "python-module-missing" Reason ApplicationError
    when [
        words(&["modulenotfounderror: no module named"]),
        words(&["importerror: no module named"]),
        words(&["importerror: cannot import name"]),
        words(&["error loading asgi app"]),
        words(&["importerror: "]).without(&["appimporterror"]),
        words(&["no module named '"]).perhaps(&[Source::Python, Source::Gunicorn, Source::Uwsgi]),
    ]
    means "The Python application did not start: a module is missing or has another version."
    likely "Requirements were not installed after an update, or it runs in another virtual environment."
    like "ModuleNotFoundError: No module named 'requests'";

    "python-syntax" Reason ApplicationError
    when [words(&["indentationerror: "]), words(&["syntaxerror: invalid syntax"]), words(&["taberror: "]), words(&["file \"", ".py\"", "syntaxerror: "])]
    means "The Python application did not start: a file is no valid Python."
    likely "A slip in the last change, or code for a newer Python than runs here."
    like "SyntaxError: invalid syntax";

    "django-host" Reason ApplicationError
    when [words(&["invalid http_host header"]), words(&["disallowedhost"]), words(&["you may need to add ", "to allowed_hosts"])]
    means "Django refuses the name by which it was asked, with 400."
    likely "The name is missing in ALLOWED_HOSTS, or the proxy does not pass Host on. For strange names it is a robot, and all is well."
    like "Invalid HTTP_HOST header: '192.0.2.10:443'. You may need to add '192.0.2.10' to ALLOWED_HOSTS.";

    "django-settings" Reason ApplicationError
    when [
        words(&["improperlyconfigured"]),
        words(&["django_settings_module"]),
        words(&["the secret_key setting must not be empty"]),
        words(&["appregistrynotready"]),
    ]
    means "Django did not start: a setting is missing or wrong. The line names it."
    likely "An environment variable that is not set on this machine or in this service."
    like "django.core.exceptions.ImproperlyConfigured: The SECRET_KEY setting must not be empty.";

    "django-csrf" Reason ApplicationError
    when [words(&["csrf verification failed"]), words(&["origin checking failed"]), words(&["forbidden (csrf"])]
    means "Django refused a form with 403, because it took it for another site’s."
    likely "Behind https, the name is missing in CSRF_TRUSTED_ORIGINS, or the proxy does not pass X-Forwarded-Proto on."
    like "Forbidden (Origin checking failed - https://example.com does not match any trusted origins.): /login/";

    "django-tables" Reason ApplicationError
    when [
        words(&["django.db.utils.programmingerror", "does not exist"]),
        words(&["no such table: "]),
        words(&["unapplied migration"]),
        words(&["undefinedtable"]),
    ]
    means "The database lacks a table that the application wants. Visitors saw 500."
    likely "Migrations were not run after an update, or another database file is used than you think."
    like "django.db.utils.OperationalError: no such table: django_session";

    "python-port-taken" Reason AppStatus
    when [
        words(&["[errno 98]"]).error(&[InUse]).not_by(&[Source::Gunicorn]),
        words(&["[errno 48]"]).error(&[InUse]),
        words(&["oserror: "]).error(&[InUse]),
        words(&["error: that port is already in use"]),
    ]
    means "The Python application did not start: another program has its port."
    likely "An old copy of it still runs."
    like "ERROR:    [Errno 98] error while attempting to bind on address ('0.0.0.0', 8000): address already in use";

    "python-refused" Reason Database
    when [
        words(&["connectionrefusederror"]),
        words(&["[errno 111]"]),
        words(&["max retries exceeded with url"]).error(&[Refused]),
        words(&["newconnectionerror"]).error(&[Refused]),
    ]
    means "The Python application cannot reach a service that it needs: nothing listens there."
    likely "Database, cache or another service is stopped or starting. In a container, localhost is the container itself."
    like "ConnectionRefusedError: [Errno 111] Connection refused";

    "python-memory" Reason Resources
    when [words(&["memoryerror"]).perhaps(&[Source::Python, Source::Gunicorn, Source::Uwsgi])]
    means "The Python application wanted more memory than there is."
    likely "It loads too much at once, or the container’s limit is too low."
    like "MemoryError";

    "python-error" Symptom ApplicationError
    when [
        words(&["traceback (most recent call last)"]).general(),
        words(&["internal server error: /"]).general(),
        words(&["exception on /", "[get]"]).general(),
        words(&["exception on /", "[post]"]).general(),
        words(&["exception in asgi application"]).general(),
        words(&["error handling request /"]).general(),
    ]
    means "The Python application met an error. Its last line names it; visitors saw 500 where it was about a page."
    likely "A bug, a missing setting or file. Read the last line of the traceback first."
    like "Internal Server Error: /report/";
}

patterns! { NODE of Node:
    "node-memory" Reason Resources
    when [words(&["javascript heap out of memory"]), words(&["reached heap limit allocation failed"]), words(&["ineffective mark-compacts near heap limit"])]
    means "The Node.js application used more memory than it may, and ended."
    likely "It keeps what it no longer needs, or the limit is too low."
    like "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory";

    "app-port-taken" Reason AppStatus
    when [words(&["eaddrinuse"]), words(&["something is already running on port"]), words(&["port ", "is already in use"]).perhaps(&[Source::Node])]
    means "The application did not start: another program has its port."
    likely "An old copy of it still runs."
    like "Error: listen EADDRINUSE: address already in use :::3000";

    "node-port-denied" Reason AppStatus
    when [words(&["listen eacces"])]
    means "The Node.js application did not start: it may not take this port or socket."
    likely "Ports below 1024 need root rights. Let it take 3000 and put nginx in front."
    like "Error: listen EACCES: permission denied 0.0.0.0:80";

    "app-refused-localhost" Reason Database
    when [words(&["connect econnrefused ::1:"])]
    means "The application asked ::1, the IPv6 address behind “localhost”, and nothing listens there."
    likely "The service listens on 127.0.0.1 only: since its version 17, Node.js takes the IPv6 address first. Write 127.0.0.1 instead of localhost."
    like "Error: connect ECONNREFUSED ::1:3306";

    "app-refused" Reason Database
    when [words(&["connect econnrefused"]), words(&["econnrefused"]).perhaps(&[Source::Node])]
    means "The application cannot reach a service it needs: nothing listens there."
    likely "Database, cache or another service is stopped or starting. In a container, 127.0.0.1 is the container itself."
    like "Error: connect ECONNREFUSED 127.0.0.1:5432";

    "app-name" Reason Database
    when [
        words(&["getaddrinfo enotfound"]),
        words(&["getaddrinfo eai_again"]),
        words(&["getaddrinfo eacces"]),
        words(&["getaddrinfo esrch"]),
        words(&["getaddrinfo efail"]),
        words(&["queryaaaa enotfound"]),
        words(&["querysrv enotfound"]),
    ]
    means "The application cannot find the address of a name that it needs, often its database’s."
    likely "The name is misspelt, its container is not in the same network, or the container’s DNS does not work."
    like "Error: getaddrinfo EAI_AGAIN db";

    "node-module-missing" Reason ApplicationError
    when [
        words(&["cannot find module '"]),
        words(&["err_module_not_found"]),
        words(&["module_not_found"]),
        words(&["cannot find package '"]),
        words(&["npm err! missing script"]),
        words(&["npm error missing script"]),
        words(&["err_require_esm"]),
        words(&["could not find a production build in the"]),
    ]
    means "The Node.js application did not start: a module, a file or a script is missing."
    likely "npm install or npm run build was not run after the update, or it was started in another folder."
    like "Error: Cannot find module 'express'";

    "node-native" Reason ApplicationError
    when [
        words(&["was compiled against a different node.js version"]),
        words(&["err_dlopen_failed"]),
        words(&["invalid elf header"]),
        words(&["unsupported engine"]),
        words(&["ebadengine"]),
        words(&["err_ossl_evp_unsupported"]),
    ]
    means "The Node.js application does not fit the version of Node.js that runs it."
    likely "Node.js was updated, or node_modules comes from another system. Delete it and install afresh."
    like "Error: The module '/srv/app/node_modules/bcrypt/build/bcrypt.node' was compiled against a different Node.js version using NODE_MODULE_VERSION 93.";

    "node-unhandled" Reason ApplicationError
    when [
        words(&["unhandledpromiserejection"]),
        words(&["uncaughtexception"]),
        words(&["triggeruncaughtexception"]),
        words(&["unhandled 'error' event"]),
        words(&["throw er; // unhandled"]),
        words(&["typeerror: cannot read propert"]),
        words(&["referenceerror: ", " is not defined"]),
        words(&["err_unhandled_rejection"]),
    ]
    means "The Node.js application met an error that it does not handle, and such an error ends it."
    likely "A bug, or a service that failed. The lines around name the file."
    like "TypeError: Cannot read properties of undefined (reading 'id')";

    "node-headers-sent" Reason ApplicationError
    when [words(&["err_http_headers_sent"]), words(&["can't set headers after they are sent"])]
    means "The Node.js application answered one request twice, which is an error and can end it."
    likely "A missing return after an answer was sent. The lines after it name the file."
    like "Error [ERR_HTTP_HEADERS_SENT]: Cannot set headers after they are sent to the client";

    "node-hung-up" Symptom AskBackend
    when [words(&["socket hang up"]), words(&["error: read econnreset"]), words(&["[http-proxy-middleware] error occurred"]), words(&["error occurred while trying to proxy"]), words(&["failed to proxy"]).only(&[Source::Node])]
    means "A service that the Node.js application asked hung up."
    likely "It crashed, was restarted, or keeps idle connections for a shorter time."
    like "Error: socket hang up";

    "next-failed" Reason ApplicationError
    when [words(&["npm err! code elifecycle"]).general(), words(&["npm error code elifecycle"]).general(), words(&["npm err! errno"]).general(), words(&["command failed with exit code 1"]).perhaps(&[Source::Node]).general()]
    means "The command that starts or builds the application ended with an error."
    likely "The lines before this one name the reason. npm itself is not to blame."
    like "npm ERR! code ELIFECYCLE";
}

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
