//! Lines of PM2 and supervisor.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};

patterns! { PROCESS_MANAGERS of ProcessManager:
    "pm2-gave-up" Symptom ApplicationLog
    when [words(&["too many unstable restarts"]), words(&["had too many unstable restarts"]), words(&["│ errored "])]
    means "The Node.js application fell at each start, so PM2 gave up."
    likely "An error at its start: a missing module, setting or service. “pm2 logs --err” shows it."
    like "PM2        | Script /srv/app/index.js had too many unstable restarts (16). Stopped. \"errored\"";

    "pm2-exited" Symptom ApplicationLog
    when [
        words(&["pm2", "app [", "exited with code [", "] via signal"]).without(&["code [0] via signal [sigint]"]),
        words(&["app [", "exited with code [1]"]),
        words(&["app name:", "exited with code"]),
        words(&["app [", "] with id [", "exited with code [1]"]),
    ]
    means "The application ended, and PM2 starts it again."
    likely "An error in it. Its own lines stand in the error log of PM2. Code 0 with SIGINT is a restart by hand."
    like "PM2        | 2026-03-01T10:00:00: PM2 log: App [shop:0] exited with code [1] via signal [SIGINT]";

    "pm2-memory" Symptom Resources
    when [words(&["process ", "restarted because it exceeds --max-memory-restart"]), words(&["current_memory=", "max_memory_limit="])]
    means "The application used more memory than PM2 was told to allow, and was restarted."
    likely "It leaks memory, or max_memory_restart is too low."
    like "[PM2][WORKER] Process 0 restarted because it exceeds --max-memory-restart value (current_memory=320901120 max_memory_limit=314572800 [octets])";

    "supervisor-gave-up" Symptom ApplicationLog
    when [words(&["gave up: ", "entered fatal state"]), words(&["fatal     exited too quickly"]), words(&["fatal ", "exited too quickly (process log may have details)"])]
    means "The program fell at each start, so supervisor gave up on it. The line names it."
    likely "A mistake in its settings or its command. Its own log names the reason."
    like "2026-03-01 10:00:00,000 INFO gave up: nginx entered FATAL state, too many start retries too quickly";

    "supervisor-exited" Symptom ApplicationLog
    when [
        words(&["info exited: ", "not expected)"]).general(),
        words(&["exited: ", "(exit status ", "; not expected)"]).general(),
        words(&["exited: ", "(terminated by sig"]).general(),
    ]
    means "A program ended with an error, and supervisor starts it again. The line names it."
    likely "An error at its start or in its work. Its own log names the reason; SIGKILL is mostly memory."
    like "2026-03-01 10:00:00,000 INFO exited: unicorn (exit status 1; not expected)";

    "supervisor-command" Reason AppStatus
    when [
        words(&["spawnerr: "]),
        words(&["can't find command '"]).perhaps(&[Source::ProcessManager]),
        words(&["error: can't find command"]),
        words(&["fatal", "can't find command"]),
    ]
    means "Supervisor could not start the program: it did not find its command, or may not run it."
    likely "The path is wrong on this machine, or the file is not executable."
    like "2026-03-01 10:00:00,000 INFO spawnerr: can't find command '/usr/sbin/php-fpm7.4'";
}
