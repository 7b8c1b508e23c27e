//! ICE gathering after a rejected fetch: a STUN or TURN "server" on the target's own port shows how far a connection gets,
//! which fetch does not (Chromium; Firefox shows the name's failure only, the rest is in `reached`). No HTTP request is made, and no data is ever exchanged with the target.
//!
//! A TURN gathering whose `icecandidateerror` names a local address had its connection; one that completes without was
//! refused. The second is believed only where the first is known to happen, which is tried on our own server.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Date, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Event, RtcConfiguration, RtcIceGatheringState, RtcIceServer, RtcPeerConnection,
    RtcSessionDescriptionInit,
};
use whichside_diagnosis::Outcome;
use whichside_diagnosis::observation::Ice;

use super::own::{self, ICE_TELLS};
use super::reached;
use super::wait::{Bell, Listener, both};

/// Packets that are lost keep a gathering open for half a minute; three round trips of a bad link fit in this.
const CAP_MS: i32 = 2_500;

/// A name without address shows that much later than a refused connection, at most.
const GRACE_MS: i32 = 250;

/// Where only the name can be asked, it fails within this or not at all.
const NAME_CAP_MS: i32 = 1_000;

/// What a name without address looks like.
pub(super) const NO_NAME: Ice = Ice {
    name_fails: true,
    connects: false,
    secures: false,
    completes: true,
};

/// One gathering under way; closed when dropped.
struct Gathering {
    peer: RtcPeerConnection,
    seen: Rc<Seen>,
    bell: Bell,
    _listeners: [Listener; 2],
}

#[derive(Default)]
struct Seen {
    complete: Cell<bool>,
    address: Cell<bool>,
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
        let (seen, bell) = (Rc::new(Seen::default()), Bell::default());
        let listeners = [
            Listener::new(&peer, "icecandidateerror", {
                let (seen, bell) = (Rc::clone(&seen), bell.clone());
                move |event| {
                    if names_address(&event) {
                        seen.address.set(true);
                        bell.ring();
                    }
                }
            })?,
            Listener::new(&peer, "icegatheringstatechange", {
                let (peer, seen, bell) = (peer.clone(), Rc::clone(&seen), bell.clone());
                move |_| {
                    if peer.ice_gathering_state() == RtcIceGatheringState::Complete {
                        seen.complete.set(true);
                        bell.ring();
                    }
                }
            })?,
        ];
        let gathering = Gathering {
            peer,
            seen,
            bell,
            _listeners: listeners,
        };
        gathering.peer.create_data_channel("probe");
        let offer: RtcSessionDescriptionInit = JsFuture::from(gathering.peer.create_offer())
            .await?
            .unchecked_into();
        JsFuture::from(gathering.peer.set_local_description(&offer)).await?;
        Ok(gathering)
    }

    /// Waits until it shows how far it got; `false` when it does not in time.
    async fn ended(&self, limit_ms: i32) -> bool {
        let decided = || self.seen.complete.get() || self.seen.address.get();
        self.bell.until(limit_ms, decided).await
    }

    /// Waits for its completion, whatever else shows.
    async fn completed(&self, limit_ms: i32) -> bool {
        self.bell.until(limit_ms, || self.seen.complete.get()).await
    }
}

/// How far connections to the target's port get.
pub(super) async fn gather(host: &str, port: u16) -> Outcome {
    let Ok(name) = Gathering::start(&format!("stun:{host}:{port}")).await else {
        return Outcome::Unavailable;
    };
    let found = if reached::tells().await {
        reached::otherwise(host, port, name.completed(NAME_CAP_MS)).await
    } else {
        let (seen, believed) = both(connections(host, port, &name), shows_connections()).await;
        seen.ok()
            .filter(|ice| believed || ice.name_fails || ice.connects && ice.secures)
    };
    found.map_or(Outcome::Unavailable, Outcome::Ice)
}

async fn connections(host: &str, port: u16, name: &Gathering) -> Result<Ice, JsValue> {
    let began = Date::now();
    let secure = Gathering::start(&format!("turns:{host}:{port}?transport=tcp")).await?;
    let ended = secure.ended(CAP_MS).await;
    let secures = secure.seen.address.get();
    if !ended || secures {
        return Ok(Ice {
            name_fails: false,
            connects: secures,
            secures,
            completes: ended,
        });
    }
    // A second connection is made only where the first leaves something to ask.
    let plain = Gathering::start(&format!("turn:{host}:{port}?transport=tcp")).await?;
    let patience_ms = GRACE_MS + 2 * (Date::now() - began) as i32;
    let (ended, name_fails) = both(plain.ended(patience_ms), name.completed(GRACE_MS)).await;
    if name_fails {
        return Ok(NO_NAME);
    }
    Ok(Ice {
        name_fails: false,
        // The port answered the first connection one way or the other. Had it refused, it would again, at once; but a
        // server that takes our first bytes for the start of a long TLS record waits for the rest of it.
        connects: plain.seen.address.get() || !ended,
        secures: false,
        completes: true,
    })
}

/// Whether a connection that stands is shown here at all: our own server's must be. Chromium keeps quiet about connections
/// to private addresses, so where our server is on one, or speaks no TLS, the browser is taken at its word.
async fn shows_connections() -> bool {
    let Some((host, port)) = own::secure_server() else {
        return true;
    };
    own::known(&ICE_TELLS, async {
        match Gathering::start(&format!("turns:{host}:{port}?transport=tcp")).await {
            Ok(own) => own.ended(CAP_MS).await && own.seen.address.get(),
            Err(_) => false,
        }
    })
    .await
}

fn configuration(server: &str) -> RtcConfiguration {
    let one = RtcIceServer::new();
    one.set_urls(&server.into());
    // TURN wants some; the target is no TURN server and never reads them.
    one.set_username("probe");
    one.set_credential("probe");
    let configuration = RtcConfiguration::new();
    configuration.set_ice_servers(&Array::of1(&one));
    configuration
}

/// Whether the error names a local address: `203.0.113.x`, say. Where there is none it is null, or `0.0.0.x` or `[0:0:0:x:x:x:x:x]`.
fn names_address(event: &Event) -> bool {
    Reflect::get(event, &"address".into())
        .ok()
        .and_then(|address| address.as_string())
        .is_some_and(|address| {
            address.contains(|c| !matches!(c, '0' | 'x' | '.' | ':' | '[' | ']'))
        })
}
