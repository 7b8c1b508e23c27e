//! Which steps follow from a cause, in which order.
//!
//! Each cause names two steps at least, by type: a cause without them does not compile. What does not suit the hosting or
//! the server that was seen is left out; that two remain everywhere is seen to by test.

use whichside_diagnosis::Cause;

use super::Step;
use crate::hosting::Hosting;
use crate::stack::{Cdn, Stack};

/// The steps of one cause: two at least, the likeliest to find the fault first.
struct Plan(Step, Step, &'static [Step]);

/// What comes after the fault is found, whatever it was.
const AFTERWARDS: &[Step] = &[
    Step::RollBack,
    Step::AskHost,
    Step::Updates,
    Step::TellVisitors,
    Step::PlannedWork,
    Step::SearchEngines,
    Step::Monitoring,
    Step::HealthChecks,
    Step::ScaleOut,
];

/// What a site needs where it is well and its visitors are not.
const FOR_VISITORS: &[Step] = &[Step::AskReport, Step::TellVisitors];

/// The whole way from web server to application, nearest first.
const BEHIND_THE_FRONT: &[Step] = &[
    Step::NginxLog,
    Step::ApacheLog,
    Step::HaproxyLog,
    Step::PanelLog,
    Step::FunctionLog,
    Step::Containers,
    Step::Ingress,
    Step::FpmStatus,
    Step::FpmRestart,
    Step::AppStatus,
    Step::AppRestart,
    Step::UpstreamAddress,
    Step::AskBackend,
    Step::SocketRights,
    Step::Selinux,
    Step::UpstreamName,
    Step::Buffers,
    Step::ApplicationLog,
    Step::Timeouts,
    Step::FpmPool,
    Step::Resources,
    Step::LoadSource,
    Step::Database,
    Step::Limits,
    Step::EachBackend,
    Step::Firewall,
    Step::SecurityRules,
    Step::Htaccess,
    Step::PluginsOff,
    Step::PhpLimits,
    Step::Uploads,
    Step::FunctionLimits,
    Step::ProviderStatus,
    Step::DnsRecords,
    Step::NetworkPath,
];

/// The way to slowness and overload.
const UNDER_LOAD: &[Step] = &[
    Step::SlowRequests,
    Step::Resources,
    Step::LoadSource,
    Step::NginxLog,
    Step::ApacheLog,
    Step::HaproxyLog,
    Step::PanelLog,
    Step::FunctionLog,
    Step::ApplicationLog,
    Step::FpmPool,
    Step::Database,
    Step::Timeouts,
    Step::Limits,
    Step::Containers,
    Step::Ingress,
    Step::FpmRestart,
    Step::AppStatus,
    Step::AppRestart,
    Step::AskBackend,
    Step::Firewall,
    Step::PluginsOff,
    Step::PhpLimits,
    Step::FunctionLimits,
    Step::Cache,
    Step::ProviderStatus,
    Step::NetworkPath,
];

const fn plan(cause: Cause) -> Plan {
    match cause {
        Cause::Offline | Cause::NetworkDown | Cause::CaptivePortal => {
            Plan(Step::AskSite, Step::AskReport, &[Step::TellVisitors])
        }
        Cause::FlakyNetwork => Plan(
            Step::LighterPage,
            Step::AskSite,
            &[Step::NetworkPath, Step::AskReport],
        ),
        Cause::DnsLocal => Plan(
            Step::RegionalDns,
            Step::Dnssec,
            &[Step::DnsRecords, Step::NameServers, Step::Reputation],
        ),
        Cause::BlockedLocally => Plan(Step::Reputation, Step::AskSite, &[Step::SecurityRules]),
        Cause::Path => Plan(
            Step::NetworkPath,
            Step::UnblockVisitors,
            &[Step::Firewall, Step::AllowCdn, Step::ProviderStatus],
        ),
        Cause::TlsInterception => Plan(Step::CertificateLook, Step::TlsReach, &[]),
        Cause::Clock => Plan(Step::TlsReach, Step::CertificateLook, &[]),
        Cause::RefusedYou => Plan(
            Step::UnblockVisitors,
            Step::SecurityRules,
            &[Step::AllowCdn, Step::AccessRules, Step::LoadSource],
        ),
        Cause::BrowserState => Plan(
            Step::VisitorCopies,
            Step::AskSite,
            &[Step::Redirects, Step::TlsReach],
        ),
        Cause::BadGateway => Plan(Step::AskSite, Step::NginxLog, BEHIND_THE_FRONT),
        Cause::GatewayTimeout => Plan(Step::AskSite, Step::SlowRequests, UNDER_LOAD),
        Cause::Unavailable => Plan(
            Step::AskSite,
            Step::PlannedWork,
            &[
                Step::NginxLog,
                Step::ApacheLog,
                Step::HaproxyLog,
                Step::PanelLog,
                Step::FunctionLog,
                Step::Containers,
                Step::Ingress,
                Step::Resources,
                Step::LoadSource,
                Step::Limits,
                Step::FpmPool,
                Step::FpmStatus,
                Step::AppStatus,
                Step::AppRestart,
                Step::EachBackend,
                Step::HealthChecks,
                Step::Database,
                Step::SecurityRules,
                Step::PluginsOff,
                Step::FunctionLimits,
                Step::Cache,
                Step::ProviderStatus,
            ],
        ),
        Cause::ServerError => Plan(
            Step::AskSite,
            Step::ApplicationError,
            &[
                Step::NginxLog,
                Step::ApacheLog,
                Step::PanelLog,
                Step::FunctionLog,
                Step::ApplicationLog,
                Step::Htaccess,
                Step::PluginsOff,
                Step::PhpLimits,
                Step::Database,
                Step::Resources,
                Step::AccessRules,
                Step::Containers,
                Step::FunctionLimits,
            ],
        ),
        Cause::EdgeError => Plan(
            Step::Origin,
            Step::AllowCdn,
            &[
                Step::CdnTls,
                Step::FrontStatus,
                Step::FrontReload,
                Step::NginxLog,
                Step::ApacheLog,
                Step::HaproxyLog,
                Step::PanelLog,
                Step::Firewall,
                Step::SlowRequests,
                Step::Timeouts,
                Step::Resources,
                Step::DnsRecords,
                Step::CertificateRenew,
                Step::SecurityRules,
                Step::NetworkPath,
                Step::ProviderStatus,
            ],
        ),
        Cause::HttpError => Plan(Step::AskSite, Step::ApplicationError, BEHIND_THE_FRONT),
        Cause::NotFound => Plan(
            Step::AskSite,
            Step::MissingPage,
            &[
                Step::NginxLog,
                Step::ApacheLog,
                Step::Htaccess,
                Step::DnsRecords,
            ],
        ),
        Cause::Forbidden => Plan(
            Step::AccessRules,
            Step::SecurityRules,
            &[
                Step::NginxLog,
                Step::ApacheLog,
                Step::PanelLog,
                Step::Htaccess,
                Step::UnblockVisitors,
            ],
        ),
        Cause::RedirectLoop => Plan(
            Step::Redirects,
            Step::CdnTls,
            &[Step::Htaccess, Step::PluginsOff, Step::ApplicationLog],
        ),
        Cause::ServerDown => Plan(
            Step::AskSite,
            Step::DnsRecords,
            &[
                Step::FrontStatus,
                Step::FrontReload,
                Step::Containers,
                Step::Ingress,
                Step::Firewall,
                Step::ProviderStatus,
                Step::Resources,
                Step::NetworkPath,
                Step::NginxLog,
                Step::ApacheLog,
                Step::HaproxyLog,
            ],
        ),
        Cause::EmptyReply => Plan(
            Step::AskSite,
            Step::NginxLog,
            &[
                Step::ApacheLog,
                Step::HaproxyLog,
                Step::PanelLog,
                Step::FunctionLog,
                Step::FrontStatus,
                Step::FrontReload,
                Step::Containers,
                Step::AskBackend,
                Step::ApplicationLog,
                Step::SecurityRules,
                Step::Resources,
                Step::Limits,
                Step::Firewall,
                Step::ProviderStatus,
            ],
        ),
        Cause::DnsMissing => Plan(Step::DnsRecords, Step::Registration, &[Step::NameServers]),
        Cause::DnsBroken => Plan(
            Step::NameServers,
            Step::Dnssec,
            &[Step::DnsRecords, Step::Registration, Step::ProviderStatus],
        ),
        Cause::Certificate => Plan(
            Step::CertificateLook,
            Step::AskHost,
            &[
                Step::CertificateRenew,
                Step::CdnTls,
                Step::DnsRecords,
                Step::TlsReach,
            ],
        ),
        Cause::Intermittent => Plan(
            Step::AskSite,
            Step::DnsRecords,
            &[
                Step::EachBackend,
                Step::NginxLog,
                Step::ApacheLog,
                Step::HaproxyLog,
                Step::PanelLog,
                Step::FunctionLog,
                Step::Containers,
                Step::FpmPool,
                Step::Resources,
                Step::LoadSource,
                Step::Limits,
                Step::HealthChecks,
                Step::ApplicationLog,
                Step::Database,
                Step::SecurityRules,
                Step::NetworkPath,
                Step::ProviderStatus,
            ],
        ),
        Cause::Slow => Plan(Step::SlowRequests, Step::LighterPage, UNDER_LOAD),
        Cause::Healthy => Plan(
            Step::AskSite,
            Step::AskReport,
            &[
                Step::RegionalDns,
                Step::VisitorCopies,
                Step::UnblockVisitors,
                Step::Monitoring,
            ],
        ),
        Cause::Recovered => Plan(
            Step::Monitoring,
            Step::SearchEngines,
            &[
                Step::NginxLog,
                Step::ApacheLog,
                Step::HaproxyLog,
                Step::PanelLog,
                Step::FunctionLog,
                Step::ApplicationLog,
                Step::Resources,
                Step::FpmPool,
                Step::ScaleOut,
                Step::TellVisitors,
            ],
        ),
        Cause::Unclear => Plan(
            Step::AskSite,
            Step::DnsRecords,
            &[
                Step::FrontStatus,
                Step::NginxLog,
                Step::ApacheLog,
                Step::HaproxyLog,
                Step::PanelLog,
                Step::FunctionLog,
                Step::Firewall,
                Step::CertificateLook,
                Step::UnblockVisitors,
                Step::ProviderStatus,
            ],
        ),
    }
}

/// What a status tells beyond its cause: the steps that come first then.
const fn first_for(status: u16) -> &'static [Step] {
    match status {
        401 => &[Step::AccessRules],
        429 => &[Step::UnblockVisitors],
        413 => &[Step::Uploads],
        400 | 431 => &[Step::VisitorCopies],
        507 => &[Step::Resources],
        508 => &[Step::PhpLimits, Step::AskHost],
        // Cloudflare's own numbers: refused, no route, late, TLS, name.
        520 => &[Step::Origin, Step::NginxLog, Step::ApacheLog],
        521 => &[Step::Origin, Step::FrontStatus, Step::AllowCdn],
        522 | 523 => &[Step::Origin, Step::AllowCdn, Step::Firewall],
        524 => &[Step::SlowRequests, Step::Timeouts],
        525 | 526 => &[Step::CdnTls, Step::CertificateRenew],
        530 => &[Step::DnsRecords, Step::Origin],
        _ => &[],
    }
}

/// The ordered steps for a cause: what finds the fault first, what mends it, then what keeps it from coming back.
/// `status` is the number of the answer where it was seen. Each step appears once; there are always two at least.
#[must_use]
pub fn for_owner(cause: Cause, status: Option<u16>, stack: &Stack, hosting: Hosting) -> Vec<Step> {
    use whichside_diagnosis::Side;

    let Plan(first, second, more) = plan(cause);
    let behind_cdn: &[Step] = match stack.cdn {
        // The network's answer hides one's own server's: ask that first.
        Some(Cdn::Cloudflare | Cdn::Other) => &[Step::Origin],
        None => &[],
    };
    let (before, after): (&[Step], &[Step]) = match cause.side() {
        Side::Theirs => (behind_cdn, AFTERWARDS),
        Side::Yours => (&[], FOR_VISITORS),
        Side::Works | Side::Unknown => (&[], &[]),
    };
    let mut steps: Vec<Step> = Vec::new();
    for step in status
        .map_or(&[] as &[Step], first_for)
        .iter()
        .chain([&first])
        .chain(before)
        .chain([&second])
        .chain(more)
        .chain(after)
    {
        if step.suits(stack, hosting) && !is_moot(*step, stack, hosting) && !steps.contains(step) {
            steps.push(*step);
        }
    }
    steps
}

/// Steps about a part that is known not to be there.
fn is_moot(step: Step, stack: &Stack, hosting: Hosting) -> bool {
    let other_application = matches!(step, Step::AppStatus | Step::AppRestart);
    let htaccess = step == Step::Htaccess;
    (stack.php && other_application && hosting != Hosting::Containers)
        || (htaccess && stack.server == crate::stack::Server::Nginx && hosting != Hosting::Shared)
}
