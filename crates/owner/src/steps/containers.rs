//! Steps about containers: how they are, and how requests reach them.

use super::{OWN_SERVER, Step, StepWords, Where};
use crate::command::{Commands, look, prints, seen};
use crate::hosting::Hosting;

/// Where containers are known to run.
const CONTAINERS_ONLY: Where = Where {
    hosting: &[Hosting::Containers],
    servers: OWN_SERVER.servers,
};

pub(super) const CONTAINERS: StepWords = StepWords {
    title: "See how the containers are",
    why: "The platform ends containers that use too much memory or fail their health check. During a restart nobody answers.",
    commands: Commands {
        debian: &[],
        rhel: &[],
        macos: &[],
        docker: &[
            look("docker ps --all"),
            look("docker stats --no-stream"),
            look("docker inspect --format '{{.State.OOMKilled}} {{.State.ExitCode}}' {container}"),
            look("docker network inspect bridge"),
        ],
        kubernetes: &[
            look("kubectl get pods --output wide"),
            look("kubectl describe pods"),
            look("kubectl get events --sort-by=.lastTimestamp"),
            look("kubectl top pods"),
        ],
    },
    findings: &[
        prints(
            "OOMKilled",
            "It used more memory than its limit. Raise the limit, or find what grows.",
            Step::Resources,
        ),
        prints(
            "Readiness probe failed",
            "The container runs but says that it is not ready. So it gets no requests.",
            Step::HealthChecks,
        ),
        prints(
            "ImagePullBackOff",
            "The image cannot be fetched: a wrong name, or no right to it.",
            Step::RollBack,
        ),
        prints("Pending", "No node has room for it.", Step::ScaleOut),
        prints(
            "unhealthy",
            "Docker’s health check fails. Ask the application yourself.",
            Step::AskBackend,
        ),
    ],
    fragments: &[],
    place: CONTAINERS_ONLY,
};

pub(super) const INGRESS: StepWords = StepWords {
    title: "Follow the request through ingress and service",
    why: "An ingress sends requests to a service, and the service to the pods that its labels match. One wrong name leaves nobody to ask.",
    commands: Commands {
        debian: &[],
        rhel: &[],
        macos: &[],
        docker: &[look("docker compose config")],
        kubernetes: &[
            look("kubectl describe ingress"),
            look("kubectl get endpointslices"),
            look("kubectl get service,pods --show-labels"),
            look("kubectl port-forward deployment/{deployment} 8080:8080"),
        ],
    },
    findings: &[
        prints(
            "<none>",
            "The service has no pods. Its labels match none, or no pod is ready.",
            Step::Containers,
        ),
        prints(
            "<error: services",
            "The ingress names a service that does not exist.",
            Step::RollBack,
        ),
        prints(
            "no resolver defined",
            "The front container looks up a name and was not told whom to ask.",
            Step::UpstreamName,
        ),
        seen(
            "The port of the service is not the one the pods listen on.",
            "Set targetPort to the application’s port.",
            Step::AskBackend,
        ),
    ],
    fragments: &[],
    place: CONTAINERS_ONLY,
};
