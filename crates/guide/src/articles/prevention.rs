//! How an owner has fewer errors, and hears of the rest before the visitors do.

use super::{Article, Block};

pub(super) const ARTICLE: Article = Article {
    id: "prevention",
    title: "How to have fewer of them",
    blocks: &[Block::Terms(&[
        (
            "Watch from inside",
            "Prometheus, Grafana, Datadog or Graphite collect figures of processors, memory, PHP workers and answer times. Set an alarm before a limit is reached, not at it.",
        ),
        (
            "Watch from outside",
            "Ask your own pages every minute from several places. Only outside can one see broken names, certificates and routes.",
        ),
        (
            "Health checks",
            "Give the application an address such as `/healthz` that answers 200 only when its database answers too. Load balancers then leave out a sick server by themselves.",
        ),
        (
            "Room to grow",
            "Autoscaling adds servers when load rises. Test it: a new server must be ready before the old ones fall.",
        ),
        (
            "No single point of failure",
            "Run two application servers at least, in different places, so that one can be restarted without anybody noticing.",
        ),
        (
            "Reliable name service",
            "Use a DNS provider with servers in many places, and keep the domain on automatic renewal. Lower the lifetime of records a day before a move.",
        ),
        (
            "A fast application",
            "Cache pages, index slow database queries, and move long work into a queue. A page that takes 200 ms never meets a timeout.",
        ),
        (
            "Timeouts that fit together",
            "Each layer waits a little longer than the one behind it: application 30 s, nginx 35 s, CDN 40 s. Then the innermost reports what was slow.",
        ),
        (
            "Careful changes",
            "Test a configuration before it is loaded (`nginx -t`), change one thing at a time, and keep the way back ready.",
        ),
        (
            "Updates",
            "Install security updates of system, web server, PHP and CMS soon, and restart what they replace.",
        ),
        (
            "Restart by itself",
            "Let systemd or the container platform restart a crashed application: `Restart=on-failure`.",
        ),
    ])],
};
