//! Lines of what starts programs and watches over them: PM2, supervisor, systemd, Docker, Kubernetes.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::InUse;

patterns! { PROCESS_MANAGERS of ProcessManager:
    "pm2-gave-up" Symptom ApplicationLog
    when [words(&["too many unstable restarts"]), words(&["had too many unstable restarts"])]
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

patterns! { DOCKER of Docker:
    "docker-killed" Reason Resources
    when [
        words(&["exited with code 137"]),
        words(&["exited (137)"]),
        words(&["exit code: 137"]),
        words(&["exit code 137"]),
        words(&["exitcode\": 137"]),
        words(&["exitcode=137"]),
        words(&["\"oomkilled\": true"]),
    ]
    means "A container was killed by force (exit code 137)."
    likely "Mostly memory: its limit or the machine’s is used up. It can also be “docker kill”, or a stop that took longer than ten seconds."
    like "web_1 exited with code 137";

    "docker-crash" Reason Updates
    when [words(&["exited with code 139"]), words(&["exited (139)"]), words(&["exit code 139"]), words(&["exit code: 139"]), words(&["exited with code 134"]), words(&["exited (134)"])]
    means "The program in a container crashed (exit code 139 or 134)."
    likely "A bug, or an image that does not fit this processor or kernel."
    like "web_1 exited with code 139";

    "docker-no-command" Reason Containers
    when [
        words(&["exited with code 127"]),
        words(&["exited (127)"]),
        words(&["exited with code 126"]),
        words(&["exited (126)"]),
        words(&["executable file not found in $path"]),
        words(&["exec format error"]).without(&["[cgi"]),
        words(&["exec: \"", "no such file or directory"]),
        words(&["exec ", ": no such file or directory"]).only(&[Source::Docker]),
        words(&["oci runtime create failed"]),
        words(&["exec user process caused"]),
        words(&["standard_init_linux.go"]),
    ]
    means "A container did not start: its command was not found or cannot run here."
    likely "A misspelt command, a script with line ends of Windows, or an image for another processor (exec format error)."
    like "standard_init_linux.go:228: exec user process caused: exec format error";

    "docker-exited" Symptom ApplicationLog
    when [
        words(&["exited with code "]).without(&["exited with code 0", "app [", "worker (pid"]).general(),
        words(&["exited (1)"]).general(),
        words(&["exited (2)"]).general(),
        words(&["exited (255)"]).general(),
        words(&["restarting (1)"]).general(),
        words(&["restarting ("]).general(),
        words(&["dependency failed to start: container"]).general(),
    ]
    means "A container ended with an error. The line names it."
    likely "Its own log names the reason: docker logs with its name. Exit code 137 would be a kill for memory, 255 a failed start or a lost machine."
    like "web_1 exited with code 1";

    "docker-unhealthy" Symptom HealthChecks
    when [words(&["is unhealthy"]).perhaps(&[Source::Docker]), words(&["minutes (unhealthy)"]), words(&["seconds (unhealthy)"]), words(&["hours (unhealthy)"]), words(&["(unhealthy)"]).perhaps(&[Source::Docker])]
    means "A container fails its health check. Those that wait for it do not start, and some proxies send it no requests."
    likely "It is still starting, its program fails, or the check asks for a tool that is not in the image."
    like "dependency failed to start: container db is unhealthy";

    "docker-port-taken" Reason Containers
    when [
        words(&["port is already allocated"]),
        words(&["driver failed programming external connectivity"]),
        words(&["ports are not available"]),
        words(&["error starting userland proxy"]).error(&[InUse]),
        words(&["failed to bind host port"]),
    ]
    means "A container did not start: its port is taken on this machine."
    likely "Another container or a web server of the machine itself has it."
    like "Error response from daemon: driver failed programming external connectivity on endpoint web: Bind for 0.0.0.0:80 failed: port is already allocated";

    "docker-daemon" Reason Containers
    when [words(&["cannot connect to the docker daemon"]), words(&["got permission denied while trying to connect to the docker daemon socket"]), words(&["permission denied while trying to connect to the docker"])]
    means "Docker does not run, or you may not speak to it."
    likely "Its service is stopped, or your user is not in the group docker."
    like "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?";

    "docker-image" Reason Containers
    when [
        words(&["pull access denied for"]),
        words(&["manifest unknown"]),
        words(&["manifest for ", "not found"]),
        words(&["toomanyrequests: "]),
        words(&["no matching manifest for"]),
        words(&["repository does not exist or may require"]),
    ]
    means "A container did not start: its image could not be fetched."
    likely "Name or tag is misspelt, a login is wanted, or the registry’s limit is reached."
    like "Error response from daemon: pull access denied for shop, repository does not exist or may require 'docker login'";

    "docker-network" Reason Containers
    when [
        words(&["network ", " not found"]).only(&[Source::Docker]),
        words(&["network ", "declared as external, but could not be found"]),
        words(&["could not find an available, non-overlapping ipv4 address pool"]),
        words(&["iptables failed: iptables"]),
        words(&["no chain/target/match by that name"]),
    ]
    means "A container did not start: Docker could not set up its network."
    likely "The network was removed, or the firewall was restarted and Docker’s rules are gone: restart Docker."
    like "Error response from daemon: network 5d3f not found";

    "docker-mount" Reason Containers
    when [
        words(&["are you trying to mount a directory onto a file"]),
        words(&["invalid mount config for type"]),
        words(&["bind source path does not exist"]),
        words(&["error while creating mount source path"]),
        words(&["not a directory: unknown"]),
    ]
    means "A container did not start: a file or folder that should be mounted is not there or is of the other kind."
    likely "The path on the machine is misspelt, so Docker made an empty folder in place of the file."
    like "Error response from daemon: invalid mount config for type \"bind\": bind source path does not exist: /srv/app/nginx.conf";
}

patterns! { KUBERNETES of Kubernetes:
    "kubernetes-memory" Reason Resources
    when [words(&["oomkilled"]).without(&["\"oomkilled\": false", "\"oomkilled\": true", "oomkilled=false"])]
    means "A container used more memory than its limit and was killed (OOMKilled)."
    likely "The limit is too low, or the program leaks memory."
    like "    Reason:       OOMKilled";

    "kubernetes-restarts" Symptom ApplicationLog
    when [words(&["back-off restarting failed container"]), words(&["crashloopbackoff"])]
    means "A container falls at each start, and the platform waits ever longer."
    likely "A missing setting or file, or a service it cannot reach. “kubectl logs --previous” shows its last words."
    like "Warning  BackOff  2m (x25 over 7m)  kubelet  Back-off restarting failed container app in pod app-7d4b9c-x2x4v";

    "kubernetes-probe" Symptom HealthChecks
    when [words(&["ness probe failed"]), words(&["startup probe failed"]), words(&["failed liveness probe, will be restarted"])]
    means "A container failed its health check. It gets no requests, or is restarted."
    likely "It starts too slowly, or the check asks for a wrong page or port."
    like "Warning  Unhealthy  10s  kubelet  Readiness probe failed: Get \"http://10.0.0.5:8080/health\": dial tcp 10.0.0.5:8080: connect: connection refused";

    "kubernetes-image" Reason Containers
    when [
        words(&["imagepullbackoff"]),
        words(&["back-off pulling image"]),
        words(&["failing to pull image"]),
        words(&["errimagepull"]),
        words(&["failed to pull image"]),
        words(&["invalidimagename"]),
        words(&["errimageneverpull"]),
    ]
    means "A pod does not start: its image could not be fetched."
    likely "Name or tag is misspelt, the secret for the registry is missing, or the registry’s limit is reached."
    like "Warning  Failed  10s  kubelet  Failed to pull image \"example.com/shop:1.2\": rpc error: code = NotFound";

    "kubernetes-pending" Reason Resources
    when [
        words(&["failedscheduling"]),
        words(&["nodes are available: "]),
        words(&["insufficient memory"]).only(&[Source::Kubernetes]),
        words(&["insufficient cpu"]),
        words(&["had untolerated taint"]),
    ]
    means "A pod does not start: no machine has room for it or is allowed to take it."
    likely "It asks for more memory or processor than is free, or its volume is bound elsewhere."
    like "Warning  FailedScheduling  10s  default-scheduler  0/3 nodes are available: 3 Insufficient memory.";

    "kubernetes-settings" Reason Containers
    when [
        words(&["createcontainerconfigerror"]),
        words(&["createcontainererror"]),
        words(&["runcontainererror"]),
        words(&["configmap \"", "\" not found"]),
        words(&["secret \"", "\" not found"]),
        words(&["failedmount"]),
        words(&["couldn't find key ", " in "]).only(&[Source::Kubernetes]),
        words(&["failed to create containerd task"]),
    ]
    means "A pod does not start: a setting, a secret or a volume that it names is missing."
    likely "Its name or namespace is misspelt, or it was not made in this cluster."
    like "Warning  Failed  10s  kubelet  Error: secret \"shop-env\" not found";

    "kubernetes-evicted" Reason Resources
    when [words(&["the node was low on resource"]), words(&["evicted"]).only(&[Source::Kubernetes]), words(&["status: evicted"]), words(&["diskpressure"]), words(&["memorypressure"]).without(&["memorypressure   false", "memorypressure=false"])]
    means "A pod was ended, because its machine ran out of memory or disk."
    likely "Logs or images fill the disk, or pods use more memory than they ask for."
    like "The node was low on resource: ephemeral-storage. Container app was using 2Gi, which exceeds its request of 0.";

    "kubernetes-exit" Symptom ApplicationLog
    when [words(&["exit code:    1"]), words(&["exit code:    255"]), words(&["exit code:    2"]), words(&["last state: ", "terminated", "reason: error"])]
    means "A container ended with an error, and the platform starts it again."
    likely "Its own log names the reason: kubectl logs --previous."
    like "      Exit Code:    1";

    "kubernetes-killed" Reason Resources
    when [words(&["exit code:    137"])]
    means "A container was killed by force (exit code 137)."
    likely "Memory over its limit, or a failed liveness probe. The line “Reason” beside it says which."
    like "      Exit Code:    137";
}
