//! Which addresses are private: a page must not be made to probe the visitor's own network.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether an address, as a resolver writes it, is one of a private, loopback, link-local or otherwise local range.
/// Text that is no address is not private.
#[must_use]
pub fn is_private(text: &str) -> bool {
    match text.trim_matches(['[', ']']).parse() {
        Ok(IpAddr::V4(v4)) => is_private_v4(v4),
        Ok(IpAddr::V6(v6)) => is_private_v6(v6),
        Err(_) => false,
    }
}

/// Whether the text is an address at all, with or without the brackets of a URL.
#[must_use]
pub fn is_address(text: &str) -> bool {
    text.trim_matches(['[', ']']).parse::<IpAddr>().is_ok()
}

fn is_private_v4(ip: Ipv4Addr) -> bool {
    let [a, b, ..] = ip.octets();
    ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_unspecified()
        || ip.is_broadcast()
        || a == 0
        || a >= 224 // multicast and reserved
        || (a == 100 && (64..128).contains(&b)) // carrier-grade NAT
        || (a == 198 && (b == 18 || b == 19)) // benchmarking
}

fn is_private_v6(ip: Ipv6Addr) -> bool {
    if let Some(v4) = ip.to_ipv4_mapped().or_else(|| carried_v4(ip)) {
        return is_private_v4(v4);
    }
    let first = ip.segments()[0];
    ip.is_loopback()
        || ip.segments()[..3] == [0x64, 0xff9b, 1] // NAT64 within a network, RFC 8215
        || ip.is_unspecified()
        || ip.is_multicast()
        || first & 0xfe00 == 0xfc00 // unique local
        || first & 0xffc0 == 0xfe80 // link-local
        || first & 0xffc0 == 0xfec0 // site-local, withdrawn
}

/// The IPv4 address that a gateway takes out of an IPv6 address: NAT64 (RFC 6052), 6to4 (RFC 3056), and the form of RFC 4291
/// that is withdrawn.
fn carried_v4(ip: Ipv6Addr) -> Option<Ipv4Addr> {
    let v4 = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        Some(Ipv4Addr::new(a, b, c, d))
    };
    match ip.segments() {
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => v4(high, low),
        // `::` and `::1` are none.
        [0, 0, 0, 0, 0, 0, high, low] if high != 0 => v4(high, low),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::is_private;

    #[test]
    fn private_addresses_are_known_and_public_ones_are_not() {
        for private in [
            "192.168.0.1",
            "10.0.0.1",
            "172.16.3.4",
            "127.0.0.1",
            "169.254.1.1",
            "100.64.0.1",
            "0.0.0.0",
            "::1",
            "[::1]",
            "fe80::1",
            "fd00::1",
            "::ffff:192.168.0.1",
            "[::7f00:1]",
            "[64:ff9b::c0a8:4d01]",
            "64:ff9b:1::1",
            "[2002:c0a8:4d01::1]",
            "224.0.0.1",
            "255.255.255.255",
        ] {
            assert!(is_private(private), "{private}");
        }
        for public in [
            "198.51.100.20",
            "8.8.8.8",
            "2606:4700::1111",
            "64:ff9b::808:808",
            "2002:c633:6414::1",
            "172.32.0.1",
            "shop.example",
            "",
        ] {
            assert!(!is_private(public), "{public}");
        }
    }
}
