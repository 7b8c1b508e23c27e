//! Steps about the link between web server and application: address, rights, name, buffers, waiting times.

use super::{OWN_SERVER, SHELL, SHELL_NGINX, Step, StepWords};
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

pub(super) const SOCKET_RIGHTS: StepWords = StepWords {
    title: "Let the web server open the socket",
    why: "A socket is a file with an owner. If the web server’s user may not write to it, every request ends in 502.",
    commands: Commands {
        debian: &[
            look("ls -l /run/php/"),
            look("namei -l {socket}"),
            look("ps -eo user,comm | grep nginx"),
            look("grep -rnE '^listen\\.(owner|group|mode)' /etc/php/*/fpm/pool.d/"),
            change("sudo systemctl restart {fpm}"),
        ],
        rhel: &[
            look("ls -lZ /run/php-fpm/"),
            look("namei -l {socket}"),
            look("ps -eo user,comm | grep nginx"),
            look("grep -rnE '^listen\\.(owner|group|mode|acl_users)' /etc/php-fpm.d/"),
            change("sudo systemctl restart php-fpm"),
        ],
        macos: &[look("ls -l {socket}"), look("ps aux | grep '[n]ginx'")],
        docker: &[
            look("docker exec {front} ls -l {socket}"),
            look("docker exec {front} id"),
        ],
        kubernetes: &[look(
            "kubectl exec deployment/{deployment} -- ls -l {socket}",
        )],
    },
    findings: &[
        prints(
            "srw------- 1 root root",
            "Only root may open it. Set owner, group and mode in the pool’s file, then restart PHP-FPM.",
            Step::FpmRestart,
        ),
        prints(
            "srw-rw---- 1 www-data www-data",
            "These are Debian’s rights. The workers of nginx must run as www-data too.",
            Step::FrontReload,
        ),
        prints(
            "drwx------",
            "A folder on the way is closed to the web server. Give it the right x.",
            Step::FrontReload,
        ),
        seen(
            "The rights are good, and it is still denied.",
            "SELinux or AppArmor forbids it.",
            Step::Selinux,
        ),
    ],
    fragments: &[Fragment::FpmSocketRights],
    place: SHELL,
};

pub(super) const SELINUX: StepWords = StepWords {
    title: "See whether SELinux or AppArmor forbids the connection",
    why: "On the RHEL family, a web server may not open network connections until you allow it. The rights of files then look good and help nothing.",
    commands: Commands {
        debian: &[
            look("sudo aa-status"),
            look("sudo journalctl --dmesg --grep DENIED --no-pager"),
        ],
        rhel: &[
            look("getenforce"),
            look("sudo ausearch --message avc --start recent"),
            look("getsebool httpd_can_network_connect"),
            change("sudo setsebool -P httpd_can_network_connect 1"),
            change("sudo restorecon -Rv /run/php-fpm /var/www"),
        ],
        macos: &[],
        docker: &[],
        kubernetes: &[],
    },
    findings: &[
        prints(
            "avc:  denied  { name_connect }",
            "SELinux keeps the web server from connecting. Allow it with setsebool.",
            Step::AskSite,
        ),
        prints(
            "avc:  denied  { write }",
            "The socket or folder carries a wrong label. Mend it with restorecon.",
            Step::AskSite,
        ),
        prints(
            "httpd_can_network_connect --> on",
            "It is allowed already. Look at the file’s rights.",
            Step::SocketRights,
        ),
        prints(
            "<no matches>",
            "SELinux forbade nothing.",
            Step::SocketRights,
        ),
    ],
    fragments: &[],
    place: OWN_SERVER,
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
