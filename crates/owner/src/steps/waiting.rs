//! Steps about how the web server takes an answer: room for its headers, and time to wait for it.

use super::{SHELL, SHELL_NGINX, Step, StepWords};
use crate::command::{Commands, change, look, prints, seen};
use crate::fragments::Fragment;

pub(super) const BUFFERS: StepWords = StepWords {
    title: "Give response headers more room",
    why: "nginx reads all headers of a response into one buffer of 4 or 8 kB. Many or large cookies do not fit, and it says 502.",
    commands: Commands {
        debian: &[
            look("sudo nginx -T 2>/dev/null | grep -nE '(proxy|fastcgi)_(buffer|busy)'"),
            look("curl -sS -o /dev/null -D - -H 'Host: {host}' http://{backend}/ | wc -c"),
            change("sudo nginx -t && sudo systemctl reload nginx"),
        ],
        rhel: &[
            look("sudo nginx -T 2>/dev/null | grep -nE '(proxy|fastcgi)_(buffer|busy)'"),
            look("curl -sS -o /dev/null -D - -H 'Host: {host}' http://{backend}/ | wc -c"),
            change("sudo nginx -t && sudo systemctl reload nginx"),
        ],
        macos: &[change("nginx -t && nginx -s reload")],
        docker: &[change(
            "docker exec {front} nginx -t && docker exec {front} nginx -s reload",
        )],
        kubernetes: &[change(
            "kubectl annotate ingress --all --overwrite nginx.ingress.kubernetes.io/proxy-buffer-size=16k",
        )],
    },
    findings: &[
        seen(
            "The headers are between 4 and 16 kB.",
            "Larger buffers solve it.",
            Step::FrontReload,
        ),
        seen(
            "The headers are larger than 16 kB.",
            "A plug-in sets ever more cookies or debugging headers. Find it.",
            Step::ApplicationLog,
        ),
        prints(
            "\"proxy_busy_buffers_size\" must be",
            "nginx wants the busy buffers at least as large as one buffer. They must be smaller than all buffers less one.",
            Step::FrontReload,
        ),
    ],
    fragments: &[Fragment::FastcgiBuffers, Fragment::ProxyBuffers],
    place: SHELL_NGINX,
};

pub(super) const TIMEOUTS: StepWords = StepWords {
    title: "Set sane waiting times",
    why: "Too short a wait cuts off good requests. Too long a wait lets slow requests fill all workers.",
    commands: Commands {
        debian: &[
            look("sudo nginx -T 2>/dev/null | grep -nE '_timeout'"),
            look("grep -rnE 'max_execution_time|request_terminate_timeout' /etc/php/"),
            change("sudo nginx -t && sudo systemctl reload nginx"),
        ],
        rhel: &[
            look("sudo nginx -T 2>/dev/null | grep -nE '_timeout'"),
            look(
                "grep -rnE 'max_execution_time|request_terminate_timeout' /etc/php.ini /etc/php-fpm.d/",
            ),
            change("sudo nginx -t && sudo systemctl reload nginx"),
        ],
        macos: &[change("nginx -t && nginx -s reload")],
        docker: &[change(
            "docker exec {front} nginx -t && docker exec {front} nginx -s reload",
        )],
        kubernetes: &[change(
            "kubectl annotate ingress --all --overwrite nginx.ingress.kubernetes.io/proxy-read-timeout=60",
        )],
    },
    findings: &[
        seen(
            "A waiting time is below the time the page needs.",
            "Raise it to 60 seconds at most, and make the page faster.",
            Step::SlowRequests,
        ),
        seen(
            "PHP may run longer than nginx waits.",
            "Set request_terminate_timeout below fastcgi_read_timeout. Then PHP ends first and says why.",
            Step::FpmPool,
        ),
        seen(
            "A request needs minutes: an export or an import.",
            "Give it a location of its own with a long wait, or let it run in the background.",
            Step::FrontReload,
        ),
    ],
    fragments: &[Fragment::FastcgiTimeouts, Fragment::ProxyTimeouts],
    place: SHELL,
};
