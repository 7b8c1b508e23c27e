//! What owners need to know, row by row, and the verdict, hosting and step that say it.

use whichside_diagnosis::Cause;
use whichside_owner::{Hosting, Stack, Step, System, for_owner};

#[test]
fn what_the_knowledge_asks_for_is_said_by_a_step_of_a_verdict() {
    for (row, cause, hosting, step) in [
        (
            "error log of nginx",
            Cause::BadGateway,
            Hosting::Vps,
            Step::NginxLog,
        ),
        (
            "error log of Apache",
            Cause::BadGateway,
            Hosting::Vps,
            Step::ApacheLog,
        ),
        (
            "log of PHP-FPM and application",
            Cause::BadGateway,
            Hosting::Vps,
            Step::ApplicationLog,
        ),
        (
            "nginx not running",
            Cause::ServerDown,
            Hosting::Vps,
            Step::FrontStatus,
        ),
        (
            "PHP-FPM stopped",
            Cause::BadGateway,
            Hosting::Vps,
            Step::FpmStatus,
        ),
        (
            "application of Node.js or Python down",
            Cause::BadGateway,
            Hosting::Vps,
            Step::AppStatus,
        ),
        (
            "PHP-FPM timeout",
            Cause::GatewayTimeout,
            Hosting::Vps,
            Step::Timeouts,
        ),
        ("overload", Cause::BadGateway, Hosting::Vps, Step::Resources),
        (
            "spam, malware, brute force",
            Cause::GatewayTimeout,
            Hosting::Vps,
            Step::LoadSource,
        ),
        (
            "memory leak",
            Cause::BadGateway,
            Hosting::Vps,
            Step::FpmPool,
        ),
        (
            "firewall between nginx and upstream",
            Cause::BadGateway,
            Hosting::Vps,
            Step::Firewall,
        ),
        (
            "security plug-in, ModSecurity, DDoS protection",
            Cause::BadGateway,
            Hosting::Shared,
            Step::SecurityRules,
        ),
        ("Cloudflare", Cause::EdgeError, Hosting::Vps, Step::AllowCdn),
        (
            "wrong upstream address, socket or port",
            Cause::BadGateway,
            Hosting::Vps,
            Step::UpstreamAddress,
        ),
        (
            "upstream name does not resolve",
            Cause::BadGateway,
            Hosting::Vps,
            Step::UpstreamName,
        ),
        (
            "domain freshly moved",
            Cause::DnsMissing,
            Hosting::Vps,
            Step::DnsRecords,
        ),
        (
            "connection limits and file limits",
            Cause::BadGateway,
            Hosting::Vps,
            Step::Limits,
        ),
        (
            "database credentials after a migration",
            Cause::ServerError,
            Hosting::Vps,
            Step::Database,
        ),
        (
            "headers larger than buffers",
            Cause::BadGateway,
            Hosting::Vps,
            Step::Buffers,
        ),
        (
            "network between servers",
            Cause::BadGateway,
            Hosting::Dedicated,
            Step::NetworkPath,
        ),
        (
            "ask the backend by curl -I",
            Cause::BadGateway,
            Hosting::Vps,
            Step::AskBackend,
        ),
        ("updates", Cause::BadGateway, Hosting::Vps, Step::Updates),
        (
            "roll back the last change",
            Cause::BadGateway,
            Hosting::Serverless,
            Step::RollBack,
        ),
        (
            "shared: ask the host",
            Cause::BadGateway,
            Hosting::Shared,
            Step::AskHost,
        ),
        (
            "shared: .htaccess",
            Cause::ServerError,
            Hosting::Shared,
            Step::Htaccess,
        ),
        (
            "shared: heavy plug-ins",
            Cause::GatewayTimeout,
            Hosting::Shared,
            Step::PluginsOff,
        ),
        (
            "shared: PHP execution time",
            Cause::GatewayTimeout,
            Hosting::Shared,
            Step::PhpLimits,
        ),
        (
            "Kubernetes ingress",
            Cause::BadGateway,
            Hosting::Containers,
            Step::Ingress,
        ),
        (
            "serverless limits",
            Cause::GatewayTimeout,
            Hosting::Serverless,
            Step::FunctionLimits,
        ),
        (
            "SEO",
            Cause::GatewayTimeout,
            Hosting::Shared,
            Step::SearchEngines,
        ),
        (
            "503 with Retry-After",
            Cause::Unavailable,
            Hosting::Vps,
            Step::PlannedWork,
        ),
        (
            "monitoring",
            Cause::Recovered,
            Hosting::Vps,
            Step::Monitoring,
        ),
        (
            "health checks",
            Cause::Intermittent,
            Hosting::Vps,
            Step::HealthChecks,
        ),
        (
            "scale out, load balance, redundancy",
            Cause::BadGateway,
            Hosting::Vps,
            Step::ScaleOut,
        ),
        (
            "WAF blocks of one visitor",
            Cause::RefusedYou,
            Hosting::Vps,
            Step::UnblockVisitors,
        ),
        (
            "regional resolvers and DNSSEC",
            Cause::DnsLocal,
            Hosting::Vps,
            Step::RegionalDns,
        ),
    ] {
        let unknown = Stack::UNKNOWN;
        assert!(
            for_owner(cause, None, &unknown, hosting).contains(&step),
            "{row}: {} is not led to by {}",
            step.id(),
            cause.id()
        );
    }
}

#[test]
fn the_commands_that_the_knowledge_names_can_be_copied() {
    let all: Vec<&str> = Step::ALL
        .iter()
        .flat_map(|step| {
            System::ALL
                .iter()
                .flat_map(|system| step.commands(*system).iter().map(|command| command.text))
        })
        .collect();
    for needed in [
        "systemctl status nginx",
        "systemctl restart {fpm}",
        "systemctl restart php-fpm",
        "systemctl restart mysql",
        "ps aux | grep '[p]hp-fpm'",
        "curl -sSI -H 'Host: {host}' http://{backend}/",
        "top -b",
        "htop",
        "free -m",
        "dig {host} A",
        "nslookup {host}",
        "ping -c 5 {host}",
        "apt update && sudo apt upgrade",
        "dnf upgrade",
        "brew services restart",
        "docker logs",
        "kubectl describe ingress",
        "/var/log/nginx/error.log",
        "/var/log/apache2/error.log",
    ] {
        assert!(
            all.iter().any(|command| command.contains(needed)),
            "{needed}"
        );
    }
}
