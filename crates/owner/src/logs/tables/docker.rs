//! Lines of Docker and of compose about containers.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::InUse;

patterns! { DOCKER of Docker:
    "docker-killed" Reason Resources
    when [
        words(&["exited with code 137"]),
        words(&["exited (137)"]),
        words(&["exit code: 137"]),
        words(&["exit code 137"]),
        words(&["exitcode\": 137"]),
        words(&["exitcode=137"]),
        words(&["exitcode:137"]),
        words(&["exitcode\":137"]),
        words(&["oomkilled\":true"]),
        words(&["oomkilled:true"]),
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
        words(&["exec /", ".sh: no such file or directory"]),
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
