//! What a site's owner can do, as steps: why, commands by system, what their output means and where to go from there.
//!
//! The texts are in the files of this folder, one a subject. Which steps follow from a cause, and in which order, is in
//! [`plan`]; configuration to take over is in [`crate::fragments`].

mod afterwards;
mod capacity;
mod containers;
mod content;
mod edge;
mod hosted;
mod looking;
mod names;
mod order;
mod plan;
mod rights;
mod security;
mod services;
mod tls;
mod upstream;
mod visitors;
mod waiting;

pub use plan::for_owner;

use serde::{Deserialize, Serialize};

use crate::command::{Command, Commands, Finding};
use crate::fragments::Fragment;
use crate::hosting::{Hosting, System};
use crate::stack::{Server, Stack};

/// Everything a step says, and where it can be done.
struct StepWords {
    title: &'static str,
    why: &'static str,
    commands: Commands,
    findings: &'static [Finding],
    fragments: &'static [Fragment],
    place: Where,
}

/// Where a step can be done at all.
struct Where {
    /// The kinds of hosting that allow it.
    hosting: &'static [Hosting],
    /// The servers it is about; one that did not say its name may be any of them.
    servers: &'static [Server],
}

const EVERY_SERVER: &[Server] = &[
    Server::Nginx,
    Server::Apache,
    Server::HaProxy,
    Server::Other,
];

/// On every hosting: it needs a browser or any computer at most.
const EVERYWHERE: Where = Where {
    hosting: &Hosting::ALL,
    servers: EVERY_SERVER,
};

/// On a server of one's own.
const OWN_SERVER: Where = Where {
    hosting: &[Hosting::Vps, Hosting::Dedicated, Hosting::Unknown],
    servers: EVERY_SERVER,
};

/// Where there is a shell: a server of one's own, or containers.
const SHELL: Where = Where {
    hosting: &[
        Hosting::Vps,
        Hosting::Dedicated,
        Hosting::Containers,
        Hosting::Unknown,
    ],
    servers: EVERY_SERVER,
};

/// Where there is a shell, and nginx in front.
const SHELL_NGINX: Where = Where {
    hosting: SHELL.hosting,
    servers: &[Server::Nginx],
};

/// Declares the steps once: variant, public id, and the constant that holds its words.
macro_rules! steps {
    ($($(#[doc = $doc:literal])+ $variant:ident $id:literal $words:path;)+) => {
        /// Something a site's owner can do.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        pub enum Step {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Step {
            /// Every step, subject by subject.
            pub const ALL: &'static [Step] = &[$(Step::$variant,)+];

            /// The public name (`data-step`).
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Step::$variant => $id,)+ }
            }

            const fn words(self) -> &'static StepWords {
                match self { $(Step::$variant => &$words,)+ }
            }
        }
    };
}

steps! {
    /// Ask the site from any computer.
    AskSite "ask-site" looking::ASK_SITE;
    /// nginx's error log.
    NginxLog "nginx-log" looking::NGINX_LOG;
    /// Apache's error log.
    ApacheLog "apache-log" looking::APACHE_LOG;
    /// HAProxy's log and counters.
    HaproxyLog "haproxy-log" looking::HAPROXY_LOG;
    /// The logs of PHP-FPM and the application.
    ApplicationLog "application-log" looking::APPLICATION_LOG;
    /// What changed last.
    RollBack "roll-back" looking::ROLL_BACK;
    /// Is the web server running?
    FrontStatus "front-status" services::FRONT_STATUS;
    /// Test the configuration and load it.
    FrontReload "front-reload" services::FRONT_RELOAD;
    /// Is PHP-FPM running?
    FpmStatus "fpm-status" services::FPM_STATUS;
    /// Start PHP-FPM again.
    FpmRestart "fpm-restart" services::FPM_RESTART;
    /// Is the application running?
    AppStatus "app-status" services::APP_STATUS;
    /// Start the application again.
    AppRestart "app-restart" services::APP_RESTART;
    /// Database and Redis.
    Database "database" services::DATABASE;
    /// Containers, their copies and health checks.
    Containers "containers" containers::CONTAINERS;
    /// Kubernetes' ingress and service.
    Ingress "ingress" containers::INGRESS;
    /// Address, socket or port of the upstream.
    UpstreamAddress "upstream-address" upstream::UPSTREAM_ADDRESS;
    /// Ask the application without the web server.
    AskBackend "ask-backend" upstream::ASK_BACKEND;
    /// Who may open the socket.
    SocketRights "socket-rights" rights::SOCKET_RIGHTS;
    /// SELinux.
    Selinux "selinux" rights::SELINUX;
    /// The upstream's name.
    UpstreamName "upstream-name" upstream::UPSTREAM_NAME;
    /// Room for headers.
    Buffers "buffers" waiting::BUFFERS;
    /// How long to wait.
    Timeouts "timeouts" waiting::TIMEOUTS;
    /// Each application server by itself.
    EachBackend "each-backend" upstream::EACH_BACKEND;
    /// Processor, memory, disk.
    Resources "resources" capacity::RESOURCES;
    /// Who causes the load.
    LoadSource "load-source" capacity::LOAD_SOURCE;
    /// How many PHP workers.
    FpmPool "fpm-pool" capacity::FPM_POOL;
    /// Connections and open files.
    Limits "limits" capacity::LIMITS;
    /// Which requests are slow.
    SlowRequests "slow-requests" capacity::SLOW_REQUESTS;
    /// Keep copies of pages.
    Cache "cache" capacity::CACHE;
    /// Firewall between the servers.
    Firewall "firewall" security::FIREWALL;
    /// ModSecurity, security plug-ins, DDoS protection.
    SecurityRules "security-rules" security::SECURITY_RULES;
    /// Why some visitors are turned away.
    UnblockVisitors "unblock-visitors" security::UNBLOCK_VISITORS;
    /// Who may see the page.
    AccessRules "access-rules" security::ACCESS_RULES;
    /// Block lists that name the site.
    Reputation "reputation" security::REPUTATION;
    /// Ask the own server past the CDN.
    Origin "origin" edge::ORIGIN;
    /// Let the CDN in.
    AllowCdn "allow-cdn" edge::ALLOW_CDN;
    /// TLS between CDN and server.
    CdnTls "cdn-tls" edge::CDN_TLS;
    /// The provider's own troubles.
    ProviderStatus "provider-status" edge::PROVIDER_STATUS;
    /// The way packets take.
    NetworkPath "network-path" edge::NETWORK_PATH;
    /// The records of the domain.
    DnsRecords "dns-records" names::DNS_RECORDS;
    /// The domain's registration.
    Registration "registration" names::REGISTRATION;
    /// The domain's name servers.
    NameServers "name-servers" names::NAME_SERVERS;
    /// Signatures of the domain.
    Dnssec "dnssec" names::DNSSEC;
    /// Resolvers elsewhere.
    RegionalDns "regional-dns" names::REGIONAL_DNS;
    /// What the certificate says.
    CertificateLook "certificate-look" tls::CERTIFICATE_LOOK;
    /// Renew the certificate.
    CertificateRenew "certificate-renew" tls::CERTIFICATE_RENEW;
    /// Old browsers and wrong clocks.
    TlsReach "tls-reach" tls::TLS_REACH;
    /// Follow the redirects.
    Redirects "redirects" content::REDIRECTS;
    /// The page that is not there.
    MissingPage "missing-page" content::MISSING_PAGE;
    /// Errors of the application itself.
    ApplicationError "application-error" content::APPLICATION_ERROR;
    /// Uploads that are refused.
    Uploads "uploads" content::UPLOADS;
    /// The visitor's copies and cookies.
    VisitorCopies "visitor-copies" visitors::VISITOR_COPIES;
    /// A lighter page.
    LighterPage "lighter-page" visitors::LIGHTER_PAGE;
    /// Tell visitors what is going on.
    TellVisitors "tell-visitors" visitors::TELL_VISITORS;
    /// Ask visitors for their report.
    AskReport "ask-report" visitors::ASK_REPORT;
    /// Ask the host.
    AskHost "ask-host" hosted::ASK_HOST;
    /// The logs in the control panel.
    PanelLog "panel-log" hosted::PANEL_LOG;
    /// The file `.htaccess`.
    Htaccess "htaccess" hosted::HTACCESS;
    /// Heavy or broken plug-ins.
    PluginsOff "plugins-off" hosted::PLUGINS_OFF;
    /// PHP's time and memory.
    PhpLimits "php-limits" hosted::PHP_LIMITS;
    /// The log of functions.
    FunctionLog "function-log" hosted::FUNCTION_LOG;
    /// Limits of functions.
    FunctionLimits "function-limits" hosted::FUNCTION_LIMITS;
    /// Planned work, announced to crawlers.
    PlannedWork "planned-work" afterwards::PLANNED_WORK;
    /// What search engines make of it.
    SearchEngines "search-engines" afterwards::SEARCH_ENGINES;
    /// Know it before visitors do.
    Monitoring "monitoring" afterwards::MONITORING;
    /// Health checks.
    HealthChecks "health-checks" afterwards::HEALTH_CHECKS;
    /// More servers, or a bigger one.
    ScaleOut "scale-out" afterwards::SCALE_OUT;
    /// Updates.
    Updates "updates" afterwards::UPDATES;
}

impl Step {
    /// What to do, in a line.
    #[must_use]
    pub const fn title(self) -> &'static str {
        self.words().title
    }

    /// Why.
    #[must_use]
    pub const fn why(self) -> &'static str {
        self.words().why
    }

    /// The commands to copy; empty where the step has none on this system.
    #[must_use]
    pub const fn commands(self, system: System) -> &'static [Command] {
        self.words().commands.of(system)
    }

    /// What may come of it, the likeliest first.
    #[must_use]
    pub const fn findings(self) -> &'static [Finding] {
        self.words().findings
    }

    /// Configuration that goes with it.
    #[must_use]
    pub const fn fragments(self) -> &'static [Fragment] {
        self.words().fragments
    }

    /// Whether it can be done there, and is about what was seen.
    #[must_use]
    pub fn suits(self, stack: &Stack, hosting: Hosting) -> bool {
        let place = &self.words().place;
        place.hosting.contains(&hosting)
            && (stack.server == Server::Unknown || place.servers.contains(&stack.server))
    }

    /// The step where it can be done. A log is read where this hosting and this server keep theirs; what only the host can
    /// do, the host is asked for.
    pub(crate) fn or_stand_in(self, stack: &Stack, hosting: Hosting) -> Step {
        const LOGS: [Step; 6] = [
            Step::NginxLog,
            Step::ApacheLog,
            Step::HaproxyLog,
            Step::PanelLog,
            Step::FunctionLog,
            Step::ApplicationLog,
        ];
        if self.suits(stack, hosting) {
            return self;
        }
        LOGS.into_iter()
            .find(|log| LOGS.contains(&self) && log.suits(stack, hosting))
            .unwrap_or(Step::AskHost)
    }
}
