//! What the guide must hold, row by row: each piece of knowledge with its place in the guide, the words that show it is
//! there, and a verdict that leads to it.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;

use scraper::{ElementRef, Html, Selector};
use whichside_diagnosis::words::Words;
use whichside_diagnosis::{Cause, Remedy, advice};
use whichside_guide::page;
use whichside_owner::{Hosting, Stack, Step, for_owner};

/// How a verdict leads to a place of the guide: it links to the first part, and that one is the place, or links to
/// it or to the list it stands in.
enum Way {
    /// The guide's part on the cause.
    Cause(Cause),
    /// One of the remedies for this cause.
    Remedy(Cause, Remedy),
    /// One of the owner's steps for this cause.
    Step(Cause, Step),
}

use Way::{Cause as C, Remedy as R, Step as S};

/// Knowledge, the anchor of its place, words that stand there, and the way to it.
type Row = (&'static str, &'static str, &'static [&'static str], Way);

const EXPLAINING: &[Row] = &[
    (
        "what 502 means",
        "meaning",
        &["front server", "no valid answer"],
        C(Cause::BadGateway),
    ),
    (
        "the general 502 and nginx’s own page",
        "whose-page",
        &["nginx itself wrote it", "Cloudflare", "IIS"],
        C(Cause::BadGateway),
    ),
    (
        "nginx as proxy, balancer and cache",
        "nginx",
        &["reverse proxy", "load balancer", "cache"],
        C(Cause::BadGateway),
    ),
    (
        "500, 503, 504 and a CDN’s own numbers",
        "numbers",
        &[
            "500", "503", "504", "520", "521", "522", "523", "525", "526", "530",
        ],
        C(Cause::EdgeError),
    ),
    (
        "is it always the server’s fault",
        "whose-fault",
        &["Mostly, but not always"],
        C(Cause::BadGateway),
    ),
];

const THEIR_CAUSES: &[Row] = &[
    (
        "the application is down",
        "reasons-theirs",
        &["PHP-FPM", "Node.js", "Python"],
        S(Cause::BadGateway, Step::AppStatus),
    ),
    (
        "PHP-FPM’s time runs out",
        "reasons-theirs",
        &["PHP-FPM runs out of time"],
        S(Cause::GatewayTimeout, Step::Timeouts),
    ),
    (
        "overload, and what brings it",
        "reasons-theirs",
        &[
            "traffic peak",
            "spam",
            "malware",
            "password guessing",
            "leak",
            "bug",
        ],
        S(Cause::BadGateway, Step::LoadSource),
    ),
    (
        "a firewall between the servers",
        "step-firewall",
        &[],
        S(Cause::BadGateway, Step::Firewall),
    ),
    (
        "protection that blocks",
        "security",
        &["ModSecurity", "CMS plug-in", "DDoS", "CDN"],
        S(Cause::BadGateway, Step::SecurityRules),
    ),
    (
        "wrong upstream address, socket or port",
        "step-upstream-address",
        &[],
        S(Cause::BadGateway, Step::UpstreamAddress),
    ),
    (
        "the upstream’s name does not resolve",
        "step-upstream-name",
        &[],
        S(Cause::BadGateway, Step::UpstreamName),
    ),
    (
        "the domain has just moved",
        "reasons-theirs",
        &["24 hours"],
        S(Cause::DnsMissing, Step::DnsRecords),
    ),
    (
        "the domain does not resolve",
        "dns-missing",
        &["lapsed"],
        C(Cause::DnsMissing),
    ),
    (
        "timeouts",
        "step-timeouts",
        &[],
        S(Cause::GatewayTimeout, Step::Timeouts),
    ),
    (
        "nginx is not running",
        "server-down",
        &["nginx", "not running"],
        C(Cause::ServerDown),
    ),
    (
        "limits: connections, files",
        "step-limits",
        &[],
        S(Cause::BadGateway, Step::Limits),
    ),
    (
        "limits on one address, PHP’s files, database sign-in",
        "reasons-theirs",
        &["one address", "open files", "database password"],
        S(Cause::BadGateway, Step::Database),
    ),
    (
        "headers larger than the buffers",
        "step-buffers",
        &[],
        S(Cause::BadGateway, Step::Buffers),
    ),
    (
        "the network between servers",
        "reasons-theirs",
        &["network between the servers"],
        S(Cause::BadGateway, Step::AskBackend),
    ),
];

const YOUR_CAUSES: &[Row] = &[
    (
        "stale cache and cookies",
        "browser-state",
        &["cookies", "cached"],
        C(Cause::BrowserState),
    ),
    (
        "Wi-Fi trouble",
        "flaky-network",
        &["signal"],
        C(Cause::FlakyNetwork),
    ),
    (
        "provider trouble",
        "network-down",
        &["provider"],
        C(Cause::NetworkDown),
    ),
    (
        "DNS trouble",
        "dns-local",
        &["resolver"],
        C(Cause::DnsLocal),
    ),
    (
        "VPN, proxy, firewall, antivirus, extension",
        "blocked-locally",
        &["VPN", "firewall", "antivirus", "extension"],
        C(Cause::BlockedLocally),
    ),
    (
        "an outdated browser",
        "update-browser",
        &["old browser"],
        R(Cause::BrowserState, Remedy::UpdateBrowser),
    ),
];

const REMEDIES: &[Row] = &[
    (
        "reload",
        "reload",
        &["F5", "Ctrl + R", "Cmd + R", "past the cache"],
        R(Cause::BadGateway, Remedy::Reload),
    ),
    (
        "clear one site’s data, in every browser",
        "clear-site-data",
        &[
            "Manage on-device site data",
            "Clear cookies and site data",
            "Manage Website Data",
            "Sites and downloads",
            "signs you out of every site",
        ],
        R(Cause::BrowserState, Remedy::ClearSiteData),
    ),
    (
        "a private window",
        "private-window",
        &["Incognito", "InPrivate", "Secret mode"],
        R(Cause::BrowserState, Remedy::PrivateWindow),
    ),
    (
        "another browser or device",
        "other-browser",
        &["another browser"],
        R(Cause::BrowserState, Remedy::OtherBrowser),
    ),
    (
        "extensions off",
        "extensions-off",
        &["chrome://extensions", "about:addons"],
        R(Cause::BlockedLocally, Remedy::ExtensionsOff),
    ),
    (
        "restart the router, and the device",
        "restart-router",
        &["plug", "Restart your device"],
        R(Cause::NetworkDown, Remedy::RestartRouter),
    ),
    (
        "another network or mobile data",
        "other-network",
        &["mobile data", "hotspot"],
        R(Cause::Path, Remedy::OtherNetwork),
    ),
    (
        "another resolver",
        "change-resolver",
        &[
            "one.one.one.one",
            "DNS server assignment",
            "Configure DNS",
            "Use secure DNS",
        ],
        R(Cause::DnsLocal, Remedy::ChangeResolver),
    ),
    (
        "forget DNS answers",
        "flush-dns",
        &[
            "ipconfig /flushdns",
            "dscacheutil -flushcache",
            "resolvectl flush-caches",
        ],
        R(Cause::DnsLocal, Remedy::FlushDns),
    ),
    (
        "VPN and proxy off, and on again",
        "vpn-off",
        &["Use a proxy server", "turn everything back on"],
        R(Cause::RefusedYou, Remedy::VpnOff),
    ),
    (
        "web shield off, and on again",
        "shield-off",
        &["ten minutes", "Turn the protection on again now"],
        R(Cause::TlsInterception, Remedy::ShieldOff),
    ),
    (
        "the clock",
        "set-clock",
        &["Set time automatically", "time zone"],
        R(Cause::Clock, Remedy::SetClock),
    ),
    (
        "sign in to the portal",
        "sign-in",
        &["Sign in to network"],
        R(Cause::CaptivePortal, Remedy::SignIn),
    ),
    (
        "update the browser",
        "update-browser",
        &["About Google Chrome", "Software Update"],
        R(Cause::BrowserState, Remedy::UpdateBrowser),
    ),
    (
        "is it down for everybody",
        "second-opinions",
        &["Downdetector", "Is It Down Right Now"],
        R(Cause::BadGateway, Remedy::SecondOpinions),
    ),
    (
        "wait, with our watch",
        "watch",
        &["looks again"],
        R(Cause::BadGateway, Remedy::Watch),
    ),
    (
        "an archived copy",
        "archive",
        &["web.archive.org"],
        R(Cause::BadGateway, Remedy::Archive),
    ),
    (
        "support and social media, with a report",
        "tell-owner",
        &["support", "social network", "report"],
        R(Cause::BadGateway, Remedy::TellOwner),
    ),
];

const STEPS: &[Row] = &[
    (
        "nginx’s log and its lines",
        "step-nginx-log",
        &[
            "connect() failed (111",
            "upstream timed out (110",
            "no live upstreams",
            "upstream sent too big header",
            "upstream prematurely closed",
            "host not found in upstream",
            "Permission denied",
        ],
        S(Cause::BadGateway, Step::NginxLog),
    ),
    (
        "Apache’s log",
        "step-apache-log",
        &["error"],
        S(Cause::BadGateway, Step::ApacheLog),
    ),
    (
        "logs of PHP-FPM and the application",
        "step-application-log",
        &["php"],
        S(Cause::BadGateway, Step::ApplicationLog),
    ),
    (
        "is the web server running",
        "step-front-status",
        &["systemctl status nginx"],
        S(Cause::ServerDown, Step::FrontStatus),
    ),
    (
        "load the configuration",
        "step-front-reload",
        &["nginx -t"],
        S(Cause::ServerDown, Step::FrontReload),
    ),
    (
        "is PHP-FPM running",
        "step-fpm-status",
        &["ps aux | grep"],
        S(Cause::BadGateway, Step::FpmStatus),
    ),
    (
        "restart PHP-FPM",
        "step-fpm-restart",
        &["systemctl restart"],
        S(Cause::BadGateway, Step::FpmRestart),
    ),
    (
        "MySQL and Redis",
        "step-database",
        &["mysql", "redis"],
        S(Cause::BadGateway, Step::Database),
    ),
    (
        "ask the backend",
        "step-ask-backend",
        &["curl -sSI"],
        S(Cause::BadGateway, Step::AskBackend),
    ),
    (
        "timeouts towards an application",
        "fragment-proxy-timeouts",
        &[
            "proxy_connect_timeout",
            "proxy_send_timeout",
            "proxy_read_timeout",
        ],
        S(Cause::GatewayTimeout, Step::Timeouts),
    ),
    (
        "timeouts towards PHP",
        "fragment-fastcgi-timeouts",
        &["fastcgi_send_timeout", "fastcgi_read_timeout"],
        S(Cause::GatewayTimeout, Step::Timeouts),
    ),
    (
        "buffers towards an application",
        "fragment-proxy-buffers",
        &["proxy_buffer_size 16k", "proxy_buffers 32 16k"],
        S(Cause::BadGateway, Step::Buffers),
    ),
    (
        "buffers towards PHP",
        "fragment-fastcgi-buffers",
        &["fastcgi_buffers"],
        S(Cause::BadGateway, Step::Buffers),
    ),
    (
        "SELinux",
        "step-selinux",
        &["httpd_can_network_connect"],
        S(Cause::BadGateway, Step::Selinux),
    ),
    (
        "a socket’s rights",
        "step-socket-rights",
        &[".sock"],
        S(Cause::BadGateway, Step::SocketRights),
    ),
    (
        "security rules off only to find the cause",
        "security-test",
        &["DetectionOnly", "Turn it on again right after"],
        S(Cause::BadGateway, Step::SecurityRules),
    ),
    (
        "what the machine has left",
        "step-resources",
        &["top", "htop", "free -m"],
        S(Cause::BadGateway, Step::Resources),
    ),
    (
        "look the name up",
        "step-dns-records",
        &["dig", "nslookup"],
        S(Cause::DnsMissing, Step::DnsRecords),
    ),
    (
        "updates",
        "step-updates",
        &["apt", "dnf"],
        S(Cause::ServerError, Step::Updates),
    ),
    (
        "roll back the last change",
        "step-roll-back",
        &[],
        S(Cause::ServerError, Step::RollBack),
    ),
    (
        "commands by system",
        "step-fpm-restart",
        &[
            "Ubuntu, Debian",
            "RHEL, CentOS, Fedora",
            "macOS",
            "Docker",
            "Kubernetes",
        ],
        S(Cause::BadGateway, Step::FpmRestart),
    ),
    (
        "Kubernetes’ ingress",
        "step-ingress",
        &["kubectl"],
        S(Cause::BadGateway, Step::Ingress),
    ),
    (
        "scale out and balance load",
        "step-scale-out",
        &[],
        S(Cause::Unavailable, Step::ScaleOut),
    ),
    (
        "two servers behind a balancer",
        "fragment-two-servers",
        &["upstream application", "max_fails"],
        S(Cause::BadGateway, Step::EachBackend),
    ),
];

const HOSTING: &[Row] = &[
    (
        "shared hosting",
        "hosting-shared",
        &[".htaccess", "PHP", "Move to a virtual server"],
        C(Cause::BadGateway),
    ),
    (
        "heavy plug-ins",
        "step-plugins-off",
        &["plug-in"],
        S(Cause::BadGateway, Step::PluginsOff),
    ),
    (
        "the file .htaccess",
        "step-htaccess",
        &[".htaccess"],
        S(Cause::BadGateway, Step::Htaccess),
    ),
    (
        "PHP’s execution time",
        "step-php-limits",
        &["max_execution_time"],
        S(Cause::BadGateway, Step::PhpLimits),
    ),
    (
        "a virtual server",
        "hosting-vps",
        &["Timeouts", "nginx"],
        C(Cause::BadGateway),
    ),
    (
        "a dedicated server",
        "hosting-dedicated",
        &["Redis", "database"],
        C(Cause::BadGateway),
    ),
    (
        "containers",
        "hosting-containers",
        &["Health checks"],
        C(Cause::BadGateway),
    ),
    (
        "serverless and CDN",
        "hosting-serverless",
        &["bigger plan"],
        C(Cause::BadGateway),
    ),
];

const AFTERWARDS: &[Row] = &[
    (
        "what crawlers make of errors",
        "seo",
        &["passing trouble", "slow down", "dropped"],
        S(Cause::BadGateway, Step::SearchEngines),
    ),
    (
        "503 and Retry-After",
        "retry-after",
        &["503"],
        S(Cause::Unavailable, Step::PlannedWork),
    ),
    (
        "the configuration of planned work",
        "fragment-maintenance",
        &["Retry-After 3600", "return 503"],
        S(Cause::Unavailable, Step::PlannedWork),
    ),
    (
        "bounce rate and revenue",
        "business",
        &["bounce rate", "Orders"],
        S(Cause::BadGateway, Step::SearchEngines),
    ),
    (
        "monitoring",
        "prevention",
        &["Prometheus", "Grafana", "Datadog", "Graphite"],
        S(Cause::BadGateway, Step::Monitoring),
    ),
    (
        "autoscaling, redundancy, DNS, speed, timeouts",
        "prevention",
        &[
            "Autoscaling",
            "two application servers",
            "DNS provider",
            "Cache pages",
            "Timeouts that fit together",
        ],
        S(Cause::BadGateway, Step::ScaleOut),
    ),
    (
        "health checks",
        "prevention",
        &["/healthz"],
        S(Cause::BadGateway, Step::HealthChecks),
    ),
    (
        "a flash sale",
        "flash-sale",
        &["sale"],
        C(Cause::Intermittent),
    ),
    (
        "a streaming peak",
        "streaming-peak",
        &["million people"],
        C(Cause::Intermittent),
    ),
    (
        "a start-up’s small server",
        "small-server",
        &["1 GB"],
        C(Cause::BadGateway),
    ),
    (
        "questions and answers",
        "questions",
        &[
            "Is a 502 always the server’s fault?",
            "Can 502 errors be prevented?",
            "as a visitor",
            "as the owner",
        ],
        C(Cause::BadGateway),
    ),
];

fn guide() -> Html {
    Html::parse_document(&page::render(&Words::english()))
}

fn place<'a>(guide: &'a Html, id: &str) -> ElementRef<'a> {
    let selector = Selector::parse(&format!("[id='{id}']")).unwrap();
    guide
        .select(&selector)
        .next()
        .unwrap_or_else(|| panic!("the guide has no #{id}"))
}

/// The anchor a verdict links to, having checked that the verdict's advice really holds it.
fn start(way: &Way) -> String {
    match way {
        C(cause) => cause.id().to_owned(),
        R(cause, remedy) => {
            assert!(
                advice::for_cause(*cause).contains(remedy),
                "{} is no advice for {}",
                remedy.id(),
                cause.id()
            );
            remedy.id().to_owned()
        }
        S(cause, step) => {
            let advised = Hosting::ALL
                .into_iter()
                .any(|hosting| for_owner(*cause, None, &Stack::UNKNOWN, hosting).contains(step));
            assert!(advised, "{} is no step for {}", step.id(), cause.id());
            format!("step-{}", step.id())
        }
    }
}

#[test]
fn every_row_stands_in_the_guide_and_a_verdict_leads_to_it() {
    let guide = guide();
    let mut lost = Vec::new();
    let links = Selector::parse("a[href^='#']").unwrap();
    let parts = [
        EXPLAINING,
        THEIR_CAUSES,
        YOUR_CAUSES,
        REMEDIES,
        STEPS,
        HOSTING,
        AFTERWARDS,
    ];
    for (what, id, says, way) in parts.into_iter().flatten() {
        let text: String = place(&guide, id).text().collect::<Vec<_>>().join(" ");
        assert!(
            text.split_whitespace().count() >= 12,
            "#{id} says hardly anything of {what}"
        );
        for words in *says {
            assert!(text.contains(words), "{what}: #{id} does not say “{words}”");
        }
        let start = start(way);
        let from = place(&guide, &start);
        let links: Vec<&str> = from
            .select(&links)
            .map(|link| link.attr("href").unwrap())
            .collect();
        let list = place(&guide, id)
            .parent()
            .and_then(ElementRef::wrap)
            .and_then(|list| list.value().id());
        let leads = start == *id
            || links
                .iter()
                .any(|to| to.strip_prefix('#') == Some(*id) || to.strip_prefix('#') == list);
        if !leads {
            lost.push(format!("{what}: #{start} does not lead to #{id}"));
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn no_place_is_named_by_two_rows_for_the_same_thing() {
    let mut seen = BTreeSet::new();
    for (what, ..) in [
        EXPLAINING,
        THEIR_CAUSES,
        YOUR_CAUSES,
        REMEDIES,
        STEPS,
        HOSTING,
        AFTERWARDS,
    ]
    .into_iter()
    .flatten()
    {
        assert!(seen.insert(what), "{what} stands twice");
    }
}

#[test]
fn every_cause_shows_its_own_advice_in_the_guide() {
    let guide = guide();
    let links = Selector::parse("a[href^='#']").unwrap();
    for &cause in Cause::ALL {
        let here: BTreeSet<&str> = place(&guide, cause.id())
            .select(&links)
            .map(|link| link.attr("href").unwrap())
            .collect();
        for remedy in advice::for_cause(cause) {
            assert!(
                here.contains(format!("#{}", remedy.id()).as_str()),
                "{} lacks {}",
                cause.id(),
                remedy.id()
            );
        }
        for step in for_owner(cause, None, &Stack::UNKNOWN, Hosting::Unknown) {
            assert!(
                here.contains(format!("#step-{}", step.id()).as_str()),
                "{} lacks {}",
                cause.id(),
                step.id()
            );
        }
    }
}
