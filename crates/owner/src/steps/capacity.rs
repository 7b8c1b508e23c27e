//! Steps about capacity: what the machine has left, who uses it, and how to need less.

use super::{EVERYWHERE, OWN_SERVER, SHELL, Step, StepWords};
use crate::command::{Commands, change, look, prints, seen};
use crate::fragments::Fragment;

pub(super) const RESOURCES: StepWords = StepWords {
    title: "See what the machine has left",
    why: "A full disk, no free memory or a busy processor ends in 502 and 504. It takes seconds to look.",
    commands: Commands {
        debian: &[
            look("uptime"),
            look("top -b -n 1 | head -n 20"),
            look("htop"),
            look("free -m"),
            look("df -h"),
            look("df -i"),
            look("sudo journalctl --dmesg --grep 'Out of memory' --no-pager"),
        ],
        rhel: &[
            look("uptime"),
            look("top -b -n 1 | head -n 20"),
            look("htop"),
            look("free -m"),
            look("df -h"),
            look("df -i"),
            look("sudo journalctl --dmesg --grep 'Out of memory' --no-pager"),
        ],
        macos: &[
            look("top -l 1 | head -n 20"),
            look("vm_stat"),
            look("df -h"),
        ],
        docker: &[look("docker stats --no-stream"), look("docker system df")],
        kubernetes: &[
            look("kubectl top nodes"),
            look("kubectl top pods --all-namespaces"),
            look("kubectl describe nodes"),
        ],
    },
    findings: &[
        seen(
            "The load is higher than the number of processors.",
            "More work comes in than the machine can do. Find out who sends it.",
            Step::LoadSource,
        ),
        prints(
            "Out of memory: Killed process",
            "The system ended a program to save the rest. Lower the number of workers, or add memory.",
            Step::FpmPool,
        ),
        prints(
            "100% /",
            "The disk is full: nothing can be written. Old logs and backups are the first to go.",
            Step::FrontReload,
        ),
        seen(
            "Memory in use grows day by day until a restart.",
            "A program leaks memory. Restart its workers after some hundred requests, and update it.",
            Step::FpmPool,
        ),
        seen(
            "Everything is idle.",
            "Capacity is not the reason. The application waits for something: a database or another service.",
            Step::SlowRequests,
        ),
    ],
    fragments: &[],
    place: SHELL,
};

pub(super) const LOAD_SOURCE: StepWords = StepWords {
    title: "Find out who sends the load",
    why: "A campaign, a crawler, spam in comments, guessed passwords and malware look the same in the load. The access log tells them apart.",
    commands: Commands {
        debian: &[
            look("sudo cut -d' ' -f1 /var/log/nginx/access.log | sort | uniq -c | sort -rn | head"),
            look(
                "sudo cut -d'\"' -f2 /var/log/nginx/access.log | sort | uniq -c | sort -rn | head",
            ),
            look(
                "sudo cut -d'\"' -f6 /var/log/nginx/access.log | sort | uniq -c | sort -rn | head",
            ),
        ],
        rhel: &[
            look("sudo cut -d' ' -f1 /var/log/nginx/access.log | sort | uniq -c | sort -rn | head"),
            look(
                "sudo cut -d'\"' -f2 /var/log/nginx/access.log | sort | uniq -c | sort -rn | head",
            ),
            look(
                "sudo cut -d'\"' -f6 /var/log/nginx/access.log | sort | uniq -c | sort -rn | head",
            ),
        ],
        macos: &[look(
            "cut -d' ' -f1 \"$(brew --prefix)/var/log/nginx/access.log\" | sort | uniq -c | sort -rn | head",
        )],
        docker: &[look(
            "docker logs --tail 10000 {front} 2>/dev/null | cut -d' ' -f1 | sort | uniq -c | sort -rn | head",
        )],
        kubernetes: &[look(
            "kubectl --namespace ingress-nginx logs deployment/ingress-nginx-controller --tail=10000 | cut -d' ' -f1 | sort | uniq -c | sort -rn | head",
        )],
    },
    findings: &[
        seen(
            "One address sends most requests.",
            "Limit or block it. Behind a CDN this may be the CDN’s own address.",
            Step::SecurityRules,
        ),
        prints(
            "POST /wp-login.php HTTP/1.1",
            "Somebody guesses passwords. Limit this address, and use a second factor.",
            Step::SecurityRules,
        ),
        prints(
            "POST /wp-comments-post.php HTTP/1.1",
            "Robots post spam. Turn comments off for a while, or use a spam filter.",
            Step::PluginsOff,
        ),
        seen(
            "Many real visitors, all over the site.",
            "This is success, for instance a sale or a mention. Cache pages and add capacity.",
            Step::Cache,
        ),
        seen(
            "Requests go to files that you did not put there.",
            "The site may be infected. Restore a clean copy, then change all passwords.",
            Step::Updates,
        ),
    ],
    fragments: &[Fragment::RateLimit],
    place: SHELL,
};

pub(super) const FPM_POOL: StepWords = StepWords {
    title: "Match the number of PHP workers to the memory",
    why: "Each request holds one PHP worker until it is done. When all are busy, visitors wait and then see 502 or 504.",
    commands: Commands {
        debian: &[
            look("sudo grep -c 'max_children' /var/log/{fpm}.log"),
            look("ps -C {fpm} -o rss= | sort -n | tail -n 1"),
            look("free -m"),
            look("grep -rn '^pm' /etc/php/*/fpm/pool.d/"),
            change("sudo systemctl restart {fpm}"),
        ],
        rhel: &[
            look("sudo grep -c 'max_children' /var/log/php-fpm/error.log"),
            look("ps -C php-fpm -o rss= | sort -n | tail -n 1"),
            look("free -m"),
            look("grep -rn '^pm' /etc/php-fpm.d/"),
            change("sudo systemctl restart php-fpm"),
        ],
        macos: &[look("grep -rn '^pm' \"$(brew --prefix)/etc/php/\"")],
        docker: &[look("docker exec {container} php-fpm -tt")],
        kubernetes: &[look("kubectl exec deployment/{deployment} -- php-fpm -tt")],
    },
    findings: &[
        seen(
            "The limit was reached, and memory is free.",
            "Raise pm.max_children. Divide the free memory by what the largest worker takes.",
            Step::FpmRestart,
        ),
        seen(
            "The limit was reached, and memory is full.",
            "More workers would make it worse. Make requests faster, or add memory.",
            Step::SlowRequests,
        ),
        seen(
            "The limit was never reached.",
            "The number of workers is not the reason.",
            Step::SlowRequests,
        ),
    ],
    fragments: &[Fragment::FpmPool],
    place: SHELL,
};

pub(super) const LIMITS: StepWords = StepWords {
    title: "Raise the limits on connections and open files",
    why: "Every visitor and every link to the application needs a connection. A connection counts as an open file.",
    commands: Commands {
        debian: &[
            look(
                "sudo nginx -T 2>/dev/null | grep -nE 'worker_(connections|processes|rlimit)|limit_(conn|req)'",
            ),
            look("systemctl show nginx {fpm} --property LimitNOFILE"),
            look("ss -s"),
            look("apachectl -t -D DUMP_RUN_CFG"),
            change("sudo systemctl edit {fpm}"),
        ],
        rhel: &[
            look(
                "sudo nginx -T 2>/dev/null | grep -nE 'worker_(connections|processes|rlimit)|limit_(conn|req)'",
            ),
            look("systemctl show nginx php-fpm --property LimitNOFILE"),
            look("ss -s"),
            look("httpd -t -D DUMP_RUN_CFG"),
            change("sudo systemctl edit php-fpm"),
        ],
        macos: &[look("launchctl limit maxfiles")],
        docker: &[look("docker exec {front} sh -c 'ulimit -n'")],
        kubernetes: &[look(
            "kubectl --namespace ingress-nginx exec deployment/ingress-nginx-controller -- sh -c 'ulimit -n'",
        )],
    },
    findings: &[
        prints(
            "worker_connections are not enough",
            "Raise worker_connections, and the limit on open files with it.",
            Step::FrontReload,
        ),
        prints(
            "Too many open files",
            "Raise LimitNOFILE of that service, and restart it.",
            Step::FrontReload,
        ),
        prints(
            "limiting connections by zone",
            "A limit for each address works as you set it. If real visitors meet it, raise it.",
            Step::UnblockVisitors,
        ),
        prints(
            "MaxRequestWorkers",
            "Apache’s workers are all busy. Make pages faster before you raise the number.",
            Step::SlowRequests,
        ),
    ],
    fragments: &[Fragment::Connections],
    place: OWN_SERVER,
};

pub(super) const SLOW_REQUESTS: StepWords = StepWords {
    title: "Find the requests that are slow, and why",
    why: "Most slow pages wait for one slow query, one outside service or one plug-in. Longer waiting times only hide it.",
    commands: Commands {
        debian: &[
            look(
                "curl -sS -o /dev/null -w 'name %{time_namelookup} connect %{time_connect} tls %{time_appconnect} first %{time_starttransfer} all %{time_total}\\n' https://{host}/",
            ),
            look("grep -rn 'slowlog' /etc/php/*/fpm/pool.d/"),
            look("sudo mysql -e 'SHOW FULL PROCESSLIST'"),
            change(
                "sudo mysql -e \"SET GLOBAL slow_query_log = 'ON'; SET GLOBAL long_query_time = 1\"",
            ),
        ],
        rhel: &[
            look(
                "curl -sS -o /dev/null -w 'name %{time_namelookup} connect %{time_connect} tls %{time_appconnect} first %{time_starttransfer} all %{time_total}\\n' https://{host}/",
            ),
            look("sudo tail -n 50 /var/log/php-fpm/www-slow.log"),
            look("sudo mysql -e 'SHOW FULL PROCESSLIST'"),
            change(
                "sudo mysql -e \"SET GLOBAL slow_query_log = 'ON'; SET GLOBAL long_query_time = 1\"",
            ),
        ],
        macos: &[look(
            "curl -sS -o /dev/null -w 'connect %{time_connect} first %{time_starttransfer} all %{time_total}\\n' https://{host}/",
        )],
        docker: &[
            look(
                "curl -sS -o /dev/null -w 'connect %{time_connect} first %{time_starttransfer} all %{time_total}\\n' https://{host}/",
            ),
            look("docker logs --tail 200 {container}"),
        ],
        kubernetes: &[
            look(
                "curl -sS -o /dev/null -w 'connect %{time_connect} first %{time_starttransfer} all %{time_total}\\n' https://{host}/",
            ),
            look("kubectl logs deployment/{deployment} --tail=200"),
        ],
    },
    findings: &[
        seen(
            "Most of the time passes between “tls” and “first”.",
            "The application thinks that long. The slow log names the function.",
            Step::Database,
        ),
        seen(
            "Most of the time passes before “connect”.",
            "The network or a full queue is slow, not the page.",
            Step::NetworkPath,
        ),
        seen(
            "Most of the time passes between “first” and “all”.",
            "The page is large or the line is thin.",
            Step::LighterPage,
        ),
        prints(
            "curl_exec()",
            "The page waits for another service. Give that call a time limit of a few seconds.",
            Step::ApplicationError,
        ),
        seen(
            "It is slow at busy times only.",
            "Keep copies of pages, so that the application is asked less.",
            Step::Cache,
        ),
    ],
    fragments: &[],
    place: EVERYWHERE,
};

pub(super) const CACHE: StepWords = StepWords {
    title: "Keep copies of pages, and show them while the application fails",
    why: "A page from a cache needs no PHP and no database. With stale copies, visitors see yesterday’s page instead of a 502.",
    commands: Commands {
        debian: &[
            look("curl -sSI https://{host}/ | grep -iE 'cache|age|expires'"),
            change("sudo nginx -t && sudo systemctl reload nginx"),
        ],
        rhel: &[
            look("curl -sSI https://{host}/ | grep -iE 'cache|age|expires'"),
            change("sudo nginx -t && sudo systemctl reload nginx"),
        ],
        macos: &[look(
            "curl -sSI https://{host}/ | grep -iE 'cache|age|expires'",
        )],
        docker: &[look(
            "curl -sSI https://{host}/ | grep -iE 'cache|age|expires'",
        )],
        kubernetes: &[look(
            "curl -sSI https://{host}/ | grep -iE 'cache|age|expires'",
        )],
    },
    findings: &[
        prints(
            "cache-control: no-store",
            "The application forbids copies. Allow them for pages that are the same for everybody.",
            Step::ApplicationError,
        ),
        prints(
            "set-cookie:",
            "A cookie on every page keeps caches from working. Set it only for visitors who sign in.",
            Step::ApplicationError,
        ),
        seen(
            "There is no cache in front.",
            "Turn on nginx’s cache, a cache plug-in or a delivery network.",
            Step::FrontReload,
        ),
    ],
    fragments: &[Fragment::StaleCache],
    place: EVERYWHERE,
};
