//! Lines and pages of platforms that run an application for its owner: Heroku, Lambda, Cloud Run, App Service, Fly, Render,
//! Vercel.

use crate::logs::pattern::{patterns, words};

patterns! { PLATFORMS of Platform:
    "platform-timeout" Reason FunctionLimits
    when [
        words(&["at=error", "code=h12"]),
        words(&["task timed out after ", " seconds"]),
        words(&["function_invocation_timeout"]),
        words(&["the request has been terminated because it has reached the maximum request timeout"]),
    ]
    means "The platform ended a request, because the application was not done with it in time."
    likely "A long query, export or upload. Heroku waits 30 seconds, functions as long as their settings say. Long work belongs into the background."
    like "2026-03-01T10:00:00.000000+00:00 heroku[router]: at=error code=H12 desc=\"Request timeout\" method=GET path=\"/report\" host=example.com dyno=web.1 connect=1ms service=30000ms status=503 bytes=0";

    "platform-crashed" Symptom FunctionLog
    when [
        words(&["at=error", "code=h10"]),
        words(&["at=error", "code=h13"]),
        words(&["at=error", "code=h20"]),
        words(&["function_invocation_failed"]),
        words(&["runtime exited with error: "]),
        words(&["heroku[web.", "process exited with status 1"]),
        words(&["has exited, failing site start"]),
    ]
    means "The platform started the application or function, and it ended with an error."
    likely "A missing setting, module or file, or an error at its start. Its own lines just before say which."
    like "2026-03-01T10:00:00.000000+00:00 heroku[router]: at=error code=H10 desc=\"App crashed\" method=GET path=\"/\" host=example.com dyno= connect= service= status=503 bytes=";

    "platform-memory" Reason FunctionLimits
    when [
        words(&["error r14 (memory quota exceeded)"]),
        words(&["error r15 (memory quota vastly exceeded)"]),
        words(&["runtime.outofmemory"]),
        words(&["memory limit of ", " exceeded with ", " used"]),
    ]
    means "The application used more memory than the platform grants it."
    likely "Too many workers for this size, or a leak. Take fewer workers, or a larger size."
    like "2026-03-01T10:00:00.000000+00:00 heroku[web.1]: Error R14 (Memory quota exceeded)";

    "platform-port" Reason AppStatus
    when [
        words(&["error r10 (boot timeout)"]),
        words(&["failed to bind to $port"]),
        words(&["failed to start and then listen on the port defined by the port"]),
        words(&["failed to start and listen on the port defined"]),
        words(&["startup tcp probe failed", "container \"", "on port "]),
        words(&["didn't respond to http pings on port: "]),
        words(&["[pc01] instance refused connection"]),
        words(&["instance refused connection. is your app listening on"]),
        words(&["no open ports detected"]),
        words(&["the app is not listening on the expected address"]),
    ]
    means "The platform found nobody at the port where it wants the application to listen."
    likely "The application listens on 127.0.0.1 only or on a port of its own, or fell at its start. Let it listen on 0.0.0.0 and on the port in the variable PORT."
    like "==> No open ports detected, continuing to scan...";

    "platform-no-instance" Symptom ScaleOut
    when [
        words(&["at=error", "code=h14"]),
        words(&["because there was no available instance"]),
        words(&["could not find a good candidate within"]),
    ]
    means "The platform has no running instance of the application to send requests to."
    likely "All are stopped, failing or busy, or their number is limited too tightly."
    like "The request was aborted because there was no available instance.";
}
