//! Lines and tables of Kubernetes about pods.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};

patterns! { KUBERNETES of Kubernetes:
    "kubernetes-memory" Reason Resources
    when [words(&["oomkilled"]).without(&["oomkilled\": ", "oomkilled\":", "oomkilled:", "oomkilled=", "oomkilled: "])]
    means "A container used more memory than its limit and was killed (OOMKilled)."
    likely "The limit is too low, or the program leaks memory."
    like "    Reason:       OOMKilled";

    "kubernetes-restarts" Symptom ApplicationLog
    when [words(&["back-off restarting failed container"]), words(&["crashloopbackoff"])]
    means "A container falls at each start, and the platform waits ever longer."
    likely "A missing setting or file, or a service it cannot reach. “kubectl logs --previous” shows its last words."
    like "Warning  BackOff  2m (x25 over 7m)  kubelet  Back-off restarting failed container app in pod app-7d4b9c-x2x4v";

    "kubernetes-probe" Symptom HealthChecks
    when [words(&["ness probe failed"]), words(&["startup probe failed"]), words(&["probe for \"", "\" failed (failure)"]), words(&["probe failed\" probetype="]), words(&["failed liveness probe, will be restarted"])]
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
