//! ICE gathering after a rejected fetch: a TURN "server" on the target's own port shows how far a connection gets, which fetch
//! does not. No HTTP request is made: a web server logs the bytes of TURN as a bad request. All of it is TCP, which Chromium sends
//! through the visitor's proxy; packets of UDP it sends past it, with the visitor's own address. Firefox, which shows nothing of
//! TCP, lets no packet past a proxy; there a STUN "server" shows that a name has no address, and the rest is in `failure`.
//!
//! A TURN gathering whose `icecandidateerror` names a local address had its connection; one that completes without was refused,
//! or its name has no address. The second is believed only where the first is known to happen, which is tried on our own server.
//! Which of the two it was shows at an address that resolvers outside know: a server that answers there is not found by its name.

use futures::StreamExt;
use futures::channel::mpsc::{UnboundedReceiver, unbounded};
use futures::future::join;
use gloo_events::EventListener;
use js_sys::{Array, Date};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Event, RtcConfiguration, RtcIceGatheringState, RtcIceServer, RtcPeerConnection,
    RtcPeerConnectionIceErrorEvent, RtcSessionDescriptionInit,
};
use whichside_diagnosis::Outcome;
use whichside_diagnosis::observation::Ice;

use super::facts::{ICE_SHOWS_TCP, run_once_until_true};
use super::failure::{self, NO_ADDRESS};
use super::own;
use super::wait::within;

/// Packets that are lost keep a gathering open for half a minute; three round trips of a bad link fit in this.
pub(super) const CAP_MS: u32 = 2_500;

/// A name without address shows that much later than a refused connection, at most.
const GRACE_MS: u32 = 250;

/// Where only the name is asked, it fails within this or not at all.
const NAME_CAP_MS: u32 = 1_000;

/// One gathering under way; closed when dropped.
struct Gathering {
    peer: RtcPeerConnection,
    changes: UnboundedReceiver<Change>,
    seen: Seen,
    _listeners: [EventListener; 2],
}

/// What an event of a gathering says.
#[derive(Clone, Copy)]
enum Change {
    /// An error names a local address, so a connection stood.
    Connected,
    /// The gathering is complete.
    Completed,
}

/// What a gathering has shown so far.
#[derive(Clone, Copy, Default)]
struct Seen {
    connected: bool,
    completed: bool,
}

impl Seen {
    fn add(&mut self, change: Change) {
        match change {
            Change::Connected => self.connected = true,
            Change::Completed => self.completed = true,
        }
    }
}

impl Drop for Gathering {
    fn drop(&mut self) {
        self.peer.close();
    }
}

impl Gathering {
    /// Starts gathering with one server.
    async fn start(server: &str) -> Result<Gathering, JsValue> {
        let peer = RtcPeerConnection::new_with_configuration(&configuration(server))?;
        let (sender, changes) = unbounded();
        // The receiver lives as long as the listeners.
        let listeners = [
            EventListener::new(&peer, "icecandidateerror", {
                let sender = sender.clone();
                move |event| {
                    if names_local_address(event) {
                        let _ = sender.unbounded_send(Change::Connected);
                    }
                }
            }),
            EventListener::new(&peer, "icegatheringstatechange", {
                let peer = peer.clone();
                move |_| {
                    if peer.ice_gathering_state() == RtcIceGatheringState::Complete {
                        let _ = sender.unbounded_send(Change::Completed);
                    }
                }
            }),
        ];
        let gathering = Gathering {
            peer,
            changes,
            seen: Seen::default(),
            _listeners: listeners,
        };
        gathering.peer.create_data_channel("probe");
        let offer: RtcSessionDescriptionInit = JsFuture::from(gathering.peer.create_offer())
            .await?
            .unchecked_into();
        JsFuture::from(gathering.peer.set_local_description(&offer)).await?;
        Ok(gathering)
    }

    /// What it has shown by now.
    fn seen(&mut self) -> Seen {
        while let Ok(change) = self.changes.try_recv() {
            self.seen.add(change);
        }
        self.seen
    }

    /// Waits until what it has shown is enough; `false` when it is not within `limit_ms`.
    async fn shows(&mut self, limit_ms: u32, enough: impl Fn(Seen) -> bool) -> bool {
        let wait = async {
            while !enough(self.seen) {
                match self.changes.next().await {
                    Some(change) => self.seen.add(change),
                    // The listeners hold the sender for as long as the gathering lives.
                    None => return false,
                }
            }
            true
        };
        within(limit_ms, wait).await.unwrap_or(false)
    }

    /// Waits until it shows how far it got; `false` when it does not in time.
    async fn ended(&mut self, limit_ms: u32) -> bool {
        self.shows(limit_ms, |seen| seen.completed || seen.connected)
            .await
    }

    /// Waits for its completion, whatever else shows; `false` when it does not complete in time.
    async fn completed(&mut self, limit_ms: u32) -> bool {
        self.shows(limit_ms, |seen| seen.completed).await
    }
}

/// How far connections to the target's port get.
pub(super) async fn gather(host: &str, port: u16, address: Option<&str>, webrtc: bool) -> Outcome {
    let found = match gather_once(host, port, address, webrtc).await {
        // A change of the network ends the gatherings under way, which looks the same: it must look so twice.
        Ok(Some(ice)) if ice.name_fails => gather_once(host, port, address, webrtc).await,
        found => found,
    };
    found
        .ok()
        .flatten()
        .map_or(Outcome::Unavailable, Outcome::Ice)
}

async fn gather_once(
    host: &str,
    port: u16,
    address: Option<&str>,
    webrtc: bool,
) -> Result<Option<Ice>, JsValue> {
    if failure::supports_resource_timing().await {
        let name = async { webrtc && name_fails(host, port, NAME_CAP_MS).await };
        return Ok(failure::classify_failure(host, port, name).await);
    }
    if !webrtc {
        return Ok(None);
    }
    let (seen, shows_tcp) = join(connections(host, port, address), shows_tcp()).await;
    let sound = |ice: &Ice| shows_tcp || ice.name_fails || ice.connects && ice.secures;
    Ok(seen?.filter(sound))
}

/// Whether the name has no address: a gathering by UDP ends at once then, and else waits for an answer that never comes.
async fn name_fails(host: &str, port: u16, cap_ms: u32) -> bool {
    match Gathering::start(&format!("stun:{host}:{port}")).await {
        Ok(mut name) => name.completed(cap_ms).await,
        Err(_) => false,
    }
}

/// `None` where a refused connection cannot be told from a name without address.
async fn connections(host: &str, port: u16, address: Option<&str>) -> Result<Option<Ice>, JsValue> {
    let began = Date::now();
    let mut secure = Gathering::start(&format!("turns:{host}:{port}?transport=tcp")).await?;
    let ended = secure.ended(CAP_MS).await;
    let secures = secure.seen().connected;
    if !ended || secures {
        return Ok(Some(Ice {
            name_fails: false,
            connects: secures,
            secures,
            completes: ended,
        }));
    }
    // Further connections are made only where the first leaves something to ask.
    let patience_ms = GRACE_MS + 2 * (Date::now() - began) as u32;
    let by_address = async {
        match address {
            Some(address) => try_connection(address, port, patience_ms).await.map(Some),
            None => Ok(None),
        }
    };
    let (by_name, by_address) = join(try_connection(host, port, patience_ms), by_address).await;
    let told = |connects| {
        Some(Ice {
            name_fails: false,
            connects,
            secures: false,
            completes: true,
        })
    };
    Ok(match (by_name?, by_address?) {
        // The port answered the first connection one way or the other. Had it refused, it would again, at once; but a
        // server that takes our first bytes for the start of a long TLS record waits for the rest of it.
        (Connection::Stands | Connection::Pending, _) => told(true),
        (Connection::Refused, Some(Connection::Stands)) => Some(NO_ADDRESS),
        (Connection::Refused, Some(Connection::Refused)) => told(false),
        (Connection::Refused, Some(Connection::Pending) | None) => None,
    })
}

/// What became of a connection attempt.
pub(super) enum Connection {
    /// It stands.
    Stands,
    /// It was refused, or the name has no address.
    Refused,
    /// Neither in time: packets are lost, or the server waits.
    Pending,
}

/// Tries a bare connection, by one TURN gathering over TCP.
pub(super) async fn try_connection(
    host: &str,
    port: u16,
    patience_ms: u32,
) -> Result<Connection, JsValue> {
    // An IPv6 address stands in brackets before a port.
    let server = if host.contains(':') && !host.starts_with('[') {
        format!("turn:[{host}]:{port}?transport=tcp")
    } else {
        format!("turn:{host}:{port}?transport=tcp")
    };
    let mut gathering = Gathering::start(&server).await?;
    let ended = gathering.ended(patience_ms).await;
    Ok(match (gathering.seen().connected, ended) {
        (true, _) => Connection::Stands,
        (false, true) => Connection::Refused,
        (false, false) => Connection::Pending,
    })
}

/// Whether a connection that stands is shown here at all: our own server's must be. Chromium keeps quiet about connections
/// to private addresses, so where our server is on one, or speaks no TLS, the browser is taken at its word.
pub(super) async fn shows_tcp() -> bool {
    let Some((host, port)) = own::secure_server() else {
        return true;
    };
    run_once_until_true(&ICE_SHOWS_TCP, async {
        match Gathering::start(&format!("turns:{host}:{port}?transport=tcp")).await {
            Ok(mut own) => own.ended(CAP_MS).await && own.seen().connected,
            Err(_) => false,
        }
    })
    .await
}

fn configuration(server: &str) -> RtcConfiguration {
    let ice_server = RtcIceServer::new();
    ice_server.set_urls(&server.into());
    // TURN wants some; the target is no TURN server and never reads them.
    ice_server.set_username("probe");
    ice_server.set_credential("probe");
    let configuration = RtcConfiguration::new();
    configuration.set_ice_servers(&Array::of1(&ice_server));
    configuration
}

/// Whether the error names a local address: `203.0.113.x`, say. Where there is none it is null, or `0.0.0.x` or `[0:0:0:x:x:x:x:x]`.
fn names_local_address(event: &Event) -> bool {
    event
        .dyn_ref::<RtcPeerConnectionIceErrorEvent>()
        .and_then(RtcPeerConnectionIceErrorEvent::address)
        .is_some_and(|address| {
            address.contains(|c| !matches!(c, '0' | 'x' | '.' | ':' | '[' | ']'))
        })
}
