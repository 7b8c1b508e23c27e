//! Steps about what refuses on purpose: firewalls, security rules, limits, permissions, block lists.
//! What is switched off for a moment is switched on again within the same commands.

use super::{EVERYWHERE, SHELL, Step, StepWords};
use crate::command::{Commands, change, done, look, prints, seen};
use crate::fragments::Fragment;

pub(super) const FIREWALL: StepWords = StepWords {
    title: "Look at the firewalls between the servers",
    why: "A rule that drops packets makes the web server wait in vain. Cloud providers have a second firewall, in their control panel.",
    commands: Commands {
        debian: &[
            look("sudo ufw status verbose"),
            look("sudo nft list ruleset"),
            look("curl -sSI --max-time 5 http://{backend}/"),
            change(
                "sudo ufw disable; curl -sSI --max-time 5 http://{backend}/; sudo ufw --force enable",
            ),
        ],
        rhel: &[
            look("sudo firewall-cmd --list-all"),
            look("sudo nft list ruleset"),
            look("curl -sSI --max-time 5 http://{backend}/"),
            change(
                "sudo systemctl stop firewalld; curl -sSI --max-time 5 http://{backend}/; sudo systemctl start firewalld",
            ),
        ],
        macos: &[look(
            "/usr/libexec/ApplicationFirewall/socketfilterfw --getglobalstate",
        )],
        docker: &[
            look("sudo iptables --list DOCKER-USER --numeric"),
            look("docker exec {front} curl -sSI --max-time 5 http://{backend}/"),
        ],
        kubernetes: &[
            look("kubectl get networkpolicies --all-namespaces"),
            look("kubectl describe networkpolicies"),
        ],
    },
    findings: &[
        seen(
            "It answers while the firewall is off.",
            "A rule blocks it. Allow the port from the web server’s address only. Never leave the firewall off.",
            Step::AskSite,
        ),
        seen(
            "It times out with and without the firewall.",
            "Look at the provider’s firewall or security groups, then at the route.",
            Step::NetworkPath,
        ),
        prints(
            "Connection refused",
            "No firewall drops it: nothing listens there.",
            Step::AppStatus,
        ),
    ],
    fragments: &[],
    place: SHELL,
};

pub(super) const SECURITY_RULES: StepWords = StepWords {
    title: "Look at ModSecurity, security plug-ins and DDoS protection",
    why: "A rule that takes visitors for attackers answers 403, 429 or 503, or closes the connection. Its log names the rule.",
    commands: Commands {
        debian: &[
            look("sudo tail -n 50 /var/log/apache2/modsec_audit.log"),
            look("sudo grep -i modsecurity /var/log/nginx/error.log /var/log/apache2/error.log"),
            look("sudo fail2ban-client status"),
        ],
        rhel: &[
            look("sudo tail -n 50 /var/log/httpd/modsec_audit.log"),
            look("sudo grep -i modsecurity /var/log/nginx/error.log /var/log/httpd/error_log"),
            look("sudo fail2ban-client status"),
        ],
        macos: &[],
        docker: &[look("docker logs --tail 200 {front}")],
        kubernetes: &[look(
            "kubectl --namespace ingress-nginx logs deployment/ingress-nginx-controller --tail=200",
        )],
    },
    findings: &[
        prints(
            "ModSecurity: Access denied with code 403",
            "The line names the rule’s id. Switch off that one rule for that one page.",
            Step::UnblockVisitors,
        ),
        seen(
            "It works while the CMS’s security plug-in is off.",
            "Turn it on again, and allow what it blocked. Off is for the test only.",
            Step::UnblockVisitors,
        ),
        seen(
            "Cloudflare’s list of security events shows your visitors.",
            "Change that rule to a challenge, or let these visitors skip it.",
            Step::UnblockVisitors,
        ),
        done(
            "No rule fired at that time.",
            "Security software is not the reason. Go on with the next step.",
        ),
    ],
    fragments: &[],
    place: EVERYWHERE,
};

pub(super) const UNBLOCK_VISITORS: StepWords = StepWords {
    title: "Find the rule that turns some visitors away",
    why: "Others get the page and some do not. Blocks by address, country, VPN, browser or number of requests do this.",
    commands: Commands {
        debian: &[
            look("sudo grep '{visitor}' /var/log/nginx/access.log | tail -n 20"),
            look("sudo fail2ban-client banned"),
            change("sudo fail2ban-client unban {visitor}"),
            look("sudo nginx -T 2>/dev/null | grep -nE 'deny|limit_req|limit_conn|geo|return 4'"),
        ],
        rhel: &[
            look("sudo grep '{visitor}' /var/log/nginx/access.log | tail -n 20"),
            look("sudo fail2ban-client banned"),
            change("sudo fail2ban-client unban {visitor}"),
            look("sudo nginx -T 2>/dev/null | grep -nE 'deny|limit_req|limit_conn|geo|return 4'"),
        ],
        macos: &[],
        docker: &[look(
            "docker logs --tail 10000 {front} 2>&1 | grep '{visitor}'",
        )],
        kubernetes: &[look(
            "kubectl --namespace ingress-nginx logs deployment/ingress-nginx-controller --tail=10000 | grep '{visitor}'",
        )],
    },
    findings: &[
        prints(
            "\" 429 ",
            "A limit on requests was met. Offices and phone networks share one address: set it higher.",
            Step::AskReport,
        ),
        prints(
            "\" 403 ",
            "A rule forbade it. Look for bans, country blocks and the WAF’s events.",
            Step::SecurityRules,
        ),
        prints(
            "\" 451 ",
            "The page is blocked for legal reasons, by country perhaps. Say so on the page.",
            Step::TellVisitors,
        ),
        seen(
            "The visitor’s address is in no log of yours.",
            "A delivery network or the host turned them away before you. Look at its security events.",
            Step::AllowCdn,
        ),
    ],
    fragments: &[Fragment::RateLimit],
    place: EVERYWHERE,
};

pub(super) const ACCESS_RULES: StepWords = StepWords {
    title: "See why nobody may open the page",
    why: "401 asks for a password, and 403 forbids. Wrong rights on files, a missing index page or a rule left behind are common.",
    commands: Commands {
        debian: &[
            look("sudo namei -l /var/www/html/index.html"),
            look("sudo nginx -T 2>/dev/null | grep -nE 'deny|allow|auth_basic|index|root'"),
            look("sudo grep -rnE 'Require|Deny from' /etc/apache2/ /var/www/"),
        ],
        rhel: &[
            look("sudo namei -l /usr/share/nginx/html/index.html"),
            look("ls -lZ /usr/share/nginx/html"),
            look("sudo nginx -T 2>/dev/null | grep -nE 'deny|allow|auth_basic|index|root'"),
            look("sudo grep -rnE 'Require|Deny from' /etc/httpd/ /var/www/"),
        ],
        macos: &[look("ls -la \"$(brew --prefix)/var/www\"")],
        docker: &[look("docker exec {front} ls -la /usr/share/nginx/html")],
        kubernetes: &[look("kubectl describe ingress")],
    },
    findings: &[
        prints(
            "directory index of \"/var/www/html/\" is forbidden",
            "The folder has no index page. Upload it, or name it in the directive index.",
            Step::MissingPage,
        ),
        prints(
            "Permission denied",
            "The web server’s user may not read the file. Folders need 755 and files 644.",
            Step::AskSite,
        ),
        prints(
            "AH01630: client denied by server configuration",
            "A line Require or Deny forbids it.",
            Step::Htaccess,
        ),
        prints(
            "WWW-Authenticate:",
            "The page wants a password. If it should be public, remove the password rule.",
            Step::RollBack,
        ),
    ],
    fragments: &[],
    place: EVERYWHERE,
};

pub(super) const REPUTATION: StepWords = StepWords {
    title: "See whether a block list names your site",
    why: "Browsers, filters and security programs block sites that a list calls dangerous. After an infection, a site stays on such lists for days.",
    commands: Commands::everywhere(&[
        look("dig +short {host} @1.1.1.2"),
        look("dig +short {host} @9.9.9.9"),
        look("dig +short {host} @1.1.1.1"),
    ]),
    findings: &[
        prints(
            "0.0.0.0",
            "This filtering resolver holds the name for harmful. Clean the site, then ask for a review.",
            Step::Updates,
        ),
        seen(
            "Google’s Safe Browsing status page calls the site unsafe.",
            "Clean it, then ask for a review in the Search Console.",
            Step::Updates,
        ),
        seen(
            "No list names it.",
            "An ad blocker may take a path such as /ads/ for advertising. Rename it, or ask the list’s keepers.",
            Step::AskReport,
        ),
    ],
    fragments: &[],
    place: EVERYWHERE,
};
