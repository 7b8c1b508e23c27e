//! The public reports: where each stands, what it was, what its browser and its vantages saw, and what helped the people in it.

use whichside_diagnosis::doh::DnsAnswer;
use whichside_diagnosis::observation::{Question, Round};
use whichside_diagnosis::outside::{Answer, Sight};
use whichside_diagnosis::{Outcome, Remedy, Side, globalping};

use crate::world::{World, answer, ice, opens};

use Question::{
    Managed, OtherBrowser, OtherDevice, OtherNetwork, OwnPage, OwnVpn, PrivateWindow, Refusal,
    StillFails,
};

/// A report.
pub struct Report {
    /// Its number in the table.
    pub number: u8,
    /// Where it stands, as `owner/repository#number`.
    pub source: &'static str,
    /// What it was.
    pub was: &'static str,
    /// The sides that are right.
    pub right: &'static [Side],
    /// What helped its people, or would have: any of these.
    pub helps: &'static [Remedy],
    /// What was seen and said there.
    pub world: World,
}

/// What a vantage makes of a page with this address of a redirect and this body.
fn page(code: u16, location: Option<&str>, body: &str) -> Sight {
    let mut headers = serde_json::Map::new();
    if let Some(location) = location {
        headers.insert("location".to_owned(), location.into());
    }
    let text = serde_json::json!({ "status": "finished", "results": [{ "probe": {}, "result": {
        "status": "finished", "statusCode": code, "headers": headers, "rawBody": body } }] })
    .to_string();
    let results = globalping::read_results(&text).expect("results");
    results.vantages.into_iter().next().expect("a vantage").saw
}

fn all(sight: Sight) -> [Sight; 3] {
    [sight.clone(), sight.clone(), sight]
}

fn thrice(sight: Sight) -> Vec<Sight> {
    all(sight).to_vec()
}

fn distrusted(why: &str) -> Sight {
    Sight::Answer(Answer {
        code: 200,
        distrust: Some(why.to_owned()),
        ..Answer::default()
    })
}

/// A page that opens for everybody, by every protocol.
fn well() -> World {
    World::online().page().outside(all(opens()))
}

/// A fetch that fails here and a site that opens elsewhere, by HTTP/2 as well.
fn fails_here(ms: u64, ice: Outcome) -> World {
    World::online()
        .fails(ms, ice)
        .outside(all(opens()))
        .round(Round::Http2, thrice(opens()))
}

fn silent_here(ice: Outcome) -> World {
    World::online()
        .silent(ice)
        .outside(all(opens()))
        .round(Round::Http2, thrice(opens()))
}

const SECURE: [bool; 4] = [false, true, true, true];
const INSECURE: [bool; 4] = [false, true, false, true];
const REFUSED: [bool; 4] = [false, false, false, true];
const LOST: [bool; 4] = [false, false, false, false];
const NAMELESS: [bool; 4] = [true, false, false, true];

fn reaches([name_fails, connects, secures, completes]: [bool; 4]) -> Outcome {
    ice(name_fails, connects, secures, completes)
}

const YOURS: &[Side] = &[Side::Yours];
const THEIRS: &[Side] = &[Side::Theirs];

/// All of them, in the order of the table.
pub fn reports() -> Vec<Report> {
    let mut all_reports = opened();
    all_reports.extend(failed_in_tls());
    all_reports.extend(never_connected());
    all_reports.extend(answered_with_errors());
    all_reports
}

const PARKED: &str = r#"<!DOCTYPE html><html data-adblockkey="MFww"><head><title>shop.example</title></head><body><div id="target"></div><script src="https://www.google.com/adsense/domains/caf.js"></script></body></html>"#;
const DEFAULT: &str = "<!DOCTYPE html><html><head><title>Welcome to nginx!</title></head><body><h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working.</p></body></html>";

/// The page answers 2xx.
fn opened() -> Vec<Report> {
    vec![
        Report {
            number: 1,
            source: "PicPeak/picpeak#591, Scifabric/pybossa#664",
            was: "cookies grew past the server’s header buffer",
            right: YOURS,
            helps: &[Remedy::ClearSiteData],
            world: well()
                .told("400")
                .says(&[(StillFails, true), (PrivateWindow, false)]),
        },
        Report {
            number: 2,
            source: "SolidOS/solidos#162, greenpau/caddy-auth-portal#233",
            was: "a stale session cookie sends round in circles",
            right: YOURS,
            helps: &[Remedy::ClearSiteData],
            world: well()
                .told("redirects")
                .says(&[(StillFails, true), (PrivateWindow, false)]),
        },
        Report {
            number: 3,
            source: "sveltejs/svelte.dev#866, tapjs/tapjs#908",
            was: "a dead service worker serves an old site",
            right: YOURS,
            helps: &[Remedy::ClearSiteData],
            world: well()
                .told("blank")
                .says(&[(StillFails, true), (PrivateWindow, false)]),
        },
        Report {
            number: 4,
            source: "scripting/Scripting-News#221",
            was: "a cached permanent redirect to a dead address",
            right: YOURS,
            helps: &[Remedy::ClearSiteData],
            world: well().says(&[(StillFails, true), (PrivateWindow, false)]),
        },
        Report {
            number: 5,
            source: "tastejs/todomvc#1964, lnenad/slouch-stoppah#3",
            was: "the domain lapsed and is parked",
            right: THEIRS,
            helps: &[Remedy::TellOwner],
            world: World::online()
                .page()
                .outside(all(page(200, None, PARKED)))
                .says(&[(StillFails, true), (PrivateWindow, true)]),
        },
        Report {
            number: 6,
            source: "impallari/Font-Testing-Page#96, chaoss/community#563",
            was: "the hosting bill was not paid: account suspended",
            right: THEIRS,
            helps: &[Remedy::TellOwner],
            world: World::online()
                .page()
                .outside(all(page(302, Some("/cgi-sys/suspendedpage.cgi"), "")))
                .says(&[(StillFails, true), (PrivateWindow, true)]),
        },
        Report {
            number: 7,
            source: "coollabsio/coolify#2562, pterodactyl/panel#2468",
            was: "the virtual host is lost: “Welcome to nginx”",
            right: THEIRS,
            helps: &[Remedy::TellOwner],
            world: World::online()
                .page()
                .outside(all(page(200, None, DEFAULT)))
                .says(&[(StillFails, true), (PrivateWindow, true)]),
        },
        Report {
            number: 8,
            source: "encap/coderush#5, mdn/yari#4236",
            was: "a script of another host is missing, for all",
            right: THEIRS,
            helps: &[Remedy::TellOwner],
            world: well().told("blank").says(&[
                (StillFails, true),
                (PrivateWindow, true),
                (OtherBrowser, false),
                (OtherDevice, false),
                (OtherNetwork, false),
                (Managed, false),
            ]),
        },
        Report {
            number: 9,
            source: "phuocng/csslayout#123",
            was: "a block list hit the name of a script",
            right: YOURS,
            helps: &[Remedy::ExtensionsOff],
            world: well()
                .told("blank")
                .says(&[(StillFails, true), (PrivateWindow, false)]),
        },
        Report {
            number: 10,
            source: "date-fns/date-fns.org#209",
            was: "a company’s inspection breaks the host of the data",
            right: YOURS,
            helps: &[Remedy::AskIt],
            world: well().told("endless").says(&[
                (StillFails, true),
                (PrivateWindow, true),
                (OtherBrowser, false),
                (OtherDevice, false),
                (OtherNetwork, true),
                (Managed, true),
            ]),
        },
        Report {
            number: 11,
            source: "play-with-docker/play-with-docker#268, surface-ui/surface#160",
            was: "a company’s proxy stops WebSockets",
            right: YOURS,
            helps: &[Remedy::OtherNetwork, Remedy::AskIt],
            world: well().told("endless").says(&[
                (StillFails, true),
                (PrivateWindow, true),
                (OtherBrowser, false),
                (OtherNetwork, true),
                (Managed, true),
            ]),
        },
        Report {
            number: 12,
            source: "compiler-explorer/compiler-explorer#6150, mattermost/mattermost#11524",
            was: "the browser is years old",
            right: YOURS,
            helps: &[Remedy::UpdateBrowser, Remedy::OtherBrowser],
            world: well().told("blank").says(&[
                (StillFails, true),
                (PrivateWindow, true),
                (OtherBrowser, true),
                (OtherDevice, true),
            ]),
        },
        Report {
            number: 13,
            source: "x-govuk/govuk-components#616, mailcow/mailcow-dockerized#6747",
            was: "listed as dangerous, by mistake",
            right: THEIRS,
            helps: &[Remedy::TellOwner, Remedy::SecondOpinions],
            world: well().told("dangerous").says(&[
                (StillFails, true),
                (PrivateWindow, true),
                (OtherNetwork, false),
            ]),
        },
        Report {
            number: 14,
            source: "AdguardTeam/AdGuardHome#5830, cyfdecyf/cow#8",
            was: "a filter’s page in the site’s place, by 200",
            right: YOURS,
            helps: &[Remedy::AllowInFilter, Remedy::AskIt],
            world: well().told("other-page").says(&[
                (StillFails, true),
                (PrivateWindow, true),
                (OtherBrowser, false),
                (OtherDevice, false),
                (OtherNetwork, true),
                (OwnPage, false),
            ]),
        },
        Report {
            number: 15,
            source: "librespeed/speedtest-go#83",
            was: "a broken chain of DNSSEC",
            right: THEIRS,
            helps: &[Remedy::Watch, Remedy::TellOwner],
            world: World::online()
                .name(DnsAnswer::Broken, DnsAnswer::Broken)
                .fails(60, reaches(NAMELESS))
                .outside(all(Sight::NameBroken)),
        },
    ]
}

/// The request fails in TLS or after it.
fn failed_in_tls() -> Vec<Report> {
    vec![
        Report {
            number: 16,
            source: "openlayers/openlayers#13260, dotnet/aspnetcore#13639",
            was: "an antivirus breaks HTTP/2",
            right: YOURS,
            helps: &[Remedy::ShieldOff],
            world: fails_here(60, reaches(SECURE)).says(&[
                (StillFails, true),
                (OtherBrowser, true),
                (OtherDevice, true),
                (OtherNetwork, true),
            ]),
        },
        Report {
            number: 17,
            source: "curl/curl#674, haproxy/haproxy#2089",
            was: "the site’s own HTTP/2 is broken",
            right: THEIRS,
            helps: &[Remedy::TellOwner],
            world: World::online()
                .fails(60, reaches(SECURE))
                .outside(all(opens()))
                .round(Round::Http2, thrice(Sight::HungUp)),
        },
        Report {
            number: 18,
            source: "envoyproxy/envoy#33850, klzgrad/naiveproxy#641",
            was: "the server loses a first message of two packets (ML-KEM)",
            right: THEIRS,
            helps: &[Remedy::TellOwner, Remedy::OtherBrowser],
            world: fails_here(30, reaches(INSECURE)).says(&[
                (OtherBrowser, false),
                (OtherDevice, false),
                (OtherNetwork, false),
                (OwnVpn, false),
            ]),
        },
        Report {
            number: 19,
            source: "notepad-plus-plus/notepad-plus-plus#14623",
            was: "a wrong OCSP staple, which only Firefox looks at",
            right: THEIRS,
            helps: &[Remedy::OtherBrowser, Remedy::TellOwner],
            world: fails_here(60, reaches(INSECURE))
                .firefox()
                .told("not-secure")
                .says(&[
                    (OtherBrowser, true),
                    (OtherDevice, true),
                    (OtherNetwork, false),
                ]),
        },
        Report {
            number: 20,
            source: "letsencrypt/boulder#6151, acmesh-official/acme.sh#3723",
            was: "an old device that does not know the root",
            right: YOURS,
            helps: &[Remedy::UpdateBrowser, Remedy::OtherBrowser],
            world: fails_here(60, reaches(INSECURE)).told("not-secure").says(&[
                (OtherBrowser, true),
                (OtherDevice, true),
                (OtherNetwork, true),
            ]),
        },
        Report {
            number: 21,
            source: "mozilla-mobile/fenix#20206, #21664",
            was: "an intermediate certificate is missing on the server",
            right: THEIRS,
            helps: &[Remedy::OtherBrowser, Remedy::TellOwner],
            world: World::online()
                .fails(60, reaches(INSECURE))
                .firefox()
                .outside(all(distrusted("unable to verify the first certificate"))),
        },
        Report {
            number: 22,
            source: "STRRL/cloudflare-tunnel-ingress-controller#300",
            was: "the CDN has no certificate for the name",
            right: THEIRS,
            helps: &[Remedy::TellOwner],
            world: World::online()
                .fails(60, reaches(INSECURE))
                .outside(all(Sight::Other(
                    "ssl/tls alert handshake failure".to_owned(),
                ))),
        },
        Report {
            number: 23,
            source: "mozilla-mobile/fenix#14604",
            was: "the device’s clock",
            right: YOURS,
            helps: &[Remedy::SetClock],
            world: fails_here(60, reaches(INSECURE))
                .clock_off()
                .told("not-secure"),
        },
        Report {
            number: 24,
            source: "webcompat/web-bugs#231508, #127567",
            was: "a VPN or filter that treats browsers differently",
            right: YOURS,
            helps: &[Remedy::VpnOff],
            world: fails_here(60, Outcome::Unavailable).firefox().says(&[
                (OtherBrowser, true),
                (OtherDevice, true),
                (OtherNetwork, true),
            ]),
        },
    ]
}

/// Silent, refused, not found.
fn never_connected() -> Vec<Report> {
    let home_fails = [Sight::TimedOut, opens(), opens()];
    vec![
        Report {
            number: 25,
            source: "racket/racket-lang-org#351, Radarr/Radarr#11461",
            was: "providers drop shared addresses by court order",
            right: YOURS,
            helps: &[Remedy::WaitABit, Remedy::AskProvider, Remedy::OwnVpn],
            world: silent_here(reaches(LOST))
                .outside(home_fails.clone())
                .says(&[
                    (OtherBrowser, false),
                    (OtherDevice, false),
                    (OtherNetwork, false),
                    (OwnVpn, true),
                ]),
        },
        Report {
            number: 26,
            source: "SteamDatabase/steamdb.info-issues#847, net4people/bbs#417",
            was: "a country drops encrypted names (ECH)",
            right: YOURS,
            helps: &[Remedy::SecureDnsOff],
            world: silent_here(reaches(LOST)).outside(home_fails).says(&[
                (OtherBrowser, false),
                (OtherDevice, false),
                (OtherNetwork, false),
                (OwnVpn, true),
            ]),
        },
        Report {
            number: 27,
            source: "signalapp/Signal-Android#11839, neocities/neocities#308",
            was: "a provider’s filter by name",
            right: YOURS,
            helps: &[Remedy::AskProvider],
            world: fails_here(30, reaches(INSECURE)).says(&[
                (OtherBrowser, false),
                (OtherDevice, false),
                (OtherNetwork, true),
                (OwnVpn, true),
                (Managed, false),
            ]),
        },
        Report {
            number: 28,
            source: "w3c/csswg-drafts#11354",
            was: "an intrusion guard dropped the address for hours",
            right: YOURS,
            helps: &[Remedy::WaitABit, Remedy::TellOwner],
            world: silent_here(reaches(LOST)).says(&[
                (OtherBrowser, false),
                (OtherDevice, false),
                (OtherNetwork, true),
                (OwnVpn, true),
            ]),
        },
        Report {
            number: 29,
            source: "tcgdex/cards-database#2289",
            was: "the owner’s block list of address ranges",
            right: YOURS,
            helps: &[Remedy::TellOwner],
            world: fails_here(30, reaches(REFUSED)).says(&[
                (OtherBrowser, false),
                (OtherDevice, false),
                (OtherNetwork, false),
                (OwnVpn, true),
            ]),
        },
        Report {
            number: 30,
            source: "AdguardTeam/AdGuardHome#5273, psn100/psn100#12756",
            was: "a resolver kept the old address",
            right: YOURS,
            helps: &[Remedy::FlushDns, Remedy::ChangeResolver],
            world: fails_here(30, reaches(REFUSED)).says(&[
                (OtherBrowser, false),
                (OtherDevice, false),
                (OtherNetwork, true),
            ]),
        },
        Report {
            number: 31,
            source: "rebane2001/xikipedia#11",
            was: "a filter’s name service is wrong about it",
            right: YOURS,
            helps: &[Remedy::AllowInFilter, Remedy::ChangeResolver],
            world: fails_here(30, reaches(NAMELESS)),
        },
        Report {
            number: 32,
            source: "AdguardTeam/AdGuardSDNSFilter#1516",
            was: "a filter’s name service leads to a page of its own",
            right: YOURS,
            helps: &[Remedy::ChangeResolver, Remedy::AllowInFilter],
            world: fails_here(60, reaches(INSECURE)).told("other-page").says(&[
                (OtherBrowser, false),
                (OtherDevice, false),
                (OtherNetwork, true),
                (OwnVpn, true),
            ]),
        },
        Report {
            number: 33,
            source: "StevenBlack/hosts#2584, ChrisTitusTech/winutil#4015",
            was: "the hosts file",
            right: YOURS,
            helps: &[Remedy::HostsFile],
            world: fails_here(10, reaches(REFUSED)).says(&[
                (OtherBrowser, false),
                (OtherDevice, true),
                (OtherNetwork, true),
            ]),
        },
        Report {
            number: 34,
            source: "rancher/rio#396, ddev/ddev.com#459",
            was: "the router’s rebind protection",
            right: &[Side::Unknown],
            helps: &[Remedy::RebindException],
            world: World::online()
                .name(
                    DnsAnswer::Found(vec!["192.168.1.20".to_owned()]),
                    DnsAnswer::Empty,
                )
                .fails(30, reaches(NAMELESS)),
        },
        Report {
            number: 35,
            source: "mullvad/mullvadvpn-app#3841, trailofbits/algo#14449",
            was: "a tunnel narrower than it says",
            right: YOURS,
            helps: &[Remedy::VpnOff],
            world: silent_here(reaches(INSECURE)).told("endless").says(&[
                (OtherBrowser, false),
                (OtherDevice, true),
                (OtherNetwork, true),
            ]),
        },
        Report {
            number: 36,
            source: "nmap/npcap#846, qutebrowser/qutebrowser#3428",
            was: "a stale IPv6 address",
            right: THEIRS,
            helps: &[Remedy::TellOwner, Remedy::Watch],
            world: silent_here(reaches(LOST))
                .name(
                    DnsAnswer::Found(vec!["198.51.100.20".to_owned()]),
                    DnsAnswer::Found(vec!["2001:db8::20".to_owned()]),
                )
                .round(Round::Ipv6, thrice(Sight::TimedOut)),
        },
        Report {
            number: 37,
            source: "AdguardTeam/AdguardForAndroid#6123",
            was: "HTTP/3 broken by a filter",
            right: &[Side::Works, Side::Yours],
            helps: &[Remedy::Http3Off],
            world: well().says(&[
                (StillFails, true),
                (PrivateWindow, true),
                (OtherBrowser, true),
            ]),
        },
    ]
}

/// Error answers, and portals.
fn answered_with_errors() -> Vec<Report> {
    vec![
        Report {
            number: 38,
            source: "hyprwm/hyprland-wiki#1075, mininet/mininet#1249",
            was: "the address of a VPN or relay is unwelcome",
            right: YOURS,
            helps: &[Remedy::VpnOff],
            world: World::online()
                .error()
                .outside(all(opens()))
                .says(&[(StillFails, true), (Refusal, true)]),
        },
        Report {
            number: 39,
            source: "brave/brave-browser#43810, zen-browser/desktop#9587",
            was: "a puzzle without end, in one browser",
            right: YOURS,
            helps: &[Remedy::OtherBrowser, Remedy::ExtensionsOff],
            world: World::online()
                .error()
                .outside(all(answer(403)))
                .told("puzzle")
                .says(&[
                    (StillFails, true),
                    (OtherBrowser, true),
                    (OtherDevice, true),
                    (OtherNetwork, true),
                    (PrivateWindow, true),
                ]),
        },
        Report {
            number: 40,
            source: "GrapheneOS/os-issue-tracker#4587, safing/portmaster#1765",
            was: "a portal cannot catch encrypted names",
            right: YOURS,
            helps: &[Remedy::SecureDnsOff],
            world: World::portal(),
        },
        Report {
            number: 41,
            source: "Tunnelblick/Tunnelblick#556, cloudflare/cloudflare-docs#30299",
            was: "the origin is down behind its CDN",
            right: THEIRS,
            helps: &[Remedy::TellOwner, Remedy::Watch],
            world: World::online().error().outside(all(answer(522))),
        },
    ]
}
