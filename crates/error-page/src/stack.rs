//! The servers that a configuration is written for. Each configuration is a template in `stack/`, filled in with choices that
//! were read strictly: no text of an owner can end a string or a line of it.
//!
//! nginx, Apache, Caddy, HAProxy and Traefik are proven with real servers by `tests/error-page`. So are ingress-nginx's pages, behind
//! an nginx that hands errors over as the controller does. Cloudflare's file follows its manual.

use crate::Settings;
use crate::escape::remark;
use crate::page::{Files, fill};

/// A server, or a service, in front of an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stack {
    /// nginx.
    Nginx,
    /// Apache's httpd, 2.4.47 or later.
    Apache,
    /// Caddy 2.
    Caddy,
    /// HAProxy, 2.2 or later.
    Haproxy,
    /// Traefik.
    Traefik,
    /// Kubernetes' ingress-nginx.
    IngressNginx,
    /// Cloudflare.
    Cloudflare,
}

/// HAProxy's buffers are multiples of this many bytes here, with room for the headers.
const BUFFER: usize = 16_384;

impl Stack {
    /// All of them, in the order of the menu.
    pub const ALL: [Stack; 7] = [
        Stack::Nginx,
        Stack::Apache,
        Stack::Caddy,
        Stack::Haproxy,
        Stack::Traefik,
        Stack::IngressNginx,
        Stack::Cloudflare,
    ];

    /// Its name on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Stack::Nginx => "nginx",
            Stack::Apache => "apache",
            Stack::Caddy => "caddy",
            Stack::Haproxy => "haproxy",
            Stack::Traefik => "traefik",
            Stack::IngressNginx => "ingress-nginx",
            Stack::Cloudflare => "cloudflare",
        }
    }

    /// Its own name.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Stack::Nginx => "nginx",
            Stack::Apache => "Apache httpd",
            Stack::Caddy => "Caddy",
            Stack::Haproxy => "HAProxy",
            Stack::Traefik => "Traefik",
            Stack::IngressNginx => "ingress-nginx (Kubernetes)",
            Stack::Cloudflare => "Cloudflare",
        }
    }

    /// The stack of a name.
    #[must_use]
    pub fn of_id(id: &str) -> Option<Stack> {
        Stack::ALL.into_iter().find(|stack| stack.id() == id)
    }

    /// The files of its configuration, by their names.
    const fn templates(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Stack::Nginx => &[
                ("whichside-http.conf", include_str!("stack/nginx-http.conf")),
                (
                    "whichside-server.conf",
                    include_str!("stack/nginx-server.conf"),
                ),
            ],
            Stack::Apache => &[("whichside.conf", include_str!("stack/apache.conf"))],
            Stack::Caddy => &[("whichside.caddy", include_str!("stack/whichside.caddy"))],
            Stack::Haproxy => &[("whichside.cfg", include_str!("stack/haproxy.cfg"))],
            Stack::Traefik => &[
                ("whichside.yaml", include_str!("stack/traefik.yaml")),
                (
                    "whichside-pages.conf",
                    include_str!("stack/traefik-pages.conf"),
                ),
            ],
            Stack::IngressNginx => &[("whichside.yaml", include_str!("stack/ingress-nginx.yaml"))],
            Stack::Cloudflare => &[("cloudflare.txt", include_str!("stack/cloudflare.txt"))],
        }
    }
}

/// The configuration for the chosen stack: its files, by their names.
#[must_use]
pub fn configuration(settings: &Settings, files: &Files) -> Vec<(&'static str, String)> {
    let buffer = (files.largest() / BUFFER + 2) * BUFFER;
    let value = |name: &str| match name {
        "upstream" => settings.upstream.clone(),
        "health" => settings.health.clone(),
        "folder" => settings.folder.clone(),
        "retry-after" => settings.pace.retry.to_string(),
        "site" => remark(settings.site.as_str()),
        "host" => settings.site.host().to_owned(),
        "policy" => files.policy.clone(),
        "bufsize" => buffer.to_string(),

        _ => String::new(),
    };
    settings
        .stack
        .templates()
        .iter()
        .map(|(name, template)| (*name, fill(template, value)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Choices, Parts};

    fn written(stack: Stack) -> String {
        let choices = Choices {
            site: "https://shop.example/".to_owned(),
            stack: stack.id().to_owned(),
            upstream: "app:8080".to_owned(),
            health: "/well".to_owned(),
            retry_after: "17".to_owned(),
            ..Choices::default()
        };
        let settings = choices.read().unwrap();
        let files = Files::new(&settings, &Parts::default());
        configuration(&settings, &files)
            .into_iter()
            .map(|(_, text)| text)
            .collect()
    }

    #[test]
    fn every_place_of_every_template_is_filled_in() {
        for stack in Stack::ALL {
            for (name, template) in stack.templates() {
                for place in template
                    .split("{{")
                    .skip(1)
                    .filter_map(|rest| rest.split_once("}}"))
                {
                    let known = [
                        "upstream",
                        "health",
                        "folder",
                        "retry-after",
                        "site",
                        "host",
                        "policy",
                        "bufsize",
                    ];
                    assert!(known.contains(&place.0), "{name}: {}", place.0);
                }
            }
        }
    }

    #[test]
    fn a_server_of_ours_keeps_the_status_forbids_copies_and_says_when_to_come_again() {
        // Cloudflare's is no server of the owner's.
        let servers = Stack::ALL
            .into_iter()
            .filter(|stack| *stack != Stack::Cloudflare);
        for stack in servers {
            let text = written(stack);
            for must in [
                "no-store",
                "Retry-After",
                "17",
                "app:8080",
                "/well",
                "Server-Timing",
                "/whichside/alive",
                "Access-Control-Allow-Origin",
                "Timing-Allow-Origin",
            ] {
                assert!(text.contains(must), "{}: {must}", stack.id());
            }
            assert!(!text.contains("=200"), "{}", stack.id());
        }
    }

    #[test]
    fn a_stack_has_one_name() {
        for stack in Stack::ALL {
            assert_eq!(Stack::of_id(stack.id()), Some(stack));
            assert!(!stack.own_name().is_empty());
        }
        assert_eq!(Stack::of_id("iis"), None);
    }
}
