//! Lines of systemd about the services that it starts.

use crate::logs::pattern::{patterns, words};

patterns! { SYSTEMD of Systemd:
    "systemd-gave-up" Symptom ApplicationLog
    when [words(&["start request repeated too quickly"]), words(&["start-limit-hit"])]
    means "The service fell at each start, so the system gave up."
    likely "A mistake in its settings. Its own lines stand before this one."
    like "systemd[1]: php8.2-fpm.service: Start request repeated too quickly.";

    "systemd-memory" Reason Resources
    when [words(&["failed with result 'oom-kill'"]), words(&["a process of this unit has been killed by the oom killer"]), words(&["(result: oom-kill)"])]
    means "The service was ended because memory ran out."
    likely "Too many workers for the memory, or one program that leaks."
    like "systemd[1]: mariadb.service: Failed with result 'oom-kill'.";

    "systemd-start-timeout" Reason ApplicationLog
    when [
        words(&["start operation timed out. terminating"]),
        words(&["failed with result 'timeout'"]),
        words(&["(result: timeout)"]),
        words(&["start-pre operation timed out"]),
    ]
    means "The service did not say in time that it had started, so the system ended it."
    likely "It starts slowly, waits for another service, or Type= in its unit does not fit it. 90 seconds unless told otherwise."
    like "systemd[1]: myapp.service: start operation timed out. Terminating.";

    "systemd-exec" Reason AppStatus
    when [
        words(&["status=203/exec"]),
        words(&["failed at step exec spawning"]),
        words(&["failed to locate executable"]),
        words(&["executable path is not absolute"]),
    ]
    means "The system could not run the service’s command."
    likely "The path in ExecStart is wrong, the file is not executable, or its first line names a program that is missing."
    like "systemd[1]: myapp.service: Main process exited, code=exited, status=203/EXEC";

    "systemd-user" Reason AppStatus
    when [words(&["status=217/user"]), words(&["failed to determine user credentials"]), words(&["status=216/group"])]
    means "The system could not start the service: its user or group does not exist."
    likely "User= or Group= in the unit is misspelt, or the user was not made on this machine."
    like "systemd[1]: myapp.service: Main process exited, code=exited, status=217/USER";

    "systemd-folder" Reason AppStatus
    when [words(&["status=200/chdir"]), words(&["changing to the requested working directory failed"]), words(&["status=226/namespace"]), words(&["failed at step chdir"])]
    means "The system could not start the service: a folder that its unit names does not exist."
    likely "WorkingDirectory= is misspelt or was moved, or the service’s user may not enter it."
    like "systemd[1]: myapp.service: Main process exited, code=exited, status=200/CHDIR";

    "systemd-environment" Reason AppStatus
    when [words(&["failed to load environment files"]), words(&["failed to run 'start' task: no such file"])]
    means "The system could not start the service: a file with its settings does not exist."
    likely "EnvironmentFile= names a file that is missing here."
    like "systemd[1]: myapp.service: Failed to load environment files: No such file or directory";

    "systemd-unit-missing" Reason AppStatus
    when [
        words(&["unit ", ".service could not be found"]),
        words(&["failed to start ", ".service: unit ", "not found"]),
        words(&["unit ", ".service not found"]),
        words(&[".service is masked"]),
        words(&["unit ", " is masked"]),
    ]
    means "The system knows no service of this name, or it is switched off (masked)."
    likely "The name is misspelt or carries a version, or the program is not installed."
    like "Unit php-fpm.service could not be found.";

    "systemd-killed" Reason Resources
    when [words(&["main process exited, code=killed, status=9/kill"]), words(&["main process exited, code=dumped"])]
    means "The service was killed by force, or crashed."
    likely "With status 9 memory ran out or somebody killed it. With “dumped” it crashed."
    like "systemd[1]: myapp.service: Main process exited, code=killed, status=9/KILL";

    "systemd-failed" Symptom ApplicationLog
    when [
        words(&["systemd[", "failed with result"]).general(),
        words(&[".service: failed with result"]).general(),
        words(&["active: failed (result: "]).general(),
        words(&["active: activating (auto-restart) (result: exit-code)"]).general(),
        words(&["main process exited, code=exited, status=1/failure"]).general(),
        words(&["main process exited, code=exited, status="]).general(),
        words(&["process exited, code=exited status="]).general(),
        words(&["control process exited, code="]).general(),
        words(&["job for ", ".service failed because"]).general(),
        words(&["systemd[", "failed to start "]).general(),
        words(&["entered failed state"]).general(),
    ]
    means "A service ended with an error. The line names it."
    likely "Its own log names the reason: journalctl -u with its name."
    like "systemd[1]: myapp.service: Failed with result 'exit-code'.";
}
