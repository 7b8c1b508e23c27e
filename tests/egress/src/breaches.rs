//! Holds what was seen of a check against the contract, and says what breaks it.

use crate::contract::{Contact, Contract, Host, Switch, TellingHeader};
use crate::traffic::{Request, Traffic, host_of};

/// Bytes of IP, TCP, TLS and headers that may come beside the bodies of a hundred answers.
const OVERHEAD: u64 = 256 * 1024;

/// What a sniffer calls the proxy that the browser is set to ask through.
pub const PROXY: &str = "proxy";

/// Who is who in a check.
#[derive(Debug, Clone)]
pub struct Names {
    /// The host that is asked about.
    pub target: String,
    /// The same with or without `www.`.
    pub twin: String,
    /// The page's own host.
    pub page: String,
}

/// What was chosen for a check, and what it may cost.
#[derive(Debug, Clone)]
pub struct Terms {
    /// Who is who.
    pub names: Names,
    /// “Only from this browser”.
    pub only_this_browser: bool,
    /// The browser is set to ask through a proxy: past it, it may talk to the resolver and the devices around.
    pub through_proxy: bool,
    /// How many HTTP requests the target may see.
    pub target_requests: usize,
    /// What stands in the address behind its host: nobody but the target may see it.
    pub secret: Option<String>,
}

impl Names {
    /// What a peer's name stands for.
    fn host(&self, peer: &str) -> Host {
        match peer {
            "resolver" => Host::Resolver,
            "local-network" => Host::LocalNetwork,
            _ if peer == self.target => Host::Target,
            _ if peer == self.twin => Host::Twin,
            _ if peer == self.page => Host::Page,
            _ => Host::Named(peer.to_owned()),
        }
    }
}

/// Everything that the contract does not allow, a sentence each. None: it was kept.
#[must_use]
pub fn breaches(contract: &Contract, terms: &Terms, seen: &Traffic) -> Vec<String> {
    let held = Held { contract, terms };
    let mut found = Vec::new();
    found.extend(held.packets(seen));
    found.extend(held.names(seen));
    found.extend(
        seen.requests
            .iter()
            .filter_map(|request| held.request(request)),
    );
    found.extend(held.numbers(seen));
    found.extend(held.files(seen));
    found.extend(held.kept(seen));
    found.extend(
        seen.still_sending
            .iter()
            .map(|peer| format!("{peer} still sent after the check was done")),
    );
    found.dedup();
    found
}

struct Held<'a> {
    contract: &'a Contract,
    terms: &'a Terms,
}

impl Held<'_> {
    /// Whom the peer belongs to, where it may be talked to in this check.
    fn contact(&self, peer: &str) -> Option<&Contact> {
        self.contract
            .contact(&self.terms.names.host(peer))
            .filter(|contact| contact.switch == Switch::None || !self.terms.only_this_browser)
    }

    /// Whom the peer belongs to, where packets may go there: past a proxy that is set, only to the resolver and the devices around.
    fn reached_directly(&self, peer: &str) -> Option<&Contact> {
        let is_near = matches!(
            self.terms.names.host(peer),
            Host::Resolver | Host::LocalNetwork
        );
        self.contact(peer)
            .filter(|_| is_near || !self.terms.through_proxy)
    }

    fn packets(&self, seen: &Traffic) -> Vec<String> {
        let mut found = Vec::new();
        for (peer, exchanged) in &seen.peers {
            let sent = exchanged.tcp + exchanged.udp + exchanged.other;
            if self.terms.through_proxy && peer == PROXY {
                continue;
            }
            match self.reached_directly(peer) {
                None if sent > 0 => found.push(format!("{sent} packets went to {peer}")),
                None => {}
                Some(contact) => {
                    if exchanged.udp > 0 && !contact.udp {
                        found.push(format!("{} UDP packets went to {peer}", exchanged.udp));
                    }
                    if exchanged.other > 0 {
                        found.push(format!(
                            "{} packets neither TCP nor UDP went to {peer}",
                            exchanged.other
                        ));
                    }
                    let most = contact.body_kb * 1024 + OVERHEAD;
                    if contact.body_kb > 0 && exchanged.received > most {
                        found.push(format!(
                            "{peer} sent {} kB, {} kB may come",
                            exchanged.received / 1024,
                            most / 1024
                        ));
                    }
                }
            }
        }
        let target = seen.peers.get(&self.terms.names.target);
        if self.terms.only_this_browser && target.is_some_and(|target| target.udp > 0) {
            found.push("UDP packets went to the target with “Only from this browser”".to_owned());
        }
        found
    }

    fn names(&self, seen: &Traffic) -> Vec<String> {
        seen.looked_up
            .iter()
            .filter(|name| {
                self.contact(without_service(name)).is_none()
                    && !self.contract.name.iter().any(|known| known.name == **name)
            })
            .map(|name| format!("the device's resolver was asked for {name}"))
            .collect()
    }

    fn request(&self, request: &Request) -> Option<String> {
        // Not HTTP: counted as packets.
        let (method, uri) = request.http()?;
        let host = &request.host;
        let Some(contact) = self.contact(host) else {
            return Some(format!("{host} was asked: {}", request.line));
        };
        if !contact.methods.iter().any(|known| known == method) {
            return Some(format!("{host} was asked by {method}"));
        }
        for header in TellingHeader::ALL {
            let value = match header {
                TellingHeader::Origin => &request.origin,
                TellingHeader::Referer => &request.referer,
                TellingHeader::Cookie => &request.cookie,
                TellingHeader::Authorization => &request.authorization,
            };
            // A page that was opened asks for its parts with its own address, which tells its host nothing.
            let is_own = header == TellingHeader::Referer && host_of(value) == host;
            if !value.is_empty() && !is_own && !contact.headers.contains(&header) {
                return Some(format!("{host} was sent {}: {value}", header.name()));
            }
        }
        let names = &self.terms.names;
        let of_target = [&names.target, &names.twin].contains(&host);
        let tells_secret = self.terms.secret.as_ref().is_some_and(|secret| {
            [uri, &request.body, &request.referer]
                .iter()
                .any(|text| text.contains(secret.as_str()))
        });
        if tells_secret && !of_target {
            return Some(format!("{host} was told what only the target may know"));
        }
        let names_target = [uri, &request.body]
            .iter()
            .any(|text| text.contains(&names.target));
        (names_target && contact.switch == Switch::None && !of_target)
            .then(|| format!("{host} was told the target's name: {uri}"))
    }

    fn numbers(&self, seen: &Traffic) -> Vec<String> {
        let mut found = Vec::new();
        for contact in &self.contract.contact {
            // The site and its twin are one: what may be asked of it is asked of both together.
            let is_site = contact.hosts.contains(&Host::Target);
            let groups: Vec<&[Host]> = if is_site {
                vec![&contact.hosts]
            } else {
                contact.hosts.chunks(1).collect()
            };
            let most = if is_site {
                self.terms.target_requests
            } else {
                contact.requests
            };
            for hosts in groups {
                let theirs = seen.requests.iter().filter(|request| {
                    request.http().is_some()
                        && hosts.contains(&self.terms.names.host(&request.host))
                });
                let (count, sent) = theirs.fold((0, 0), |(count, sent), request| {
                    (count + 1, sent + request.sent)
                });
                if count > most {
                    found.push(format!(
                        "{} was asked {count} times, {most} are allowed",
                        contact.whom
                    ));
                }
                if sent > contact.body_kb * 1024 {
                    found.push(format!(
                        "{} sent bodies of {sent} bytes, {} kB are allowed",
                        contact.whom, contact.body_kb
                    ));
                }
            }
        }
        found
    }

    /// Files that are asked for too often.
    fn files(&self, seen: &Traffic) -> Vec<String> {
        let mut found = Vec::new();
        for file in &self.contract.file {
            let asks = |request: &&Request| {
                request.http().is_some_and(|(_, uri)| uri == file.path)
                    && self.terms.names.host(&request.host) == file.of
            };
            let count = seen.requests.iter().filter(asks).count();
            if count > file.requests {
                found.push(format!("{} was asked for {count} times", file.path));
            }
        }
        found
    }

    fn kept(&self, seen: &Traffic) -> Vec<String> {
        let unknown = seen.kept.iter().filter(|entry| {
            !self
                .contract
                .kept
                .iter()
                .any(|kept| kept.store == entry.store && entry.key.starts_with(&kept.key))
        });
        let entries = unknown.map(|entry| format!("{} holds {:?}", entry.store.name(), entry.key));
        let typed = seen
            .found_in_profile
            .iter()
            .map(|(text, files)| format!("the browser keeps {text:?} in {}", files.join(", ")));
        entries.chain(typed).collect()
    }
}

/// A name without what stands before it where a browser asks for its HTTPS record at a port of its own (RFC 9460):
/// `_8443._https.`.
fn without_service(name: &str) -> &str {
    let is_service = |(label, _): &(&str, &str)| label.starts_with('_');
    let mut rest = name;
    while let Some((_, after)) = rest.split_once('.').filter(is_service) {
        rest = after;
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::Store;
    use crate::traffic::{Entry, Exchanged};

    fn terms(only_this_browser: bool) -> Terms {
        Terms {
            names: Names {
                target: "shop.example".into(),
                twin: "www.shop.example".into(),
                page: "whichside.example".into(),
            },
            only_this_browser,
            through_proxy: false,
            target_requests: 6,
            secret: Some("s3cr3t".into()),
        }
    }

    fn found(only_this_browser: bool, change: impl FnOnce(&mut Traffic)) -> Vec<String> {
        let mut seen = Traffic::default();
        change(&mut seen);
        breaches(&Contract::load().unwrap(), &terms(only_this_browser), &seen)
    }

    fn asked(host: &str, line: &str) -> Request {
        Request {
            host: host.into(),
            line: line.into(),
            ..Request::default()
        }
    }

    #[test]
    fn an_ordinary_check_breaks_nothing() {
        let breaches = found(false, |seen| {
            let packets = Exchanged {
                tcp: 10,
                received: 9_000,
                ..Exchanged::default()
            };
            for peer in ["shop.example", "dns.google", "www.apple.com"] {
                seen.peers.insert(peer.into(), packets);
                seen.looked_up.insert(peer.into());
            }
            seen.looked_up.insert("whichside.invalid".into());
            seen.looked_up.insert("_8443._https.shop.example".into());
            seen.requests = vec![
                asked("shop.example", "HEAD / HTTP/2.0"),
                asked("dns.google", "GET /resolve?name=shop.example HTTP/2.0"),
            ];
            seen.kept.insert(Entry {
                store: Store::Cache,
                key: "whichside-/#1".into(),
            });
        });
        assert_eq!(breaches, Vec::<String>::new());
    }

    #[test]
    fn packets_to_strangers_are_found() {
        let packet = Exchanged {
            udp: 1,
            ..Exchanged::default()
        };
        for (peer, only_this_browser, ends) in [
            ("192.168.77.1", false, "to 192.168.77.1"),
            ("www.apple.com", false, "UDP packets went to www.apple.com"),
            ("local-network", true, "to local-network"),
            ("shop.example", true, "with “Only from this browser”"),
        ] {
            let breaches = found(only_this_browser, |seen| {
                seen.peers.insert(peer.into(), packet);
            });
            assert!(
                breaches.len() == 1 && breaches[0].ends_with(ends),
                "{breaches:?}"
            );
        }
    }

    #[test]
    fn packets_past_a_proxy_that_is_set_are_found() {
        let packet = Exchanged {
            udp: 1,
            ..Exchanged::default()
        };
        let contract = Contract::load().unwrap();
        for (peer, is_allowed) in [
            (PROXY, true),
            ("resolver", true),
            ("local-network", true),
            ("shop.example", false),
            ("www.apple.com", false),
        ] {
            for through_proxy in [true, false] {
                let mut seen = Traffic::default();
                seen.peers.insert(peer.into(), packet);
                let terms = Terms {
                    through_proxy,
                    ..terms(false)
                };
                let found = breaches(&contract, &terms, &seen);
                let expected = match (through_proxy, peer) {
                    (true, _) => is_allowed,
                    // Without a proxy, UDP may go to the site and its packets to nobody unknown.
                    (false, PROXY | "www.apple.com") => false,
                    (false, _) => true,
                };
                assert_eq!(found.is_empty(), expected, "{peer}: {found:?}");
            }
        }
    }

    #[test]
    fn services_that_are_switched_off_are_not_even_looked_up() {
        let breaches = found(true, |seen| {
            seen.looked_up.insert("api.globalping.io".into());
            seen.requests
                .push(asked("api.globalping.io", "POST /v1/measurements HTTP/2.0"));
        });
        assert_eq!(breaches.len(), 2, "{breaches:?}");
    }

    #[test]
    fn a_file_is_asked_for_no_more_often_than_said() {
        let line = |method: &str| format!("{method} /.well-known/whichside.json HTTP/2.0");
        for (methods, breach) in [
            (&["HEAD", "GET"][..], None),
            (&["HEAD", "GET", "GET"][..], Some("3 times")),
            (&["HEAD", "HEAD", "HEAD"][..], Some("3 times")),
        ] {
            let breaches = found(true, |seen| {
                let asked = methods
                    .iter()
                    .map(|method| asked("shop.example", &line(method)));
                seen.requests.extend(asked);
            });
            assert_eq!(
                breaches.len(),
                usize::from(breach.is_some()),
                "{breaches:?}"
            );
            assert!(
                breaches
                    .iter()
                    .all(|text| text.ends_with(breach.unwrap_or_default()))
            );
        }
    }

    #[test]
    fn requests_that_tell_too_much_are_found() {
        let mut cookie = asked("shop.example", "GET / HTTP/2.0");
        cookie.cookie = "a=b".into();
        let mut body = asked("api.globalping.io", "POST /v1/measurements HTTP/2.0");
        body.body = "{\"path\":\"/s3cr3t\"}".into();
        let mut referer = asked("shop.example", "GET /part.js HTTP/2.0");
        referer.referer = "https://shop.example/".into();
        let breaches = found(false, |seen| seen.requests.push(referer.clone()));
        assert_eq!(breaches, Vec::<String>::new(), "it is the page's own");
        referer.referer = "https://whichside.example/".into();
        for request in [
            cookie,
            body,
            referer,
            asked("whichside.example", "GET /?shop.example HTTP/2.0"),
            asked("www.apple.com", "GET /shop.example HTTP/2.0"),
            asked("evil.example", "GET / HTTP/2.0"),
            asked("shop.example", "POST / HTTP/2.0"),
        ] {
            let breaches = found(false, |seen| seen.requests.push(request.clone()));
            assert_eq!(breaches.len(), 1, "{request:?}: {breaches:?}");
        }
    }

    #[test]
    fn the_seventh_request_and_too_long_bodies_are_found() {
        let breaches = found(false, |seen| {
            seen.requests = vec![asked("shop.example", "HEAD / HTTP/2.0"); 7];
        });
        assert_eq!(
            breaches,
            ["The site you name was asked 7 times, 6 are allowed"]
        );
        let breaches = found(false, |seen| {
            let mut long = asked("shop.example", "GET / HTTP/2.0");
            long.sent = 257 * 1024;
            seen.requests.push(long);
        });
        assert_eq!(breaches.len(), 1, "{breaches:?}");
    }

    #[test]
    fn what_is_kept_beyond_the_contract_is_found() {
        let breaches = found(false, |seen| {
            seen.kept.insert(Entry {
                store: Store::Cookie,
                key: "id".into(),
            });
            seen.found_in_profile
                .insert("s3cr3t".into(), vec!["formhistory.sqlite".into()]);
            seen.still_sending.insert("shop.example".into());
        });
        assert_eq!(breaches.len(), 3, "{breaches:?}");
    }
}
