//! Steps for afterwards: search engines, planned work, and how it does not happen again.

use super::{EVERYWHERE, SHELL, Step, StepWords};
use crate::command::{Commands, change, done, look, prints, seen};
use crate::fragments::Fragment;

pub(super) const PLANNED_WORK: StepWords = StepWords {
    title: "Announce planned work with 503 and Retry-After",
    why: "503 tells search engines that the pages still exist. Retry-After asks them to come back later, and most do.",
    commands: Commands {
        debian: &[
            change("sudo touch /etc/nginx/maintenance.on"),
            look("curl -sSI https://{host}/ | grep -iE '^(HTTP|retry-after)'"),
            change("sudo rm /etc/nginx/maintenance.on"),
        ],
        rhel: &[
            change("sudo touch /etc/nginx/maintenance.on"),
            look("curl -sSI https://{host}/ | grep -iE '^(HTTP|retry-after)'"),
            change("sudo rm /etc/nginx/maintenance.on"),
        ],
        macos: &[look(
            "curl -sSI https://{host}/ | grep -iE '^(HTTP|retry-after)'",
        )],
        docker: &[
            change("docker exec {front} touch /etc/nginx/maintenance.on"),
            look("curl -sSI https://{host}/ | grep -iE '^(HTTP|retry-after)'"),
            change("docker exec {front} rm /etc/nginx/maintenance.on"),
        ],
        kubernetes: &[look(
            "curl -sSI https://{host}/ | grep -iE '^(HTTP|retry-after)'",
        )],
    },
    findings: &[
        prints(
            "retry-after: 3600",
            "Crawlers are asked to come back after an hour. Visitors should read the same on the page.",
            Step::SearchEngines,
        ),
        prints(
            "HTTP/2 200",
            "The maintenance page says 200. Search engines would take it for your page, so make it 503.",
            Step::FrontReload,
        ),
        seen(
            "Nobody is working on the site, and it still says 503.",
            "A maintenance mode was left on. In WordPress, delete the file .maintenance.",
            Step::AskSite,
        ),
    ],
    fragments: &[Fragment::Maintenance],
    place: EVERYWHERE,
};

pub(super) const SEARCH_ENGINES: StepWords = StepWords {
    title: "Keep your place in search engines",
    why: "Crawlers take 5xx for a passing fault and come less often. Pages that fail for days drop out of the results.",
    commands: Commands::everywhere(&[
        look(
            "curl -sS -o /dev/null -w '%{http_code}\\n' -A 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' https://{host}/",
        ),
        look("curl -sS -o /dev/null -w '%{http_code}\\n' https://{host}/robots.txt"),
    ]),
    findings: &[
        seen(
            "The failure lasted minutes or a few hours.",
            "Nothing is lost. Crawlers come back by themselves.",
            Step::Monitoring,
        ),
        seen(
            "It lasted more than a day.",
            "Look at the crawl statistics in the Search Console, and ask for the main pages again.",
            Step::Monitoring,
        ),
        prints(
            "503",
            "If robots.txt fails too, crawlers stop to visit the whole site. Serve it from a plain file.",
            Step::FrontReload,
        ),
        prints(
            "403",
            "A rule turns crawlers away. Allow them by their verified addresses.",
            Step::SecurityRules,
        ),
        done(
            "Visitors leave, and buy elsewhere, while it fails.",
            "Note how long it lasted and what it cost. That number pays for a second server.",
        ),
    ],
    fragments: &[],
    place: EVERYWHERE,
};

pub(super) const MONITORING: StepWords = StepWords {
    title: "Know of the next failure before your visitors do",
    why: "A check from outside, once a minute, tells you at once. Numbers from inside show what grew in the hours before.",
    commands: Commands::everywhere(&[look(
        "curl -sS --max-time 10 -o /dev/null -w '%{http_code} %{time_total}s\\n' https://{host}/",
    )]),
    findings: &[
        done(
            "You have a server and an evening.",
            "Prometheus collects numbers, Grafana draws them, and its alerts write to you.",
        ),
        done(
            "You want it as a service.",
            "Datadog or Hosted Graphite collect and draw the numbers for you. Uptime services ask from outside.",
        ),
        done(
            "You want to know what to watch.",
            "The share of 5xx, response time, busy PHP workers, memory, disk, days left of certificate and domain.",
        ),
    ],
    fragments: &[Fragment::Health],
    place: EVERYWHERE,
};

pub(super) const HEALTH_CHECKS: StepWords = StepWords {
    title: "Let the balancer notice a dead server",
    why: "With health checks, requests go only to servers that answer. A check that is too strict takes good ones out.",
    commands: Commands {
        debian: &[look("curl -sSI http://{backend}/health")],
        rhel: &[look("curl -sSI http://{backend}/health")],
        macos: &[look("curl -sSI http://{backend}/health")],
        docker: &[look(
            "docker inspect --format '{{json .State.Health}}' {container}",
        )],
        kubernetes: &[look("kubectl describe deployment {deployment}")],
    },
    findings: &[
        prints(
            "HTTP/1.1 404",
            "The check asks for a page that does not exist. Give the application one that touches its database.",
            Step::AppStatus,
        ),
        seen(
            "The check fails during the start.",
            "Give it more time before the first check.",
            Step::Containers,
        ),
        prints("HTTP/1.1 200 OK", "The check is well.", Step::EachBackend),
    ],
    fragments: &[Fragment::TwoServers, Fragment::Health],
    place: SHELL,
};

pub(super) const SCALE_OUT: StepWords = StepWords {
    title: "Add capacity, and a second server",
    why: "One server is one fault away from 502. Two behind a balancer survive a restart, a crash and a busy evening.",
    commands: Commands {
        debian: &[],
        rhel: &[],
        macos: &[],
        docker: &[change("docker compose up --detach --scale app=3")],
        kubernetes: &[
            change("kubectl scale deployment/{deployment} --replicas=3"),
            change("kubectl autoscale deployment/{deployment} --min=2 --max=10 --cpu-percent=70"),
        ],
    },
    findings: &[
        done(
            "A shop fails at every sale.",
            "Add servers before the hour, cache all pages but the basket, and queue visitors if need be.",
        ),
        done(
            "A stream fails when everybody watches.",
            "Let a delivery network carry the files. Let servers grow by the number of viewers.",
        ),
        done(
            "A young site outgrows its small server.",
            "Move the database away first, then double the memory, then add a second server.",
        ),
        done(
            "The name itself was the weak point.",
            "Use a DNS provider with servers in many places, and renew the domain by itself.",
        ),
    ],
    fragments: &[Fragment::TwoServers],
    place: EVERYWHERE,
};

pub(super) const UPDATES: StepWords = StepWords {
    title: "Update what is old, after a backup",
    why: "Old versions crash, leak memory and let malware in. Update on a copy first, then at a quiet hour.",
    commands: Commands {
        debian: &[
            look("apt list --upgradable"),
            change("sudo apt update && sudo apt upgrade"),
            look("sudo needrestart -r l"),
        ],
        rhel: &[
            look("sudo dnf check-update"),
            change("sudo dnf upgrade"),
            look("sudo needs-restarting -s"),
        ],
        macos: &[look("brew outdated"), change("brew upgrade")],
        docker: &[
            change("docker compose pull"),
            change("docker compose up --detach"),
        ],
        kubernetes: &[
            look("kubectl get deployment {deployment} --output wide"),
            change("kubectl rollout restart deployment/{deployment}"),
        ],
    },
    findings: &[
        seen(
            "PHP or the web server was updated.",
            "Restart what still runs the old version.",
            Step::FpmRestart,
        ),
        seen(
            "It fails since an update.",
            "Go back, and read what changed.",
            Step::RollBack,
        ),
        seen(
            "Everything is current.",
            "Age is not the reason.",
            Step::Resources,
        ),
    ],
    fragments: &[],
    place: SHELL,
};
