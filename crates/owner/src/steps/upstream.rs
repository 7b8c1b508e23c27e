//! Steps about who is asked: address, socket, port and name of the application, and each of several servers.

use super::{SHELL, Step, StepWords};
use crate::command::{Commands, change, look, prints, seen};
use crate::fragments::Fragment;

pub(super) const UPSTREAM_ADDRESS: StepWords = StepWords {
    title: "Compare the address nginx asks with the one that listens",
    why: "After an update, PHP-FPM’s socket often has another version in its name. Then nginx asks where nobody listens.",
    commands: Commands {
        debian: &[
            look("sudo nginx -T 2>/dev/null | grep -nE 'upstream|server |proxy_pass|fastcgi_pass'"),
            look("grep -rn '^listen' /etc/php/*/fpm/pool.d/"),
            look("sudo ss -lxn"),
            look("sudo ss -ltnp"),
        ],
        rhel: &[
            look("sudo nginx -T 2>/dev/null | grep -nE 'upstream|server |proxy_pass|fastcgi_pass'"),
            look("grep -rn '^listen' /etc/php-fpm.d/"),
            look("sudo ss -lxn"),
            look("sudo ss -ltnp"),
        ],
        macos: &[
            look("nginx -T 2>/dev/null | grep -nE 'upstream|server |proxy_pass|fastcgi_pass'"),
            look("grep -rn '^listen' \"$(brew --prefix)/etc/php/\""),
            look("sudo lsof -nP -iTCP -sTCP:LISTEN"),
        ],
        docker: &[
            look("docker exec {front} nginx -T"),
            look("docker port {container}"),
            look("docker network ls"),
        ],
        kubernetes: &[
            look("kubectl describe ingress"),
            look("kubectl describe service"),
        ],
    },
    findings: &[
        seen(
            "The two paths or ports differ.",
            "Write the one that listens into nginx, test, and reload.",
            Step::FrontReload,
        ),
        seen(
            "They are the same, and nothing listens there.",
            "The application is stopped.",
            Step::FpmStatus,
        ),
        prints(
            "fastcgi_pass 127.0.0.1:80;",
            "FastCGI does not speak to a web port. PHP-FPM’s usual port is 9000.",
            Step::FrontReload,
        ),
        seen(
            "They are the same, and something listens.",
            "Ask it without the web server.",
            Step::AskBackend,
        ),
    ],
    fragments: &[Fragment::FpmSocket, Fragment::ProxyHeaders],
    place: SHELL,
};

pub(super) const ASK_BACKEND: StepWords = StepWords {
    title: "Ask the application without the web server",
    why: "If it answers there, the fault lies between the two. If it does not, the fault is the application’s.",
    commands: Commands {
        debian: &[
            look("curl -sSI -H 'Host: {host}' http://{backend}/"),
            look(
                "curl -sS -o /dev/null -w '%{http_code} %{time_starttransfer}s\\n' http://{backend}/",
            ),
        ],
        rhel: &[
            look("curl -sSI -H 'Host: {host}' http://{backend}/"),
            look(
                "curl -sS -o /dev/null -w '%{http_code} %{time_starttransfer}s\\n' http://{backend}/",
            ),
        ],
        macos: &[look("curl -sSI -H 'Host: {host}' http://{backend}/")],
        docker: &[
            look("docker exec {front} curl -sSI http://{backend}/"),
            look("docker exec {front} getent hosts {container}"),
        ],
        kubernetes: &[look(
            "kubectl run asking --rm --stdin --tty --restart=Never --image=curlimages/curl -- curl -sSI http://{deployment}/",
        )],
    },
    findings: &[
        prints(
            "HTTP/1.1 200 OK",
            "The application is well. Look at address, rights and firewall between the two.",
            Step::Firewall,
        ),
        prints(
            "Connection refused",
            "Nothing listens there.",
            Step::AppStatus,
        ),
        prints(
            "Connection timed out",
            "The packets get lost on the way.",
            Step::Firewall,
        ),
        prints(
            "HTTP/1.1 500",
            "The application fails by itself.",
            Step::ApplicationError,
        ),
        prints(
            "Received HTTP/0.9 when not allowed",
            "Something listens there that does not speak HTTP, such as PHP-FPM. It wants fastcgi_pass.",
            Step::UpstreamAddress,
        ),
    ],
    fragments: &[],
    place: SHELL,
};

pub(super) const UPSTREAM_NAME: StepWords = StepWords {
    title: "See whether the application’s name resolves on the server",
    why: "nginx looks names up when it starts. With a variable in proxy_pass it looks them up later, and only by its own resolver.",
    commands: Commands {
        debian: &[
            look("getent hosts {name}"),
            look("dig +short {name} @{resolver}"),
            look("grep nameserver /etc/resolv.conf"),
            change("sudo nginx -t && sudo systemctl reload nginx"),
        ],
        rhel: &[
            look("getent hosts {name}"),
            look("dig +short {name} @{resolver}"),
            look("grep nameserver /etc/resolv.conf"),
            change("sudo nginx -t && sudo systemctl reload nginx"),
        ],
        macos: &[look("dscacheutil -q host -a name {name}")],
        docker: &[
            look("docker exec {front} getent hosts {container}"),
            look("docker inspect --format '{{.NetworkSettings.Networks}}' {container}"),
        ],
        kubernetes: &[
            look("kubectl get service"),
            look("kubectl exec deployment/{deployment} -- cat /etc/resolv.conf"),
        ],
    },
    findings: &[
        seen(
            "Nothing is printed.",
            "The name has no address here. Correct its spelling, or give it an entry in your DNS.",
            Step::FrontReload,
        ),
        seen(
            "An address is printed, and nginx still fails.",
            "nginx has no resolver of its own, or keeps an old address. Set resolver, or reload.",
            Step::FrontReload,
        ),
        seen(
            "The two containers share no network.",
            "Docker gives names only within one network. Connect both to it.",
            Step::Containers,
        ),
        prints(
            "127.0.0.11",
            "This is Docker’s own resolver. Use it as the resolver of nginx.",
            Step::FrontReload,
        ),
    ],
    fragments: &[Fragment::Resolver],
    place: SHELL,
};

pub(super) const EACH_BACKEND: StepWords = StepWords {
    title: "Ask each application server by itself",
    why: "When some requests fail and others do not, one server of several is often broken. The balancer sends every second or third visitor there.",
    commands: Commands {
        debian: &[
            look("curl -sSI -H 'Host: {host}' http://{backend}/"),
            look("curl -sSI -H 'Host: {host}' http://{second}/"),
            look(
                "for i in 1 2 3 4 5 6 7 8 9 10; do curl -sS -o /dev/null -w '%{http_code} %{remote_ip}\\n' https://{host}/; done",
            ),
        ],
        rhel: &[
            look("curl -sSI -H 'Host: {host}' http://{backend}/"),
            look("curl -sSI -H 'Host: {host}' http://{second}/"),
            look(
                "for i in 1 2 3 4 5 6 7 8 9 10; do curl -sS -o /dev/null -w '%{http_code} %{remote_ip}\\n' https://{host}/; done",
            ),
        ],
        macos: &[look(
            "for i in 1 2 3 4 5 6 7 8 9 10; do curl -sS -o /dev/null -w '%{http_code} %{remote_ip}\\n' https://{host}/; done",
        )],
        docker: &[look("docker compose ps")],
        kubernetes: &[
            look("kubectl get pods --output wide"),
            look("kubectl get endpointslices"),
        ],
    },
    findings: &[
        seen(
            "One server fails and the others answer.",
            "Take it out of the upstream block, reload, then mend it in peace.",
            Step::FrontReload,
        ),
        seen(
            "All fail at busy times only.",
            "There are too few of them.",
            Step::ScaleOut,
        ),
        seen(
            "Failures are rare, and hit any server.",
            "Idle connections that the application closes too early do this. So do restarts.",
            Step::HealthChecks,
        ),
        seen(
            "One of several addresses of the name fails.",
            "Remove it from the domain’s records until it works.",
            Step::DnsRecords,
        ),
    ],
    fragments: &[Fragment::TwoServers, Fragment::Keepalive],
    place: SHELL,
};
