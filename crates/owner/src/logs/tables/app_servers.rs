//! Lines of the servers that run applications: Gunicorn, uWSGI, Puma and Unicorn, Passenger.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::{BrokenPipe, Denied, InUse, NoSuchFile};

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
    ]
    means "A Gunicorn worker was killed by force."
    likely "Memory ran out, often at the container’s limit. Fewer workers, more memory, or a leak to be found. After a timeout it is Gunicorn itself."
    like "[2026-03-01 10:00:00 +0000] [18] [ERROR] Worker (pid:21) was sent SIGKILL! Perhaps out of memory?";

    "gunicorn-crash" Reason Updates
    when [words(&["worker (pid:", "was sent sigsegv"]), words(&["worker (pid:", "was terminated due to signal 11"]), words(&["worker (pid:", "was sent sigabrt"])]
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

patterns! { RUBY of Ruby:
    "puma-killed" Reason Resources
    when [
        words(&["terminating timed out worker"]),
        words(&["! terminating timed out"]),
        words(&["worker ", "failed to check in within"]),
    ]
    means "A Puma worker gave no sign of life for worker_timeout, 60 seconds, and was ended."
    likely "It is stuck, the machine is overloaded, or memory is swapped out."
    like "[7] ! Terminating timed out worker (Worker 0 failed to check in within 60 seconds): 42";

    "puma-out-of-memory" Reason Resources
    when [words(&["pumaworkerkiller: out of memory"]), words(&["unicorn::workerkiller"]), words(&["workerkiller"])]
    means "A Ruby worker used more memory than allowed and was ended on purpose."
    likely "It leaks or loads too much at once. Visitors notice only where it happens often."
    like "[7] PumaWorkerKiller: Out of memory. 5 workers consuming total: 1024 mb out of max: 980 mb. Sending TERM to pid 42 consuming 220 mb.";

    "puma-bind" Reason AppStatus
    when [
        words(&["`initialize': address already in use - bind(2)"]),
        words(&["address already in use - bind(2)"]),
        words(&["a server is already running. check ", "server.pid"]),
        words(&["already running (pid"]),
        words(&["there is already a server bound to"]),
        words(&["already running on pid"]),
    ]
    means "Puma, Unicorn or Rails did not start: another copy has its address or left its file behind."
    likely "An old copy still runs, or tmp/pids/server.pid stayed after a crash: delete it if none runs."
    like "A server is already running. Check /srv/app/tmp/pids/server.pid.";

    "puma-no-folder" Reason AppStatus
    when [
        words(&["no such file or directory - connect(2) for"]),
        words(&["no such file or directory - bind(2) for"]),
        words(&["no such file or directory @ rb_sysopen"]),
        words(&["errno::enoent"]),
    ]
    means "A Ruby program did not find a file or folder that it needs."
    likely "A folder such as tmp/pids or tmp/sockets is missing, or a path is misspelt."
    like "`initialize': No such file or directory - bind(2) for \"/srv/app/tmp/sockets/puma.sock\" (Errno::ENOENT)";

    "unicorn-timeout" Reason SlowRequests
    when [words(&["worker=", "timeout (", "killing"]), words(&["unicorn", "killing"]), words(&["reaped #<process::status: pid ", "sigkill"])]
    means "A Unicorn worker took too long and was killed. The visitor saw 502."
    likely "A slow query or outside service. Unicorn waits for 60 seconds unless told otherwise."
    like "E, [2026-03-01T10:00:00.000000 #7] ERROR -- : worker=0 PID:42 timeout (61s > 60s), killing";

    "unicorn-restarted" Symptom ApplicationLog
    when [words(&["reaped #<process::status: pid ", "worker="]), words(&["master process failed to start"])]
    means "A Unicorn worker ended, and the master starts another."
    likely "It crashed, or was ended for memory or time. The lines before say why."
    like "E, [2026-03-01T10:00:00.000000 #7] ERROR -- : reaped #<Process::Status: pid 42 exit 1> worker=1";

    "rails-host" Reason ApplicationError
    when [words(&["blocked host: "]), words(&["actiondispatch::hostauthorization"])]
    means "Rails refuses the name by which it was asked, with 403."
    likely "The name is missing in config.hosts, or the proxy does not pass Host on."
    like "[ActionDispatch::HostAuthorization::DefaultResponseApp] Blocked host: example.com";

    "rails-secret" Reason ApplicationError
    when [
        words(&["missing `secret_key_base`"]),
        words(&["secret_key_base", "missing"]),
        words(&["activesupport::messageencryptor::invalidmessage"]),
        words(&["missing encryption key to decrypt"]),
    ]
    means "Rails did not start: its secret key is missing or is not the right one."
    likely "RAILS_MASTER_KEY or SECRET_KEY_BASE is not set on this machine, or belongs to other credentials."
    like "ArgumentError: Missing `secret_key_base` for 'production' environment, set this string with `bin/rails credentials:edit`";

    "rails-migrations" Reason ApplicationError
    when [
        words(&["migrations are pending"]),
        words(&["activerecord::pendingmigrationerror"]),
        words(&["activerecord::nodatabaseerror"]),
        words(&["pg::undefinedtable"]),
        words(&["activerecord::statementinvalid"]),
    ]
    means "The database does not have the tables that this version of the application wants."
    likely "Migrations were not run after an update: bin/rails db:migrate. Or the database is missing."
    like "ActiveRecord::PendingMigrationError: Migrations are pending. To resolve this issue, run: bin/rails db:migrate";

    "rails-pool" Reason Database
    when [words(&["could not obtain a connection from the pool within"]), words(&["activerecord::connectiontimeouterror"])]
    means "A Rails thread found no free connection to the database."
    likely "The pool in database.yml is smaller than the number of threads, or slow queries hold its connections."
    like "ActiveRecord::ConnectionTimeoutError: could not obtain a connection from the pool within 5.000 seconds (waited 5.001 seconds); all pooled connections were in use";

    "ruby-gem" Reason ApplicationError
    when [
        words(&["bundler::gemnotfound"]),
        words(&["could not find ", "in any of the sources"]),
        words(&["could not find ", "in locally installed gems"]),
        words(&["cannot load such file -- "]),
        words(&["your ruby version is ", "but your gemfile specified"]),
        words(&["bundler: failed to load command"]),
    ]
    means "The Ruby application did not start: a gem or file is missing, or Ruby has another version."
    likely "bundle install was not run after the update, or as another user."
    like "bundler: failed to load command: puma (/usr/local/bundle/bin/puma) Could not find rack-2.2.8 in any of the sources (Bundler::GemNotFound)";

    "rails-asset" Reason ApplicationError
    when [words(&["actionview::template::error"]), words(&["is not present in the asset pipeline"]), words(&["routingerror"]).without(&["no route matches"])]
    means "A Rails page could not be built. Visitors saw 500."
    likely "Assets were not precompiled, or an error in the page’s template. The line names the file."
    like "ActionView::Template::Error (The asset \"application.css\" is not present in the asset pipeline.):";
}

patterns! { PASSENGER of Passenger:
    "passenger-queue-full" Reason SlowRequests
    when [words(&["request queue full"]), words(&["request queue is full"])]
    means "So many requests wait for the application that Passenger turns new ones away with 503."
    likely "All of its processes are busy: slow requests, or passenger_max_pool_size is too low. The queue holds 100."
    like "[ 2026-03-01 10:00:00.0778 24366/7f02ed7fa700 agents/HelperAgent/RequestHandler/CheckoutSession.cpp:236 ]: [Client 7-33] Returning HTTP 503 due to: Request queue full (configured max. size: 100)";

    "passenger-start" Reason ApplicationError
    when [
        words(&["could not be started by the phusion passenger"]),
        words(&["web application could not be started"]),
        words(&["could not spawn process for application"]),
        words(&["could not spawn process for group"]),
        words(&["an error occurred while starting the web application"]),
        words(&["an error occurred while starting up the preloader"]),
        words(&["cannot checkout session because a spawning error occurred"]),
        words(&["we're sorry, but something went wrong", "passenger"]),
        words(&["the application encountered the following error", "passenger"]),
    ]
    means "Passenger could not start the application."
    likely "An error at its start: a missing gem or module, setting or database. Look for the error ID in Passenger’s log."
    like "Web application could not be started by the Phusion Passenger application server.";

    "passenger-timeout" Reason SlowRequests
    when [
        words(&["a timeout error occurred while spawning an application process"]),
        words(&["timeout while starting", "application"]).only(&[Source::Passenger]),
        words(&["passenger", "did not write a startup response in time"]),
        words(&["did not write a startup response in time"]),
    ]
    means "The application took too long to start, so Passenger gave up. Visitors saw 502 or an error page."
    likely "It waits for something at its start, or the machine is slow. passenger_start_timeout is 90 seconds."
    like "[ E 2026-03-01 10:00:00.0778 7/T age/Cor/App/Implementation.cpp:221 ]: Could not spawn process for application /srv/app: A timeout error occurred while spawning an application process.";

    "passenger-hung-up" Reason ApplicationLog
    when [
        words(&["application process ", "closed the connection prematurely"]),
        words(&["the application did not send a complete response"]),
        words(&["error reading from application", "passenger"]),
        words(&["sending 502 response: application did not send a complete response"]),
    ]
    means "The application hung up on Passenger before its answer was complete. The visitor saw 502."
    likely "Its process crashed, or was ended for memory or time."
    like "[ W 2026-03-01 10:00:00.0778 7/T age/Cor/Con/InternalUtils.cpp:96 ]: [Client 1-5] Sending 502 response: application did not send a complete response";
}
