//! Lines of applications in Python. Those of its servers are in [`super::gunicorn`] and [`super::uwsgi`].

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::{InUse, Refused};

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
        words(&["port ", " is in use by another program. either identify and stop that program"]),
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
