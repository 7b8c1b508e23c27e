//! Which program wrote a line: by words that only it writes, or by the name of its service or container. Of several words the
//! first in the table counts, so those of programs that quote others come last.

use crate::logs::source::Source;

/// The words that only this program writes, in lower case.
pub(in crate::logs) const PROGRAM_WORDS: &[(Source, &[&str])] = &[
    (
        Source::Nginx,
        &[
            "while connecting to upstream",
            "while reading response header from upstream",
            "while reading upstream",
            "while sending request to upstream",
            "while sending to client",
            "while ssl handshaking",
            "nginx: [",
            "accept4() failed (",
            "connect() failed (",
            "connect() to unix:",
            "no live upstreams",
            "[emerg]",
            "#0: ",
            ", client: ",
            "worker process",
            "worker_connections",
        ],
    ),
    (
        Source::Cloudflared,
        &[
            "unable to reach the origin service",
            "connindex=",
            "cloudflared",
            "ingressrule=",
        ],
    ),
    (
        Source::Workhorse,
        &[
            "badgateway: failed to receive response",
            "gitlab-workhorse",
            "workhorse",
        ],
    ),
    (
        Source::Traefik,
        &[
            "traefik",
            "vulcand/oxy",
            "downstreamstatus=",
            "' caused by: ",
            "entrypointname=",
            "routername=",
            "providername=",
            "servicename=",
            "servername=\"",
        ],
    ),
    (
        Source::Caddy,
        &[
            "http.handlers.reverse_proxy",
            "http.log.error",
            "http.log.access",
            "tls.obtain",
            "tls.issuance",
            "caddyserver",
            "caddyfile",
            "caddy",
            "[error 502 /",
            "[error 504 /",
            "[error 500 /",
        ],
    ),
    (
        Source::Kong,
        &["kong", "balancer.lua", "ring-balancer", "[lua]"],
    ),
    (
        Source::Ingress,
        &[
            "ingress-nginx",
            "controller.go:",
            "endpointslices.go:",
            "nginx-ingress",
        ],
    ),
    (
        Source::Kubernetes,
        &[
            "kubelet",
            "crashloopbackoff",
            "imagepullbackoff",
            "oomkilled",
            "readiness probe",
            "liveness probe",
            "startup probe",
        ],
    ),
    (
        Source::Envoy,
        &[
            "envoy",
            "istio-proxy",
            "response_flags=",
            "upstream connect error or disconnect/reset before headers",
            "outbound|",
            "inbound|",
        ],
    ),
    (
        Source::Apache,
        &[
            "[proxy:",
            "[proxy_",
            "[core:",
            "[mpm_",
            "[cgi:",
            "[cgid:",
            "[fcgid:",
            "[authz_core:",
            "[autoindex:",
            "[ssl:",
            "ap_proxy",
            "mod_fcgid",
            "mod_jk",
            "ajp_",
            "proxy: http:",
            "proxy: error reading",
            "proxy: ajp",
            "apache2",
            "httpd",
            " ah0",
            "]: ah0",
        ],
    ),
    (
        Source::HaProxy,
        &["haproxy", "<nosrv>", " is down, reason: "],
    ),
    (
        Source::Varnish,
        &["varnish", "fetcherror", "vcl_", "guru meditation"],
    ),
    (
        Source::Iis,
        &[
            "iis ",
            " iis",
            "ancm",
            "aspnetcore module",
            "asp.net core module",
            "w3svc",
        ],
    ),
    (
        Source::Gunicorn,
        &["gunicorn", "worker timeout (pid:", "was sent sigkill"],
    ),
    (Source::Uwsgi, &["uwsgi", "invalid request block size"]),
    (
        Source::Passenger,
        &["passenger", "helperagent", "checkoutsession.cpp", "agents/"],
    ),
    (
        Source::Ruby,
        &["puma", "unicorn", "rack::", "activerecord::", "rails"],
    ),
    (
        Source::Php,
        &[
            "[pool ",
            "php message",
            "php fatal",
            "php warning",
            "php parse",
            "php-fpm",
            "fastcgi sent in stderr",
            ".php on line",
            ".php:",
        ],
    ),
    (
        Source::ProcessManager,
        &["pm2", "supervisord", "gave up: ", "not expected)"],
    ),
    (
        Source::MySql,
        &[
            "mysqld",
            "mariadbd",
            "[innodb]",
            "innodb:",
            "mysqli",
            "mysql server",
        ],
    ),
    (
        Source::Postgres,
        &["psycopg2", "postgres", "pg_hba.conf", "sqlstate[08006]"],
    ),
    (Source::Redis, &["redis"]),
    (Source::Mongo, &["mongo"]),
    (
        Source::Python,
        &[
            "traceback (most recent call last)",
            "django",
            "flask",
            "modulenotfounderror",
            "uvicorn",
            "importerror",
        ],
    ),
    (
        Source::Node,
        &[
            "node:internal",
            "node:net",
            "econn",
            "eaddrinuse",
            "eacces",
            "enotfound",
            "eai_again",
            "node_modules",
            "npm err!",
            "unhandledpromiserejection",
        ],
    ),
    (
        Source::Java,
        &[
            "java.",
            "org.apache.catalina",
            "org.springframework",
            "javax.",
            "jakarta.",
            "com.zaxxer",
            "tomcat",
        ],
    ),
    (
        Source::DotNet,
        &[
            "microsoft.aspnetcore",
            "microsoft.hosting",
            "system.net.",
            "kestrel",
            "system.io.",
            "unhandled exception. system",
        ],
    ),
    (Source::Go, &["panic: ", "goroutine ", "listen tcp"]),
    (
        Source::Systemd,
        &["systemd[", "systemd:", "main process exited", "(result: "],
    ),
    (
        Source::Docker,
        &[
            "dockerd",
            "containerd",
            "docker:",
            "error response from daemon",
        ],
    ),
];

/// The program of a service's, container's or tag's name.
pub(in crate::logs) fn of_name(name: &str) -> Option<Source> {
    const NAMES: &[(&str, Source)] = &[
        ("cloudflared", Source::Cloudflared),
        ("workhorse", Source::Workhorse),
        ("traefik", Source::Traefik),
        ("caddy", Source::Caddy),
        ("kong", Source::Kong),
        ("ingress", Source::Ingress),
        ("kubelet", Source::Kubernetes),
        ("envoy", Source::Envoy),
        ("istio", Source::Envoy),
        ("apache", Source::Apache),
        ("httpd", Source::Apache),
        ("haproxy", Source::HaProxy),
        ("varnish", Source::Varnish),
        ("gunicorn", Source::Gunicorn),
        ("uwsgi", Source::Uwsgi),
        ("passenger", Source::Passenger),
        ("puma", Source::Ruby),
        ("unicorn", Source::Ruby),
        ("php", Source::Php),
        ("supervisor", Source::ProcessManager),
        ("pm2", Source::ProcessManager),
        ("mysql", Source::MySql),
        ("mariadb", Source::MySql),
        ("postgres", Source::Postgres),
        ("redis", Source::Redis),
        ("mongo", Source::Mongo),
        ("tomcat", Source::Java),
        ("systemd", Source::Systemd),
        ("kernel", Source::System),
        ("dockerd", Source::Docker),
        ("containerd", Source::Docker),
        ("certbot", Source::Certificates),
        ("nginx", Source::Nginx),
        ("node", Source::Node),
    ];
    let name = name.to_ascii_lowercase();
    NAMES
        .iter()
        .find(|(part, _)| name.contains(part))
        .map(|(_, source)| *source)
}
