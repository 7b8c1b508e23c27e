//! The outside vantages of the lab: where they stand, and which of them a location asks for.

use std::net::Ipv4Addr;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::addresses::{PHONE, VANTAGES, vantage};

/// The tag of a vantage in a home network: all of the lab's are.
const EYEBALL: &str = "eyeball-network";

struct VantageLocation {
    continent: (&'static str, &'static str),
    region: &'static str,
    country: (&'static str, &'static str),
    city: &'static str,
    asn: u32,
    network: &'static str,
    at: (f64, f64),
}

macro_rules! place {
    ($continent:tt, $region:tt, $country:tt, $city:tt, $asn:tt, $network:tt, $at:tt) => {
        VantageLocation {
            continent: $continent,
            region: $region,
            country: $country,
            city: $city,
            asn: $asn,
            network: $network,
            at: $at,
        }
    };
}

const LOCATIONS: [VantageLocation; 8] = [
    place!(
        ("EU", "Europe"),
        "Western Europe",
        ("DE", "Germany"),
        "Berlin",
        3320,
        "Deutsche Telekom AG",
        (52.52, 13.4)
    ),
    place!(
        ("NA", "North America"),
        "Northern America",
        ("US", "United States"),
        "Ashburn",
        7922,
        "Comcast Cable",
        (39.04, -77.49)
    ),
    place!(
        ("AS", "Asia"),
        "Eastern Asia",
        ("JP", "Japan"),
        "Tokyo",
        2516,
        "KDDI Corporation",
        (35.69, 139.69)
    ),
    place!(
        ("SA", "South America"),
        "South America",
        ("BR", "Brazil"),
        "Sao Paulo",
        28573,
        "Claro NXT",
        (-23.55, -46.64)
    ),
    place!(
        ("EU", "Europe"),
        "Northern Europe",
        ("GB", "United Kingdom"),
        "London",
        2856,
        "British Telecom",
        (51.51, -0.13)
    ),
    place!(
        ("OC", "Oceania"),
        "Australia and New Zealand",
        ("AU", "Australia"),
        "Sydney",
        1221,
        "Telstra",
        (-33.87, 151.21)
    ),
    place!(
        ("AF", "Africa"),
        "Southern Africa",
        ("ZA", "South Africa"),
        "Johannesburg",
        3741,
        "Internet Solutions",
        (-26.2, 28.04)
    ),
    place!(
        ("AS", "Asia"),
        "Southern Asia",
        ("IN", "India"),
        "Mumbai",
        55836,
        "Reliance Jio",
        (19.08, 72.88)
    ),
];

/// One vantage.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Probe(u8);

impl Probe {
    fn place(self) -> &'static VantageLocation {
        &LOCATIONS[usize::from(self.0) % LOCATIONS.len()]
    }

    /// Where its requests come from.
    pub fn address(self) -> Ipv4Addr {
        vantage(self.0)
    }

    /// What the service tells about it.
    pub fn told(self) -> Value {
        let place = self.place();
        json!({
            "continent": place.continent.0, "region": place.region, "country": place.country.0,
            "state": null, "city": place.city, "asn": place.asn, "network": place.network,
            "latitude": place.at.0, "longitude": place.at.1,
            "tags": [EYEBALL], "resolvers": ["private"],
        })
    }

    fn has(self, word: &str) -> bool {
        let place = self.place();
        let named = [
            place.continent.0,
            place.continent.1,
            place.region,
            place.country.0,
            place.country.1,
            place.city,
            place.network,
            EYEBALL,
            "world",
        ];
        named.iter().any(|name| name.eq_ignore_ascii_case(word))
            || word.eq_ignore_ascii_case(&format!("AS{}", place.asn))
    }
}

/// One location of an order; every field given must fit.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Location {
    magic: Option<String>,
    continent: Option<String>,
    region: Option<String>,
    country: Option<String>,
    city: Option<String>,
    network: Option<String>,
    asn: Option<u32>,
    tags: Vec<String>,
    limit: Option<usize>,
}

impl Location {
    fn words(&self) -> Vec<String> {
        let mut words = Vec::new();
        if let Some(magic) = &self.magic {
            words.extend(magic.split('+').map(|word| word.trim().to_owned()));
        }
        for word in [
            &self.continent,
            &self.region,
            &self.country,
            &self.city,
            &self.network,
        ] {
            words.extend(word.clone());
        }
        words.extend(self.asn.map(|asn| format!("AS{asn}")));
        words.extend(self.tags.iter().cloned());
        words
    }
}

/// The vantages `locations` ask for, none twice; `limit` is the order's own, for all locations together.
pub fn chosen(locations: &[Location], limit: Option<usize>) -> Vec<Probe> {
    let anywhere = [Location::default()];
    let locations = if locations.is_empty() {
        &anywhere
    } else {
        locations
    };
    let mut chosen: Vec<Probe> = Vec::new();
    for location in locations {
        let words = location.words();
        let many = limit.or(location.limit).unwrap_or(1);
        let fitting: Vec<Probe> = (0..VANTAGES)
            .map(Probe)
            .filter(|probe| !chosen.contains(probe) && words.iter().all(|word| probe.has(word)))
            .take(many)
            .collect();
        chosen.extend(fitting);
    }
    chosen.truncate(limit.unwrap_or(usize::MAX));
    chosen
}

/// The visitor's country, and their phone's.
const HOME: &str = "DE";

/// The addresses of the vantages in these countries, named by their two letters, and the phone's where it is in one.
pub fn everybody_in(countries: &[String]) -> impl Iterator<Item = Ipv4Addr> {
    (0..VANTAGES)
        .map(Probe)
        .filter(|probe| countries.iter().any(|code| code == probe.place().country.0))
        .map(Probe::address)
        .chain(countries.iter().any(|code| code == HOME).then_some(PHONE))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn countries(orders: &[(&str, usize)]) -> Vec<&'static str> {
        let locations: Vec<Location> = orders
            .iter()
            .map(|(magic, limit)| Location {
                magic: Some((*magic).into()),
                limit: Some(*limit),
                ..Location::default()
            })
            .collect();
        chosen(&locations, None)
            .iter()
            .map(|probe| probe.place().country.0)
            .collect()
    }

    #[test]
    fn a_location_is_matched_by_every_word() {
        assert_eq!(countries(&[("DE+eyeball-network", 2)]), ["DE", "DE"]);
        assert_eq!(countries(&[("North America+eyeball-network", 1)]), ["US"]);
        assert_eq!(countries(&[("DE+datacenter-network", 1)]), [""; 0]);
    }

    #[test]
    fn no_vantage_is_used_twice() {
        let both = countries(&[("DE", 2), ("world+eyeball-network", 3)]);
        assert_eq!(both.len(), 5);
        assert_eq!(both[..2], ["DE", "DE"]);
    }
}
