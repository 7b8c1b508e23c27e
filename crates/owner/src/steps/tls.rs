//! Steps about certificates and TLS.

use super::{EVERYWHERE, SHELL, Step, StepWords};
use crate::command::{Commands, change, done, look, prints, seen};

pub(super) const CERTIFICATE_LOOK: StepWords = StepWords {
    title: "Read the certificate that visitors get",
    why: "Browsers stop at a certificate that has expired, names another site or lacks a link of its chain.",
    commands: Commands::everywhere(&[
        look(
            "openssl s_client -connect {host}:443 -servername {host} </dev/null 2>/dev/null | openssl x509 -noout -subject -issuer -dates -ext subjectAltName",
        ),
        look(
            "openssl s_client -connect {host}:443 -servername {host} </dev/null 2>&1 | grep -E 'Verif|verify'",
        ),
        look("curl -sSI https://{host}/"),
    ]),
    findings: &[
        prints(
            "notAfter=",
            "If this date is past, the certificate has expired.",
            Step::CertificateRenew,
        ),
        prints(
            "unable to get local issuer certificate",
            "The intermediate certificate is missing. Use the file with the full chain.",
            Step::CertificateRenew,
        ),
        prints(
            "self-signed certificate",
            "Nobody vouches for it. Get one from an authority, such as Let’s Encrypt.",
            Step::CertificateRenew,
        ),
        seen(
            "The names do not include your site’s.",
            "The server shows another site’s certificate. Its server block or virtual host is missing.",
            Step::CertificateRenew,
        ),
        prints(
            "Verification: OK",
            "The certificate is good from here. Test from other networks, and older devices.",
            Step::TlsReach,
        ),
    ],
    fragments: &[],
    place: EVERYWHERE,
};

pub(super) const CERTIFICATE_RENEW: StepWords = StepWords {
    title: "Renew the certificate, and load it",
    why: "A renewed certificate helps only when the web server has loaded it. Renewal fails when port 80 is closed or the name points elsewhere.",
    commands: Commands {
        debian: &[
            look("sudo certbot certificates"),
            look("sudo certbot renew --dry-run"),
            change("sudo certbot renew"),
            change("sudo nginx -t && sudo systemctl reload nginx"),
            look("systemctl list-timers 'certbot*' --no-pager"),
        ],
        rhel: &[
            look("sudo certbot certificates"),
            look("sudo certbot renew --dry-run"),
            change("sudo certbot renew"),
            change("sudo nginx -t && sudo systemctl reload nginx"),
            look("systemctl list-timers 'certbot*' --no-pager"),
        ],
        macos: &[
            change("sudo certbot renew"),
            change("nginx -t && nginx -s reload"),
        ],
        docker: &[change("docker exec {front} nginx -s reload")],
        kubernetes: &[
            look("kubectl get certificates,certificaterequests --all-namespaces"),
            look("kubectl describe certificates"),
        ],
    },
    findings: &[
        prints(
            "Congratulations, all simulated renewals succeeded",
            "Renewal works. Run it, then reload the web server.",
            Step::CertificateLook,
        ),
        prints(
            "Timeout during connect (likely firewall problem)",
            "The authority cannot reach port 80 of your server.",
            Step::Firewall,
        ),
        prints(
            "DNS problem: NXDOMAIN",
            "One of the names has no address any more. Remove it from the certificate.",
            Step::DnsRecords,
        ),
        prints(
            "too many certificates",
            "The authority’s weekly limit is reached. Use the one you have, or wait.",
            Step::AskHost,
        ),
    ],
    fragments: &[],
    place: SHELL,
};

pub(super) const TLS_REACH: StepWords = StepWords {
    title: "See which browsers can reach you over TLS",
    why: "Old devices know neither new authorities nor new versions of TLS. Company filters and wrong clocks look the same to them.",
    commands: Commands::everywhere(&[
        look("openssl s_client -connect {host}:443 -servername {host} -tls1_2 </dev/null"),
        look("openssl s_client -connect {host}:443 -servername {host} -tls1_3 </dev/null"),
        look(
            "openssl s_client -connect {host}:443 -servername {host} -showcerts </dev/null 2>/dev/null | grep -c BEGIN",
        ),
    ]),
    findings: &[
        seen(
            "Only one version of TLS works.",
            "Offer both 1.2 and 1.3.",
            Step::FrontReload,
        ),
        seen(
            "The server sends one certificate only.",
            "Send the chain too. Some devices cannot find the missing one.",
            Step::CertificateRenew,
        ),
        seen(
            "The certificate became valid only hours ago.",
            "Visitors whose clock is behind reject it. Renew some days before the old one ends.",
            Step::TellVisitors,
        ),
        done(
            "Both versions and the whole chain are there.",
            "Your side is well. The visitor’s filter, antivirus or clock breaks the secure connection.",
        ),
    ],
    fragments: &[],
    place: EVERYWHERE,
};
