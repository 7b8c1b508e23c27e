//! Steps about what stands in front: delivery networks, the provider, and the way packets take.

use super::{EVERYWHERE, Step, StepWords};
use crate::command::{Commands, change, done, look, prints, seen};

pub(super) const ORIGIN: StepWords = StepWords {
    title: "Ask your own server past the delivery network",
    why: "If your server answers there, the fault lies between it and the network. If not, mend your server first.",
    commands: Commands::everywhere(&[
        look("curl -sSI --max-time 20 --resolve {host}:443:{origin} https://{host}/"),
        look("curl -sSI --max-time 20 --resolve {host}:80:{origin} http://{host}/"),
    ]),
    findings: &[
        prints(
            "HTTP/2 200",
            "Your server is well. It turns the network away, or the network asks a wrong address.",
            Step::AllowCdn,
        ),
        prints(
            "HTTP/2 502",
            "Your own web server says 502. Its error log names the reason.",
            Step::NginxLog,
        ),
        prints(
            "Connection refused",
            "Your web server is stopped, or listens on another port. Cloudflare shows this as 521.",
            Step::FrontStatus,
        ),
        prints(
            "Connection timed out",
            "A firewall drops the packets, or the address is old. Cloudflare shows this as 522 or 523.",
            Step::Firewall,
        ),
        prints(
            "SSL certificate problem",
            "Your server’s own certificate is bad. Cloudflare shows this as 526.",
            Step::CdnTls,
        ),
        seen(
            "The answer takes longer than 100 seconds.",
            "Cloudflare gives up after 100 seconds or a little more, and shows 524.",
            Step::SlowRequests,
        ),
    ],
    fragments: &[],
    place: EVERYWHERE,
};

pub(super) const ALLOW_CDN: StepWords = StepWords {
    title: "Let the delivery network reach your server",
    why: "All visitors come from the network’s few addresses. A firewall or fail2ban may take that for an attack and block them.",
    commands: Commands {
        debian: &[
            look("curl -sS https://www.cloudflare.com/ips-v4"),
            look("sudo fail2ban-client banned"),
            change(
                "for net in $(curl -sS https://www.cloudflare.com/ips-v4); do sudo ufw allow proto tcp from $net to any port 80,443; done",
            ),
        ],
        rhel: &[
            look("curl -sS https://www.cloudflare.com/ips-v4"),
            look("sudo fail2ban-client banned"),
            change(
                "for net in $(curl -sS https://www.cloudflare.com/ips-v4); do sudo firewall-cmd --permanent --zone=trusted --add-source=$net; done; sudo firewall-cmd --reload",
            ),
        ],
        macos: &[look("curl -sS https://www.cloudflare.com/ips-v4")],
        docker: &[look("curl -sS https://www.cloudflare.com/ips-v4")],
        kubernetes: &[look("curl -sS https://www.cloudflare.com/ips-v4")],
    },
    findings: &[
        seen(
            "One of the network’s addresses is banned.",
            "Unban it, and let fail2ban ignore the whole list. Log the visitor’s real address instead.",
            Step::AskSite,
        ),
        seen(
            "The network’s panel holds an old address of your server.",
            "Write the new one into its DNS records.",
            Step::DnsRecords,
        ),
        seen(
            "The network itself blocks your visitors.",
            "Look at its security events, and at the modes for attacks.",
            Step::SecurityRules,
        ),
    ],
    fragments: &[],
    place: EVERYWHERE,
};

pub(super) const CDN_TLS: StepWords = StepWords {
    title: "Mend the secure link between delivery network and server",
    why: "The network opens a secure connection of its own to your server. Codes 525 and 526 say that this one fails.",
    commands: Commands::everywhere(&[
        look("openssl s_client -connect {origin}:443 -servername {host} </dev/null"),
        look(
            "openssl s_client -connect {origin}:443 -servername {host} </dev/null 2>/dev/null | openssl x509 -noout -subject -dates",
        ),
    ]),
    findings: &[
        prints(
            "notAfter=",
            "If this date is past, renew the certificate on your server.",
            Step::CertificateRenew,
        ),
        prints(
            "handshake failure",
            "The two share no version or cipher. Allow TLS 1.2 and 1.3.",
            Step::TlsReach,
        ),
        prints(
            "Connection refused",
            "Nothing listens on port 443. Turn https on, or change the network’s mode.",
            Step::FrontStatus,
        ),
        seen(
            "The mode is “Flexible”, and your server sends http visitors to https.",
            "This makes a loop. Choose the mode “Full (strict)”.",
            Step::Redirects,
        ),
    ],
    fragments: &[],
    place: EVERYWHERE,
};

pub(super) const PROVIDER_STATUS: StepWords = StepWords {
    title: "Look at the status pages of your providers",
    why: "When the hosting, the delivery network or the DNS provider has trouble, nothing on your server helps. You can only wait or move.",
    commands: Commands::everywhere(&[look(
        "curl -sS https://www.cloudflarestatus.com/api/v2/status.json",
    )]),
    findings: &[
        prints(
            "\"indicator\":\"none\"",
            "Cloudflare knows of no trouble. Look at your other providers too.",
            Step::AskSite,
        ),
        seen(
            "A provider reports trouble in your region.",
            "Tell your visitors, and follow that page.",
            Step::TellVisitors,
        ),
        done(
            "No provider knows of any, and your server is well.",
            "Open a ticket. Give the time, the address, and the Ray ID or request id from the error page.",
        ),
    ],
    fragments: &[],
    place: EVERYWHERE,
};

pub(super) const NETWORK_PATH: StepWords = StepWords {
    title: "Follow the way packets take",
    why: "A broken route meets only visitors of some networks, or only those with IPv6. The last hop that answers shows where it ends.",
    commands: Commands {
        debian: &[
            look("ping -c 5 {host}"),
            look("mtr --report --report-cycles 20 {host}"),
            look("curl -4 -sSI --max-time 10 https://{host}/"),
            look("curl -6 -sSI --max-time 10 https://{host}/"),
            look("ping -M do -s 1452 -c 3 {host}"),
        ],
        rhel: &[
            look("ping -c 5 {host}"),
            look("mtr --report --report-cycles 20 {host}"),
            look("curl -4 -sSI --max-time 10 https://{host}/"),
            look("curl -6 -sSI --max-time 10 https://{host}/"),
            look("ping -M do -s 1452 -c 3 {host}"),
        ],
        macos: &[
            look("ping -c 5 {host}"),
            look("traceroute {host}"),
            look("curl -4 -sSI --max-time 10 https://{host}/"),
            look("curl -6 -sSI --max-time 10 https://{host}/"),
        ],
        docker: &[
            look("docker exec {front} ping -c 3 {container}"),
            look("docker network inspect bridge"),
        ],
        kubernetes: &[look("kubectl get nodes --output wide")],
    },
    findings: &[
        seen(
            "IPv4 answers and IPv6 does not.",
            "Mend IPv6 on the server, or remove the AAAA record until then.",
            Step::DnsRecords,
        ),
        seen(
            "The way ends inside another network.",
            "Send the report to your provider. Visitors of that network can use mobile data meanwhile.",
            Step::AskHost,
        ),
        prints(
            "message too long",
            "Large packets do not get through. A tunnel or VPN needs a smaller MTU.",
            Step::Firewall,
        ),
        seen(
            "Everything answers from here.",
            "Only some visitors are cut off. A firewall may drop their country or provider.",
            Step::UnblockVisitors,
        ),
    ],
    fragments: &[],
    place: EVERYWHERE,
};
