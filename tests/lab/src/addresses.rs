//! Who lives where in the lab's internet: every name, with the one address its server has.
//!
//! All addresses are from the documentation ranges, which browsers treat as public.

use std::net::{Ipv4Addr, Ipv6Addr};

/// The visitor's end of the link.
pub const VISITOR: Ipv4Addr = Ipv4Addr::new(203, 0, 113, 2);
/// An address the visitor's tunnel comes and goes with.
pub const TUNNEL: Ipv4Addr = Ipv4Addr::new(203, 0, 113, 9);
/// The addresses that requests of the visitor's browser come from.
pub const VISITORS_ADDRESSES: [Ipv4Addr; 3] = [VISITOR, TUNNEL, PROXY];
/// The visitor's phone on mobile data, in the visitor's country.
pub const PHONE: Ipv4Addr = Ipv4Addr::new(203, 0, 113, 77);
/// The visitor's way out: the other end of that link.
pub const GATEWAY: Ipv4Addr = Ipv4Addr::new(203, 0, 113, 1);
/// The resolver the visitor's provider runs.
pub const VISITORS_RESOLVER: Ipv4Addr = Ipv4Addr::new(203, 0, 113, 53);
/// The proxy of visitors who ask through one.
pub const PROXY: Ipv4Addr = Ipv4Addr::new(203, 0, 113, 90);
/// The port of it.
pub const PROXY_PORT: u16 = 3128;
/// The name server that knows every name.
pub const NAME_SERVER: Ipv4Addr = Ipv4Addr::new(198, 51, 100, 53);
/// A name server that answers SERVFAIL to everything.
pub const BROKEN_NAME_SERVER: Ipv4Addr = Ipv4Addr::new(198, 51, 100, 54);
/// The portal a captive network sends everybody to.
pub const PORTAL: Ipv4Addr = Ipv4Addr::new(198, 51, 100, 99);
/// The visitor's IPv6 address, where they have one: of a range that browsers take for public.
pub const VISITOR_IPV6: Ipv6Addr = Ipv6Addr::new(0x2a00, 0xdb8, 0, 0, 0, 0, 0, 2);
/// The way out from there, which leads nowhere.
pub const GATEWAY_IPV6: Ipv6Addr = Ipv6Addr::new(0x2a00, 0xdb8, 0, 0, 0, 0, 0, 1);
/// An IPv6 address at which nothing is.
pub const DEAD_IPV6: Ipv6Addr = Ipv6Addr::new(0x2a00, 0xdb8, 0, 1, 0, 0, 0, 0x20);
/// Where the visitor is led in the target's place, if anywhere.
pub const MIDDLE: Ipv4Addr = Ipv4Addr::new(198, 51, 100, 97);
/// The target's server.
pub const TARGET: Ipv4Addr = Ipv4Addr::new(198, 51, 100, 20);

/// The page's own name.
pub const PAGE_NAME: &str = "whichside.example";
/// The target's name.
pub const TARGET_NAME: &str = "shop.example";
/// The target's twin.
pub const TWIN_NAME: &str = "www.shop.example";

/// A name and the address of its server.
pub struct Host {
    /// The name, in lower case.
    pub name: &'static str,
    /// Its only address.
    pub address: Ipv4Addr,
    /// What the server there is.
    pub role: Role,
}

/// What a server is in the lab.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Serves the shipped build.
    Page,
    /// What the visitor asks about.
    Target,
    /// The target under `www.`: well whenever its name resolves.
    Twin,
    /// An endpoint known to be good, run by somebody else; answers this status.
    Control(u16),
    /// A service whose answers this program makes up, in the real format.
    Service,
}

const fn wan(name: &'static str, last: u8, role: Role) -> Host {
    Host {
        name,
        address: Ipv4Addr::new(198, 51, 100, last),
        role,
    }
}

/// Every host of the lab.
pub const HOSTS: [Host; 12] = [
    wan(PAGE_NAME, 10, Role::Page),
    wan(TARGET_NAME, 20, Role::Target),
    wan(TWIN_NAME, 21, Role::Twin),
    wan("www.gstatic.com", 30, Role::Control(204)),
    wan("cp.cloudflare.com", 31, Role::Control(204)),
    wan("www.microsoft.com", 32, Role::Control(200)),
    wan("www.wikipedia.org", 33, Role::Control(200)),
    wan("www.apple.com", 34, Role::Control(200)),
    wan("www.cloudflare.com", 40, Role::Service),
    wan("cloudflare-dns.com", 41, Role::Service),
    wan("dns.google", 42, Role::Service),
    wan("api.globalping.io", 43, Role::Service),
];

/// The address of `name`, if the lab has it.
pub fn address_of(name: &str) -> Option<Ipv4Addr> {
    HOSTS
        .iter()
        .find(|host| host.name == name)
        .map(|host| host.address)
}

/// Every address `wan` answers on, vantages' source addresses included.
pub fn all_of_wan() -> Vec<Ipv4Addr> {
    let mut all: Vec<Ipv4Addr> = HOSTS.iter().map(|host| host.address).collect();
    all.extend([
        NAME_SERVER,
        BROKEN_NAME_SERVER,
        VISITORS_RESOLVER,
        PROXY,
        PORTAL,
        MIDDLE,
        PHONE,
    ]);
    all.extend(all_vantages());
    all
}

/// The source address of every outside vantage.
pub fn all_vantages() -> impl Iterator<Item = Ipv4Addr> {
    (0..VANTAGES).map(vantage)
}

/// How many outside vantages there are.
pub const VANTAGES: u8 = 24;

/// The source address of outside vantage number `index`.
pub fn vantage(index: u8) -> Ipv4Addr {
    Ipv4Addr::new(203, 0, 113, 100 + index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_server_has_its_own_address() {
        let mut all = all_of_wan();
        let before = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), before);
        assert!(!all.contains(&VISITOR) && !all.contains(&GATEWAY));
        assert_eq!(address_of(TARGET_NAME), Some(TARGET));
    }
}
