//! The programs that write log lines: their names, and how near each is to the reason of a failure.

/// Declares the programs once: variant, name, depth.
macro_rules! sources {
    ($($(#[doc = $doc:literal])+ $variant:ident $name:literal $depth:literal;)+) => {
        /// Who wrote a line.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Source {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Source {
            /// Every source.
            pub const ALL: &'static [Source] = &[$(Source::$variant,)+];

            /// Who wrote it, in words.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Source::$variant => $name,)+ }
            }

            /// How near the program is to the reason: a database's refusal inside PHP's message inside nginx's line is the
            /// database's.
            pub(super) const fn depth(self) -> u8 {
                match self { $(Source::$variant => $depth,)+ }
            }
        }
    };
}

sources! {
    /// nginx.
    Nginx "nginx" 2;
    /// PHP and PHP-FPM.
    Php "PHP and PHP-FPM" 3;
    /// Apache's httpd.
    Apache "Apache" 2;
    /// HAProxy.
    HaProxy "HAProxy" 2;
    /// Traefik.
    Traefik "Traefik" 2;
    /// Caddy.
    Caddy "Caddy" 2;
    /// Envoy, also as Istio's sidecar.
    Envoy "Envoy" 2;
    /// Varnish.
    Varnish "Varnish" 2;
    /// Kong and OpenResty.
    Kong "Kong" 2;
    /// Cloudflare's tunnel.
    Cloudflared "cloudflared" 2;
    /// GitLab Workhorse.
    Workhorse "GitLab Workhorse" 2;
    /// The ingress controllers of Kubernetes.
    Ingress "Kubernetes ingress" 2;
    /// Gunicorn.
    Gunicorn "Gunicorn" 3;
    /// uWSGI.
    Uwsgi "uWSGI" 3;
    /// Puma and Unicorn.
    Ruby "Ruby: Puma, Unicorn, Rails" 3;
    /// Phusion Passenger.
    Passenger "Passenger" 3;
    /// Applications in Python.
    Python "Python" 3;
    /// Applications in Node.js.
    Node "Node.js" 3;
    /// Applications in Java, Tomcat, Spring.
    Java "Java, Tomcat, Spring" 3;
    /// Applications in Go.
    Go "Go" 3;
    /// .NET and Kestrel.
    DotNet ".NET" 3;
    /// IIS with its .NET module and ARR.
    Iis "IIS" 2;
    /// PM2 and supervisor.
    ProcessManager "PM2, supervisor" 1;
    /// systemd.
    Systemd "systemd" 1;
    /// Docker and other container engines.
    Docker "Docker" 1;
    /// Kubernetes.
    Kubernetes "Kubernetes" 1;
    /// The kernel, its limits, SELinux and AppArmor.
    System "Operating system" 3;
    /// certbot and the files of certificates.
    Certificates "Certificates" 2;
    /// MySQL and MariaDB.
    MySql "MySQL and MariaDB" 4;
    /// PostgreSQL.
    Postgres "PostgreSQL" 4;
    /// Redis.
    Redis "Redis" 4;
    /// MongoDB.
    Mongo "MongoDB" 4;
    /// An application of any kind.
    Application "Application" 3;
    /// A list of requests and their statuses.
    AccessLog "Access log" 0;
    /// Load balancers of Amazon, CloudFront.
    Aws "Amazon’s load balancers and CloudFront" 2;
    /// Cloudflare.
    Edge "Cloudflare" 2;
    /// Platforms that run applications.
    Platform "Platforms: Heroku, Lambda, Vercel and others" 2;
}
