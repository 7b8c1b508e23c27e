//! Lines of uWSGI.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::{BrokenPipe, Denied, InUse, NoSuchFile};

patterns! { UWSGI of Uwsgi:
    "uwsgi-block-size" Reason Buffers
    when [words(&["invalid request block size"]).without(&["size: 21573"])]
    means "A request’s headers are larger than uWSGI’s buffer, 4096 bytes unless told otherwise, so it skipped the request."
    likely "Many or large cookies, or a long address. Raise buffer-size, for instance to 32768."
    like "invalid request block size: 6871 (max 4096)...skip";

    "uwsgi-wrong-protocol" Reason UpstreamAddress
    when [
        words(&["invalid request block size: 21573"]),
        words(&["invalid request block size: 21327"]),
        words(&["unable to load", "this is not an http request"]),
        words(&["uwsgi_proto_http_parser", "error"]),
    ]
    means "Somebody spoke HTTP to uWSGI’s socket, which speaks uwsgi (21573 are the letters of “GET”)."
    likely "nginx has proxy_pass where uwsgi_pass belongs, or a browser asked the port. Use uwsgi_pass, or http-socket in uWSGI."
    like "invalid request block size: 21573 (max 4096)...skip";

    "uwsgi-visitor-left" Symptom SlowRequests
    when [
        words(&["sigpipe: writing to a closed pipe"]),
        words(&["uwsgi_response_write"]).error(&[BrokenPipe]),
        words(&["uwsgi_response_sendfile"]).error(&[BrokenPipe]),
        words(&["[uwsgi-http key: ", "hr_", "_write()"]).error(&[BrokenPipe]),
        words(&["oserror: write error"]),
        words(&["ioerror: write error"]),
        words(&["uwsgi_response_"]),
    ]
    means "Whoever asked uWSGI had hung up before its answer was written."
    likely "The application was so slow that nginx or the visitor gave up. The time that the request took stands in uWSGI’s log."
    like "Sun Mar  1 10:00:00 2026 - SIGPIPE: writing to a closed pipe/socket/fd (probably the client disconnected) on request /report (ip 192.0.2.1) !!!";

    "uwsgi-queue-full" Reason SlowRequests
    when [words(&["listen queue of socket", "full"]), words(&["uwsgi listen queue of socket"])]
    means "So many requests wait for uWSGI that its queue is full. Visitors see 502."
    likely "All workers are busy: slow requests, or too few processes and threads."
    like "Sun Mar  1 10:00:00 2026 - *** uWSGI listen queue of socket \"127.0.0.1:3031\" (fd: 3) full !!! (100/100) ***";

    "uwsgi-harakiri" Reason SlowRequests
    when [words(&["harakiri"])]
    means "A uWSGI worker took longer than harakiri allows, and was ended. The visitor saw 502."
    likely "A slow query or outside service. The line names the address that was asked for."
    like "Sun Mar  1 10:00:00 2026 - *** HARAKIRI ON WORKER 1 (pid: 42, try: 1) ***";

    "uwsgi-no-app" Reason ApplicationError
    when [
        words(&["no python application found"]),
        words(&["unable to load app 0"]),
        words(&["*** no app loaded"]),
        words(&["need-app requested"]),
        words(&["callable not found or import error"]),
        words(&["unable to load configuration from"]).only(&[Source::Uwsgi]),
    ]
    means "uWSGI runs without an application, because it could not load it. Visitors see “Internal Server Error”."
    likely "An error at the import, a wrong module, callable or folder. The traceback at the start says which."
    like "--- no python application found, check your startup logs for errors ---";

    "uwsgi-crash" Reason Updates
    when [
        words(&["uwsgi got segmentation fault"]),
        words(&["!!! uwsgi process ", "got segmentation fault"]),
        words(&["uwsgi got signal 6"]),
    ]
    means "A uWSGI worker crashed."
    likely "A module written in C that does not fit this Python, or two copies of one library."
    like "!!! uWSGI process 42 got Segmentation Fault !!!";

    "uwsgi-killed" Reason Resources
    when [words(&["worker ", "killed by signal 9"]), words(&["damn ! worker ", "died", "killed by signal 9"]), words(&["damn ! worker ", "died"])]
    means "A uWSGI worker was killed or died, and uWSGI started another."
    likely "Memory ran out, often at the container’s limit, or harakiri ended it."
    like "DAMN ! worker 1 (pid: 42) died, killed by signal 9 :( trying respawn ...";

    "uwsgi-bind" Reason AppStatus
    when [
        words(&["bind(): ", "[core/socket.c"]).error(&[InUse, NoSuchFile, Denied]),
        words(&["probably another instance of uwsgi is running"]),
        words(&["chdir(): ", "[core/uwsgi.c"]),
        words(&["error binding socket"]).only(&[Source::Uwsgi]),
    ]
    means "uWSGI did not start: it cannot make its socket or take its port."
    likely "An old copy still runs, or the folder of the socket is missing or not writable to its user."
    like "probably another instance of uWSGI is running on the same address (127.0.0.1:3031).";
}
