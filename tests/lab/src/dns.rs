//! The two name servers of the lab: the one that knows every name, and the visitor's resolver, which
//! forwards to it and may lie.

use std::fmt::Write as _;

use crate::addresses::{BROKEN_NAME_SERVER, DEAD_IPV6, HOSTS, NAME_SERVER, VISITORS_RESOLVER};
use crate::broken::Names;
use crate::extra_host::ExtraHost;

/// Seconds an answer may be kept.
const TTL_S: u32 = 60;

/// dnsmasq's configuration for the server that knows every name; names it does not know do not exist.
pub fn authoritative(names: &Names, extra_hosts: &[ExtraHost]) -> String {
    let mut text = format!(
        "listen-address={NAME_SERVER}\nbind-interfaces\nno-resolv\nno-hosts\nlocal-ttl={TTL_S}\n\
         address=/#/\n"
    );
    for host in &HOSTS {
        let among = |names: &[String]| names.iter().any(|name| name == host.name);
        if among(&names.missing_for_all) {
            continue;
        }
        if among(&names.servfail_for_all) {
            let _ = writeln!(text, "server=/{}/{BROKEN_NAME_SERVER}", host.name);
        } else {
            let address = names.all_led_to.get(host.name).unwrap_or(&host.address);
            let _ = write!(text, "host-record={},{address}", host.name);
            if among(&names.dead_ipv6) {
                let _ = write!(text, ",{DEAD_IPV6}");
            }
            text.push('\n');
        }
    }
    for ExtraHost { name, address, .. } in extra_hosts {
        let _ = writeln!(text, "host-record={name},{address}");
    }
    for (name, texts) in &names.texts {
        for words in texts {
            let _ = writeln!(text, "txt-record={name},\"{words}\"");
        }
    }
    text
}

/// dnsmasq's configuration for the visitor's resolver.
pub fn visitors_resolver(names: &Names) -> String {
    let mut text = format!(
        "listen-address={VISITORS_RESOLVER}\nbind-interfaces\nno-resolv\nno-hosts\n\
         server={NAME_SERVER}\n"
    );
    for name in &names.missing_for_visitor {
        let _ = writeln!(text, "address=/{name}/");
    }
    for (name, address) in &names.visitor_led_to {
        let _ = writeln!(text, "address=/{name}/{address}");
    }
    text
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    #[test]
    fn a_lying_resolver_lies_and_the_name_server_does_not() {
        let names = Names {
            missing_for_visitor: vec!["shop.example".into()],
            ..Names::default()
        };
        assert!(visitors_resolver(&names).contains("address=/shop.example/\n"));
        assert!(authoritative(&names, &[]).contains("host-record=shop.example,198.51.100.20\n"));
    }

    #[test]
    fn a_broken_zone_is_asked_at_the_broken_server() {
        let names = Names {
            servfail_for_all: vec!["shop.example".into()],
            ..Names::default()
        };
        let text = authoritative(&names, &[]);
        assert!(text.contains("server=/shop.example/198.51.100.54"));
        assert!(!text.contains("host-record=shop.example,"));
        assert!(text.contains("host-record=www.shop.example,"));
    }

    #[test]
    fn a_extra_host_has_a_name_and_a_name_may_have_words() {
        let names = Names {
            texts: [(
                "_x.shop.example".to_owned(),
                vec!["embed=a.example".to_owned()],
            )]
            .into(),
            ..Names::default()
        };
        let help = ExtraHost {
            name: "help.example".into(),
            address: Ipv4Addr::new(198, 51, 100, 60),
            folder: "help".into(),
        };
        let text = authoritative(&names, &[help]);
        assert!(text.contains("host-record=help.example,198.51.100.60\n"));
        assert!(text.contains("txt-record=_x.shop.example,\"embed=a.example\"\n"));
    }
}
