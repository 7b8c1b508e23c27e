//! Steps that look first: the answer from outside, the logs, and what changed last.

use super::{EVERYWHERE, SHELL, SHELL_NGINX, Step, StepWords, Where};
use crate::command::{Commands, change, done, look, prints, seen};
use crate::stack::Server;

pub(super) const ASK_SITE: StepWords = StepWords {
    title: "Ask your site from another computer",
    why: "You see the same answer as your visitors, without the memory of a browser. The header “server” tells who wrote it.",
    commands: Commands::everywhere(&[
        look("curl -sSI https://{host}/"),
        look("curl -sS -o /dev/null -w '%{http_code} %{time_total}s\\n' https://{host}/"),
    ]),
    findings: &[
        prints(
            "HTTP/2 502",
            "The web server runs, and the application behind it gave no valid answer. Its error log names the reason.",
            Step::NginxLog,
        ),
        prints(
            "HTTP/2 504",
            "The web server waited for the application until its time was up.",
            Step::SlowRequests,
        ),
        prints(
            "HTTP/2 503",
            "Something says on purpose that it is not available: maintenance, a limit, or no free server.",
            Step::Resources,
        ),
        prints(
            "HTTP/2 500",
            "The application itself failed. Its own log names the line.",
            Step::ApplicationError,
        ),
        prints(
            "error code: 52",
            "A delivery network answered for you. It could not reach your own server.",
            Step::Origin,
        ),
        prints(
            "curl: (6) Could not resolve host",
            "The name has no address. Look at the domain’s records.",
            Step::DnsRecords,
        ),
        prints(
            "curl: (7) Failed to connect",
            "Nothing listens at that address, or a firewall refuses.",
            Step::FrontStatus,
        ),
        prints(
            "curl: (28)",
            "Nobody answered in time. A firewall drops the packets, or the machine is down.",
            Step::Firewall,
        ),
        prints(
            "curl: (52) Empty reply from server",
            "The server took the connection and closed it without an answer.",
            Step::ApplicationLog,
        ),
        prints(
            "curl: (60) SSL certificate problem",
            "The certificate is not valid.",
            Step::CertificateLook,
        ),
        done(
            "The first line says 200.",
            "It works from where you asked. The trouble is over, or it meets only some visitors.",
        ),
    ],
    fragments: &[],
    place: EVERYWHERE,
};

pub(super) const NGINX_LOG: StepWords = StepWords {
    title: "Read the error log of nginx",
    why: "For every 502 and 504, nginx writes one line that names the reason. Paste the line here to have it explained.",
    commands: Commands {
        debian: &[
            look("sudo tail -n 50 /var/log/nginx/error.log"),
            look("sudo grep '{host}' /var/log/nginx/error.log | tail -n 20"),
        ],
        rhel: &[
            look("sudo tail -n 50 /var/log/nginx/error.log"),
            look("sudo grep '{host}' /var/log/nginx/error.log | tail -n 20"),
        ],
        macos: &[look(
            "tail -n 50 \"$(brew --prefix)/var/log/nginx/error.log\"",
        )],
        docker: &[look("docker logs --tail 50 {front}")],
        kubernetes: &[look(
            "kubectl --namespace ingress-nginx logs deployment/ingress-nginx-controller --tail=50",
        )],
    },
    findings: &[
        prints(
            "connect() failed (111: Connection refused)",
            "Nothing listens where nginx asks. PHP-FPM or the application is stopped, or listens on another port.",
            Step::FpmStatus,
        ),
        prints(
            "connect() to unix:/run/php/php-fpm.sock failed (2: No such file or directory)",
            "The socket does not exist. PHP-FPM is stopped, or its socket has another path.",
            Step::UpstreamAddress,
        ),
        prints(
            "failed (13: Permission denied)",
            "The socket is there, but nginx may not open it.",
            Step::SocketRights,
        ),
        prints(
            "upstream timed out (110: Connection timed out) while connecting",
            "Packets to the application get lost. A firewall or a wrong address is likely.",
            Step::Firewall,
        ),
        prints(
            "upstream timed out (110: Connection timed out) while reading response header",
            "The application took the request and did not answer in time.",
            Step::SlowRequests,
        ),
        prints(
            "no live upstreams while connecting to upstream",
            "All application servers failed a moment ago. The lines before this one tell why.",
            Step::EachBackend,
        ),
        prints(
            "upstream sent too big header",
            "The response headers are larger than the buffer that waits for them.",
            Step::Buffers,
        ),
        prints(
            "upstream prematurely closed connection",
            "The application hung up in the middle: it crashed or was ended.",
            Step::ApplicationLog,
        ),
        prints(
            "host not found in upstream",
            "The application’s name has no address.",
            Step::UpstreamName,
        ),
        done(
            "The log has no line of that time.",
            "Another server answered your visitors. Check that the domain points to this machine.",
        ),
    ],
    fragments: &[],
    place: SHELL_NGINX,
};

pub(super) const APACHE_LOG: StepWords = StepWords {
    title: "Read the error log of Apache",
    why: "Apache writes a line with a number such as AH01114 for each failed request. Paste the line here to have it explained.",
    commands: Commands {
        debian: &[look("sudo tail -n 50 /var/log/apache2/error.log")],
        rhel: &[look("sudo tail -n 50 /var/log/httpd/error_log")],
        macos: &[look(
            "tail -n 50 \"$(brew --prefix)/var/log/httpd/error_log\"",
        )],
        docker: &[look("docker logs --tail 50 {front}")],
        kubernetes: &[look("kubectl logs deployment/{deployment} --tail=50")],
    },
    findings: &[
        prints(
            "AH01114: HTTP: failed to make connection to backend",
            "Nothing listens where Apache asks.",
            Step::AppStatus,
        ),
        prints(
            "AH01102: error reading status line from remote server",
            "The application hung up before it answered.",
            Step::ApplicationLog,
        ),
        prints(
            "AH01067: Failed to read FastCGI header",
            "PHP-FPM stopped in the middle of a request.",
            Step::ApplicationLog,
        ),
        prints(
            "AH00484: server reached MaxRequestWorkers setting",
            "All of Apache’s workers are busy.",
            Step::Limits,
        ),
        prints(
            "AH01630: client denied by server configuration",
            "A rule in Apache’s configuration or .htaccess forbids the page.",
            Step::AccessRules,
        ),
    ],
    fragments: &[],
    place: Where {
        hosting: SHELL.hosting,
        servers: &[Server::Apache],
    },
};

pub(super) const HAPROXY_LOG: StepWords = StepWords {
    title: "Read what HAProxy says of each server",
    why: "HAProxy marks every request with letters that tell who ended it. It also knows which servers it holds for dead.",
    commands: Commands {
        debian: &[
            look("sudo tail -n 50 /var/log/haproxy.log"),
            look("echo 'show servers state' | sudo socat stdio /run/haproxy/admin.sock"),
        ],
        rhel: &[
            look("sudo journalctl --unit haproxy --lines 50 --no-pager"),
            look("echo 'show servers state' | sudo socat stdio /var/lib/haproxy/stats"),
        ],
        macos: &[],
        docker: &[look("docker logs --tail 50 {front}")],
        kubernetes: &[look("kubectl logs deployment/{deployment} --tail=50")],
    },
    findings: &[
        prints(
            "has no server available!",
            "Every server behind this name failed its health check.",
            Step::EachBackend,
        ),
        prints(
            " SC-- ",
            "The server refused the connection, or there was none to ask.",
            Step::AppStatus,
        ),
        prints(
            " sH-- ",
            "The server took the request and was too slow with its answer.",
            Step::SlowRequests,
        ),
        prints(
            " PR-- ",
            "HAProxy itself refused the request, by a rule or because it was malformed.",
            Step::SecurityRules,
        ),
    ],
    fragments: &[],
    place: Where {
        hosting: SHELL.hosting,
        servers: &[Server::HaProxy],
    },
};

pub(super) const APPLICATION_LOG: StepWords = StepWords {
    title: "Read the logs of PHP-FPM and the application",
    why: "The web server only sees that the application gave no answer. Why it did not stands in the application’s own log.",
    commands: Commands {
        debian: &[
            look("sudo journalctl --unit {fpm} --lines 50 --no-pager"),
            look("sudo tail -n 50 /var/log/{fpm}.log"),
            look("sudo journalctl --unit {service} --lines 50 --no-pager"),
        ],
        rhel: &[
            look("sudo journalctl --unit php-fpm --lines 50 --no-pager"),
            look("sudo tail -n 50 /var/log/php-fpm/error.log /var/log/php-fpm/www-error.log"),
            look("sudo journalctl --unit {service} --lines 50 --no-pager"),
        ],
        macos: &[look("tail -n 50 \"$(brew --prefix)/var/log/php-fpm.log\"")],
        docker: &[look("docker logs --tail 50 {container}")],
        kubernetes: &[
            look("kubectl logs deployment/{deployment} --tail=50"),
            look("kubectl logs deployment/{deployment} --tail=50 --previous"),
        ],
    },
    findings: &[
        prints(
            "server reached pm.max_children setting",
            "All PHP workers are busy, and new requests wait in a queue.",
            Step::FpmPool,
        ),
        prints(
            "execution timed out",
            "A script ran longer than the pool allows and was ended.",
            Step::SlowRequests,
        ),
        prints(
            "exited on signal 11 (SIGSEGV)",
            "PHP itself crashed. An extension or a mismatched update is likely.",
            Step::Updates,
        ),
        prints(
            "exited on signal 9 (SIGKILL)",
            "The system ended it, most often because memory ran out.",
            Step::Resources,
        ),
        prints(
            "Allowed memory size of",
            "One script wants more memory than PHP grants it.",
            Step::PhpLimits,
        ),
        prints(
            "Too many connections",
            "The database takes no more connections.",
            Step::Database,
        ),
        prints(
            "Access denied for user",
            "The database rejects the password. That is common after a move.",
            Step::Database,
        ),
    ],
    fragments: &[],
    place: SHELL,
};

pub(super) const ROLL_BACK: StepWords = StepWords {
    title: "Undo the last change",
    why: "Most failures follow a change by minutes: a release, an update, a new rule. Going back is faster than finding the mistake.",
    commands: Commands {
        debian: &[
            look("grep ' upgrade ' /var/log/dpkg.log | tail -n 20"),
            look("sudo find /etc/nginx /etc/apache2 /etc/php -newermt '2 days ago' -type f"),
            look("git log --oneline -5"),
            change("git revert --no-edit HEAD"),
        ],
        rhel: &[
            look("sudo dnf history list"),
            change("sudo dnf history undo last"),
            look(
                "sudo find /etc/nginx /etc/httpd /etc/php.d /etc/php-fpm.d -newermt '2 days ago' -type f",
            ),
            look("git log --oneline -5"),
        ],
        macos: &[
            look("git log --oneline -5"),
            change("git revert --no-edit HEAD"),
        ],
        docker: &[
            look("docker images"),
            look("docker inspect {container}"),
            change("docker compose up --detach --force-recreate"),
        ],
        kubernetes: &[
            look("kubectl rollout history deployment/{deployment}"),
            change("kubectl rollout undo deployment/{deployment}"),
        ],
    },
    findings: &[
        seen(
            "The site answers again after going back.",
            "The change was the reason. Try it again on a copy of the site first.",
            Step::AskSite,
        ),
        seen(
            "Nothing changed in the last days.",
            "Then something filled up, ran out or grew: disk, memory, certificate or visitors.",
            Step::Resources,
        ),
    ],
    fragments: &[],
    place: EVERYWHERE,
};
