//! Lines of Gunicorn.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};

patterns! { GUNICORN of Gunicorn:
    "gunicorn-timeout" Reason SlowRequests
    when [words(&["worker timeout (pid:"]), words(&["critical] worker timeout"])]
    means "A Python worker took too long and was ended. The visitor saw 502."
    likely "A slow query or outside service. Gunicorn waits for 30 seconds unless told otherwise."
    like "[2026-03-01 10:00:00 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:42)";

    "gunicorn-killed" Reason Resources
    when [
        words(&["was sent sigkill"]),
        words(&["worker (pid:", "perhaps out of memory"]),
        words(&["was terminated due to signal 9"]).only(&[Source::Gunicorn, Source::Python]),
        words(&["worker (pid:", "was terminated due to signal 9"]),
        words(&["worker with pid ", "was terminated due to signal 9"]),
    ]
    means "A Gunicorn worker was killed by force."
    likely "Memory ran out, often at the container’s limit. Fewer workers, more memory, or a leak to be found. After a timeout it is Gunicorn itself."
    like "[2026-03-01 10:00:00 +0000] [18] [ERROR] Worker (pid:21) was sent SIGKILL! Perhaps out of memory?";

    "gunicorn-crash" Reason Updates
    when [
        words(&["worker (pid:", "was sent sigsegv"]),
        words(&["worker (pid:", "was terminated due to signal 11"]),
        words(&["worker with pid ", "was terminated due to signal 11"]),
        words(&["worker (pid:", "was sent sigabrt"]),
    ]
    means "A Gunicorn worker crashed."
    likely "A module written in C that does not fit, or threads after a fork. Update what changed last."
    like "[2026-03-01 10:00:00 +0000] [18] [ERROR] Worker (pid:21) was sent SIGSEGV!";

    "gunicorn-boot" Reason ApplicationError
    when [
        words(&["worker failed to boot"]).general(),
        words(&["haltserver"]).general(),
        words(&["exception in worker process"]).general(),
        words(&["app failed to load"]).general(),
        words(&["failed to find attribute '"]),
        words(&["failed to find application object"]),
        words(&["worker (pid:", "exited with code 3"]).general(),
    ]
    means "Gunicorn’s workers fall at their start, so it gives up."
    likely "The application cannot be loaded: a missing module, a wrong name of module or variable, or a missing setting. The traceback before says which."
    like "gunicorn.errors.HaltServer: <HaltServer 'Worker failed to boot.' 3>";

    "gunicorn-port-taken" Reason AppStatus
    when [words(&["connection in use: ("]), words(&["can't connect to ("]).only(&[Source::Gunicorn]), words(&["[error] can't connect to ('"])]
    means "Gunicorn did not start: another program has its address."
    likely "An old copy of it still runs."
    like "[2026-03-01 10:00:00 +0000] [7] [ERROR] Connection in use: ('0.0.0.0', 8000)";

    "gunicorn-invalid-request" Harmless SecurityRules
    when [words(&["invalid request from ip="]), words(&["invalid http request received"])]
    means "Somebody sent something that is no valid request to Gunicorn or Uvicorn."
    likely "A scanner, or https spoken to the plain port. It is harmless, unless your own proxy is set so."
    like "[2026-03-01 10:00:00 +0000] [9] [WARNING] Invalid request from ip=192.0.2.1: Invalid HTTP Version: (2, 0)";

    "gunicorn-visitor-left" Harmless SlowRequests
    when [words(&["ignoring epipe"]), words(&["socket error processing request"]), words(&["ignoring socket not connected"])]
    means "Whoever asked Gunicorn had hung up before the answer was written."
    likely "A visitor left, or the proxy in front gave up waiting."
    like "[2026-03-01 10:00:00 +0000] [9] [DEBUG] Ignoring EPIPE";
}
