//! Firewalls, application firewalls, delivery networks: protection that turns good requests away.

use super::{Article, Block};

pub(super) const ARTICLE: Article = Article {
    id: "security",
    title: "Firewall, WAF and CDN: when protection gets in the way",
    blocks: &[
        Block::Text(
            "Protection stands at four places between a visitor and an application. Each can turn good requests away, and each looks different.",
        ),
        Block::Table {
            caption: "Where protection stands, and how its mistakes look",
            head: ["Where", "How a wrong block looks", "Where to look"],
            rows: &[
                [
                    "Network firewall, security group",
                    "No answer, or refused at once, always from the same side.",
                    "`ufw status`, `firewall-cmd --list-all`, `nft list ruleset`, and the cloud’s own rules.",
                ],
                [
                    "Between front server and application",
                    "502 for everybody, `Permission denied` or `111` in nginx’s log.",
                    "Rules on the application’s port; SELinux: `getsebool httpd_can_network_connect`.",
                ],
                [
                    "Application firewall (ModSecurity, CMS plug-in)",
                    "403 or 406 for some pages or some visitors.",
                    "The audit log names the rule and what in the request set it off.",
                ],
                [
                    "CDN and DDoS protection",
                    "403, 429, a puzzle page, or 521 because the server blocks the CDN.",
                    "The CDN’s event log, by the visitor’s address or the Ray ID.",
                ],
            ],
        },
        Block::Part {
            id: "security-test",
            title: "Find the block without leaving the door open",
            blocks: &[Block::Points(&[
                "Look into the logs first. Most blocks name their rule, and nothing needs to be turned off.",
                "ModSecurity has a mode that only writes down: `SecRuleEngine DetectionOnly`. Use it instead of turning it off.",
                "If a firewall must be off for a test, do it for one minute, from a console that does not depend on it. Turn it on again right after.",
                "Let your server accept all published addresses of your CDN, and let it read the visitor’s real address from the CDN’s header. Otherwise limits count all visitors as one.",
                "Mend the one rule that is wrong, as narrowly as you can: one path, one parameter.",
            ])],
        },
        Block::Part {
            id: "security-robots",
            title: "A check that is refused is not an outage",
            blocks: &[Block::Text(
                "Sites often answer robots with 401, 403, 429 or a puzzle. Whichside counts that as “says nothing”, not as down. If your own monitoring does the same, allow its addresses instead of lowering the protection for all.",
            )],
        },
    ],
};
