//! Steps about what runs on a server: web server, PHP-FPM, application, database.

use super::{SHELL, Step, StepWords};
use crate::command::{Commands, change, done, look, prints, seen};

pub(super) const FRONT_STATUS: StepWords = StepWords {
    title: "See whether the web server runs",
    why: "If nginx or Apache is stopped, nobody answers on your address. A mistake in the configuration keeps it from starting.",
    commands: Commands {
        debian: &[
            look("systemctl status nginx apache2 --no-pager"),
            look("sudo nginx -t"),
            look("sudo apachectl configtest"),
            look("sudo ss -ltnp '( sport = :80 or sport = :443 )'"),
        ],
        rhel: &[
            look("systemctl status nginx httpd --no-pager"),
            look("sudo nginx -t"),
            look("sudo apachectl configtest"),
            look("sudo ss -ltnp '( sport = :80 or sport = :443 )'"),
        ],
        macos: &[
            look("brew services list"),
            look("nginx -t"),
            look("sudo lsof -nP -iTCP:80 -iTCP:443 -sTCP:LISTEN"),
        ],
        docker: &[
            look("docker ps --all"),
            look("docker exec {front} nginx -t"),
            look("docker port {front}"),
        ],
        kubernetes: &[
            look("kubectl --namespace ingress-nginx get pods,services"),
            look("kubectl --namespace ingress-nginx describe pods"),
        ],
    },
    findings: &[
        prints(
            "Active: active (running)",
            "The web server runs. The fault is behind it, or in front of it.",
            Step::UpstreamAddress,
        ),
        prints(
            "Active: inactive (dead)",
            "It was stopped, and nothing started it again.",
            Step::FrontReload,
        ),
        prints(
            "Active: failed",
            "It could not start. The test of the configuration names the file and the line.",
            Step::FrontReload,
        ),
        prints(
            "Address already in use",
            "Another program has the port, often a second web server. Stop one of them.",
            Step::FrontReload,
        ),
    ],
    fragments: &[],
    place: SHELL,
};

pub(super) const FRONT_RELOAD: StepWords = StepWords {
    title: "Test the configuration, then load or restart the web server",
    why: "A reload takes the new configuration without dropping visitors. Test first: a server with a mistake does not start again.",
    commands: Commands {
        debian: &[
            change("sudo nginx -t && sudo systemctl reload-or-restart nginx"),
            change("sudo apachectl configtest && sudo systemctl reload-or-restart apache2"),
        ],
        rhel: &[
            change("sudo nginx -t && sudo systemctl reload-or-restart nginx"),
            change("sudo apachectl configtest && sudo systemctl reload-or-restart httpd"),
        ],
        macos: &[change("nginx -t && brew services restart nginx")],
        docker: &[
            change("docker exec {front} nginx -t && docker exec {front} nginx -s reload"),
            change("docker restart {front}"),
        ],
        kubernetes: &[change(
            "kubectl --namespace ingress-nginx rollout restart deployment/ingress-nginx-controller",
        )],
    },
    findings: &[
        prints(
            "test is successful",
            "The configuration is well-formed, and the server takes it.",
            Step::AskSite,
        ),
        prints(
            "[emerg]",
            "nginx names the file and the line of the mistake. Mend it, or undo the change.",
            Step::RollBack,
        ),
    ],
    fragments: &[],
    place: SHELL,
};

pub(super) const FPM_STATUS: StepWords = StepWords {
    title: "See whether PHP-FPM runs",
    why: "PHP-FPM runs the pages of WordPress and most shops. When it is stopped, nginx can only say 502.",
    commands: Commands {
        debian: &[
            look("systemctl list-units --all '*php*fpm*' --no-pager"),
            look("systemctl status {fpm} --no-pager"),
            look("ps aux | grep '[p]hp-fpm'"),
        ],
        rhel: &[
            look("systemctl status php-fpm --no-pager"),
            look("ps aux | grep '[p]hp-fpm'"),
        ],
        macos: &[
            look("brew services list"),
            look("ps aux | grep '[p]hp-fpm'"),
        ],
        docker: &[look("docker ps --all"), look("docker top {container}")],
        kubernetes: &[
            look("kubectl get pods"),
            look("kubectl exec deployment/{deployment} -- ps aux"),
        ],
    },
    findings: &[
        prints(
            "Active: inactive (dead)",
            "PHP-FPM is stopped. Start it.",
            Step::FpmRestart,
        ),
        prints(
            "Active: failed",
            "PHP-FPM ended with an error. Start it, and read its log if it falls again.",
            Step::FpmRestart,
        ),
        seen(
            "The list of processes is empty.",
            "No PHP-FPM process exists.",
            Step::FpmRestart,
        ),
        prints(
            "php-fpm: pool www",
            "PHP-FPM runs. See whether nginx asks at the right socket.",
            Step::UpstreamAddress,
        ),
    ],
    fragments: &[],
    place: SHELL,
};

pub(super) const FPM_RESTART: StepWords = StepWords {
    title: "Restart PHP-FPM",
    why: "It takes a second and mends a stopped or stuck PHP-FPM. Let it start by itself from now on.",
    commands: Commands {
        debian: &[
            change("sudo systemctl restart {fpm}"),
            change("sudo systemctl enable {fpm}"),
        ],
        rhel: &[
            change("sudo systemctl restart php-fpm"),
            change("sudo systemctl enable php-fpm"),
        ],
        macos: &[change("brew services restart php")],
        docker: &[change("docker restart {container}")],
        kubernetes: &[change("kubectl rollout restart deployment/{deployment}")],
    },
    findings: &[
        done(
            "The site answers again.",
            "Read PHP-FPM’s log all the same: something stopped it, and may do so again.",
        ),
        prints(
            "Job for php8.2-fpm.service failed",
            "Its configuration has a mistake, or its log cannot be written.",
            Step::ApplicationLog,
        ),
        seen(
            "It works for some minutes and fails again.",
            "The workers fill up with slow requests, or memory runs out.",
            Step::FpmPool,
        ),
    ],
    fragments: &[],
    place: SHELL,
};

pub(super) const APP_STATUS: StepWords = StepWords {
    title: "See whether the application runs",
    why: "A program of Node.js, Python, Ruby, Java or Go listens on a port of its own. When it falls, the web server has nobody to ask.",
    commands: Commands {
        debian: &[
            look("systemctl status {service} --no-pager"),
            look("sudo ss -ltnp"),
            look("pm2 list"),
        ],
        rhel: &[
            look("systemctl status {service} --no-pager"),
            look("sudo ss -ltnp"),
            look("pm2 list"),
        ],
        macos: &[look("sudo lsof -nP -iTCP -sTCP:LISTEN")],
        docker: &[
            look("docker ps --all"),
            look("docker inspect --format '{{.State.Status}} {{.State.OOMKilled}}' {container}"),
        ],
        kubernetes: &[
            look("kubectl get pods"),
            look("kubectl describe deployment {deployment}"),
        ],
    },
    findings: &[
        prints(
            "Active: failed",
            "The application ended with an error.",
            Step::AppRestart,
        ),
        prints(
            "start request repeated too quickly",
            "It falls at each start, so the system gave up. Its log names the reason.",
            Step::ApplicationLog,
        ),
        prints(
            "CrashLoopBackOff",
            "The container falls at each start.",
            Step::ApplicationLog,
        ),
        seen(
            "It runs, on another port than the web server asks.",
            "Write the right port into the web server’s configuration.",
            Step::UpstreamAddress,
        ),
        prints(
            "127.0.0.1:3000",
            "It listens on this machine only. From another container or machine, it must listen on 0.0.0.0.",
            Step::AskBackend,
        ),
    ],
    fragments: &[],
    place: SHELL,
};

pub(super) const APP_RESTART: StepWords = StepWords {
    title: "Restart the application",
    why: "A restart mends what hangs, but hides why. Save the end of the log first.",
    commands: Commands {
        debian: &[
            change("sudo systemctl restart {service}"),
            change("sudo systemctl enable {service}"),
        ],
        rhel: &[
            change("sudo systemctl restart {service}"),
            change("sudo systemctl enable {service}"),
        ],
        macos: &[change("brew services restart {service}")],
        docker: &[
            change("docker restart {container}"),
            change("docker update --restart unless-stopped {container}"),
        ],
        kubernetes: &[
            change("kubectl rollout restart deployment/{deployment}"),
            look("kubectl rollout status deployment/{deployment}"),
        ],
    },
    findings: &[
        seen(
            "The site answers again.",
            "Find out why it fell before it falls again.",
            Step::ApplicationLog,
        ),
        seen(
            "It starts and ends at once.",
            "A setting is missing, or it cannot reach its database.",
            Step::ApplicationLog,
        ),
    ],
    fragments: &[],
    place: SHELL,
};

pub(super) const DATABASE: StepWords = StepWords {
    title: "Look after the database and Redis",
    why: "An application waits for its database, and the web server waits for the application. After a move, the password is often the old one.",
    commands: Commands {
        debian: &[
            look("systemctl status mysql postgresql redis-server --no-pager"),
            look("sudo mysql -e 'SHOW FULL PROCESSLIST'"),
            look("sudo mysql -e \"SHOW VARIABLES LIKE 'max_connections'\""),
            look("redis-cli ping"),
            change("sudo systemctl restart mysql"),
        ],
        rhel: &[
            look("systemctl status mysqld mariadb postgresql redis --no-pager"),
            look("sudo mysql -e 'SHOW FULL PROCESSLIST'"),
            look("sudo mysql -e \"SHOW VARIABLES LIKE 'max_connections'\""),
            look("redis-cli ping"),
            change("sudo systemctl restart mariadb"),
        ],
        macos: &[look("brew services list"), look("redis-cli ping")],
        docker: &[
            look("docker compose ps"),
            look("docker compose logs --tail 50"),
        ],
        kubernetes: &[
            look("kubectl get statefulsets,pods"),
            look("kubectl get secrets"),
        ],
    },
    findings: &[
        prints(
            "Active: failed",
            "The database is down. A full disk and lack of memory are the usual reasons.",
            Step::Resources,
        ),
        prints(
            "ERROR 1040 (HY000): Too many connections",
            "Every connection is in use. Slow queries hold them, or too many PHP workers ask at once.",
            Step::SlowRequests,
        ),
        prints(
            "ERROR 1045 (28000): Access denied",
            "User or password in the application’s settings are wrong. In WordPress they stand in wp-config.php.",
            Step::AppRestart,
        ),
        prints(
            "PONG",
            "Redis answers. The cause is elsewhere.",
            Step::ApplicationLog,
        ),
    ],
    fragments: &[],
    place: SHELL,
};
