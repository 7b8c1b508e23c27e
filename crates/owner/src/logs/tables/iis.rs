//! Lines and pages of IIS, its .NET module and its proxy.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};

patterns! { IIS of Iis:
    "iis-ancm-start" Reason ApplicationError
    when [
        words(&["ancm out-of-process startup failure"]),
        words(&["http error 502.5"]),
        words(&["failed to start process with commandline"]),
        words(&["process was created with commandline", "but either crashed or did not"]),
        words(&["failed to start process"]).only(&[Source::Iis]),
        words(&["process '", "' failed to start.", "error code = '"]),
        words(&["http error 500.30"]),
        words(&["has exited from program.main with exit code"]),
        words(&["ancm in-process start failure"]),
        words(&["failed to start application '/lm/w3svc"]),
        words(&["http error 500.37"]),
        words(&["http error 500.38"]),
        words(&["ancm failed to start"]),
        words(&["errorcode = '0x80004005"]).only(&[Source::Iis]),
    ]
    means "IIS could not start the .NET application. Visitors see 502.5 or 500.30."
    likely "With 0x80070002 the file or runtime was not found. Otherwise the application ended at its start: switch stdoutLogEnabled on, or start it by hand."
    like "HTTP Error 502.5 - ANCM Out-Of-Process Startup Failure";

    "iis-ancm-handler" Reason Updates
    when [
        words(&["http error 500.31"]),
        words(&["ancm failed to find native dependencies"]),
        words(&["http error 500.32"]),
        words(&["ancm failed to load dll"]),
        words(&["http error 500.0 - ancm in-process handler load failure"]),
        words(&["in-process handler load failure"]),
        words(&["could not find inprocess request handler"]),
        words(&["http error 500.33"]),
        words(&["http error 500.34"]),
        words(&["http error 500.35"]),
        words(&["http error 500.36"]),
        words(&["unable to find the required hosting components"]),
    ]
    means "IIS did not find the .NET runtime that the application was built for."
    likely "The hosting bundle of that version is not installed, or application pool and application differ in 32 and 64 bits."
    like "HTTP Error 500.31 - ANCM Failed to Find Native Dependencies";

    "iis-module" Reason FrontReload
    when [
        words(&["http error 500.19"]),
        words(&["http error 500.21"]),
        words(&["cannot read configuration file"]).perhaps(&[Source::Iis]),
        words(&["the requested page cannot be accessed because the related configuration data for the page is invalid"]),
    ]
    means "IIS cannot take the site’s web.config. Visitors see 500.19 or 500.21."
    likely "A mistake in the file, or a module that it names is not installed, such as the .NET hosting bundle or URL Rewrite."
    like "HTTP Error 500.19 - Internal Server Error. The requested page cannot be accessed because the related configuration data for the page is invalid.";

    "iis-pool" Reason AppStatus
    when [
        words(&["application pool ", "is being automatically disabled"]),
        words(&["application pool ", "has been disabled"]),
        words(&["http error 503. the service is unavailable"]),
        words(&["a process serving application pool ", "suffered a fatal communication error"]),
        words(&["a process serving application pool ", "exceeded time limits"]),
        words(&["a process serving application pool ", "terminated unexpectedly"]),
        words(&["worker process for the application pool", "encountered an error"]),
        words(&["application pool ", "failed to start"]),
    ]
    means "The application pool of IIS is stopped, so visitors see 503."
    likely "Its program crashed too often (rapid-fail protection), or the user that it runs as has a new password."
    like "Application pool 'shop' is being automatically disabled due to a series of failures in the process(es) serving that application pool.";

    "iis-arr" Symptom AppStatus
    when [
        words(&["http error 502.3"]),
        words(&["http error 502.4"]),
        words(&["502 - web server received an invalid response while acting as a gateway"]),
        words(&["web server received an invalid response while acting as a gateway or proxy server"]),
        words(&["502.3 - bad gateway"]),
    ]
    means "IIS asked the application behind it and got no valid answer. Visitors saw 502."
    likely "The application is stopped, hung up, or was slower than the time-out of the proxy (ARR): 120 seconds unless told otherwise."
    like "502 - Web server received an invalid response while acting as a gateway or proxy server.";

    "iis-denied" Reason AccessRules
    when [words(&["http error 401.3"]), words(&["http error 403.14"]), words(&["http error 403.1 "]), words(&["http error 401.2"])]
    means "IIS may not show this page: no right to the file, or no index page in the folder."
    likely "The pool’s user has no right to the folder, or the files were published elsewhere."
    like "HTTP Error 403.14 - Forbidden. The Web server is configured to not list the contents of this directory.";

    "httperr-pool" Reason AppStatus
    when [
        words(&[" connection_abandoned_by_reqqueue"]),
        words(&[" connection_abandoned_by_apppool"]),
        words(&[" http/1.1 ", " 503 ", " appoffline "]),
        words(&[" http/2 ", " 503 ", " appoffline "]),
        words(&[" http/1.1 ", " 503 ", " disabled "]),
        words(&[" http/1.1 ", " 503 ", " appshutdown "]),
        words(&[" http/1.1 ", " 503 ", " apppooltimer "]),
        words(&[" http/1.1 ", " 503 ", " n/a "]),
    ]
    means "Windows took a request for IIS, and no worker of its application pool answered it (503)."
    likely "The pool is stopped, or its worker crashed or was recycled in the middle. The Windows event log names the reason."
    like "2026-03-01 10:00:00 192.0.2.1 50000 192.0.2.2 443 HTTP/1.1 GET / - 503 1 AppOffline shop";

    "httperr-queue" Reason ScaleOut
    when [
        words(&[" http/1.1 ", " 503 ", " queuefull "]),
        words(&[" http/1.1 ", " 503 ", " connlimit "]),
        words(&[" connections_refused "]),
    ]
    means "So many requests wait for IIS that Windows turns new ones away with 503."
    likely "Slow pages, or a burst of visitors. The queue of an application pool holds 1,000 requests unless told otherwise."
    like "2026-03-01 10:00:00 192.0.2.1 50000 192.0.2.2 443 HTTP/1.1 GET / - 503 1 QueueFull shop";

    "httperr-bad-request" Harmless SecurityRules
    when [
        words(&[" 400 - badrequest -"]),
        words(&[" 400 - url -"]),
        words(&[" 400 - verb -"]),
        words(&[" 400 - hostname -"]),
        words(&[" 400 - invalid_cr/lf -"]),
        words(&[" 400 - invalidhostname -"]),
        words(&[" 400 - header -"]),
        words(&[" 505 - version_n/s -"]),
        words(&[" 411 - lengthrequired -"]),
    ]
    means "Windows turned a request away before IIS saw it, because it is malformed or too long (400)."
    likely "Mostly robots. For real visitors: too large cookies, or a name that no site has."
    like "2026-03-01 10:00:00 192.0.2.1 50000 192.0.2.2 80 HTTP/1.0 GET /%c0%af 400 - URL -";

    "httperr-idle" Harmless SlowRequests
    when [
        words(&[" timer_connectionidle "]),
        words(&[" timer_headerwait "]),
        words(&[" timer_minbytespersecond "]),
        words(&[" timer_entitybody "]),
        words(&[" client_reset "]),
        words(&[" connection_dropped "]),
    ]
    means "A visitor’s connection was idle, slow or gone, and Windows closed it. That is normal."
    likely "Browsers keep connections open that they do not need."
    like "2026-03-01 10:00:00 192.0.2.1 50000 192.0.2.2 443 - - - - - Timer_ConnectionIdle -";
}
