//! Lines of Puma, Unicorn and Rails.

use crate::logs::pattern::{patterns, words};

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
        words(&["errno::eaddrinuse"]),
        words(&["a server is already running. check ", "server.pid"]),
        words(&["already running (pid"]),
        words(&["there is already a server bound to"]),
        words(&["already running on pid"]),
    ]
    means "Puma, Unicorn or Rails did not start: another copy has its address or left its file behind."
    likely "An old copy still runs, or tmp/pids/server.pid stayed after a crash: delete it if none runs."
    like "A server is already running. Check /srv/app/tmp/pids/server.pid.";

    "puma-address" Reason AppStatus
    when [
        words(&["cannot assign requested address - bind(2)"]),
        words(&["errno::eaddrnotavail"]),
    ]
    means "Puma, Unicorn or Rails did not start: the address that it shall listen on is not one of this machine’s."
    likely "Its settings name the site’s public name. Let it listen on 127.0.0.1, or on 0.0.0.0 in a container."
    like "binder.rb:266:in `initialize': Cannot assign requested address - bind(2) for \"example.com\" port 3000 (Errno::EADDRNOTAVAIL)";

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

    "ruby-refused" Reason Database
    when [words(&["errno::econnrefused"]), words(&["connection refused - connect(2) for"])]
    means "The Ruby application cannot reach a service that it needs: nothing listens there."
    likely "Database, cache or another service is stopped or starting. In a container, 127.0.0.1 is the container itself."
    like "Errno::ECONNREFUSED (Connection refused - connect(2) for \"127.0.0.1\" port 9200):";

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
