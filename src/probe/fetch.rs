//! Fetches: opaque ones, of which only "answered or not" shows, and readable ones whose text the library reads.
//! None carries credentials or a referrer, none is answered from a cache, and dropping one aborts it.

use js_sys::{Date, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Headers, ReadableStreamDefaultReader, ReferrerPolicy, RequestCache,
    RequestCredentials, RequestInit, RequestMode, RequestRedirect, Response, window,
};
use whichside_diagnosis::{Outcome, doh, trace};

use super::wait::within;

/// A request that has not been answered by then never will be: browsers themselves give up a little later.
const CAP_MS: i32 = 30_000;

/// The services' answers are about 1 kB; a portal's page in their place may be anything.
const SHORT_TEXT_BYTES: usize = 64 * 1024;

/// A request, and the means to end it: dropped, it is aborted, its body too.
struct Request {
    controller: AbortController,
    init: RequestInit,
}

impl Request {
    fn new(mode: RequestMode) -> Result<Request, JsValue> {
        let controller = AbortController::new()?;
        let init = RequestInit::new();
        init.set_mode(mode);
        init.set_credentials(RequestCredentials::Omit);
        init.set_referrer_policy(ReferrerPolicy::NoReferrer);
        init.set_cache(RequestCache::NoStore);
        init.set_redirect(RequestRedirect::Follow);
        init.set_signal(Some(&controller.signal()));
        Ok(Request { controller, init })
    }

    fn header(&self, name: &str, value: &str) -> Result<(), JsValue> {
        let headers = Headers::new()?;
        headers.set(name, value)?;
        self.init.set_headers(&headers);
        Ok(())
    }

    /// The answer, as soon as its headers are there.
    async fn send(&self, url: &str) -> Result<Response, JsValue> {
        let window = window().ok_or(JsValue::NULL)?;
        JsFuture::from(window.fetch_with_str_and_init(url, &self.init))
            .await?
            .dyn_into()
    }
}

impl Drop for Request {
    fn drop(&mut self) {
        self.controller.abort();
    }
}

/// Whether anything answers HTTP there.
pub(crate) async fn opaque(url: &str) -> Outcome {
    let Ok(request) = Request::new(RequestMode::NoCors) else {
        return Outcome::Unavailable;
    };
    match within(CAP_MS, request.send(url)).await {
        Some(Ok(_)) => Outcome::Answered,
        Some(Err(_)) => Outcome::Failed,
        None => Outcome::Silent,
    }
}

/// Cloudflare's trace, held against this device's clock.
pub(super) async fn trace(url: &str) -> Outcome {
    let read = |text: &str| trace::read(text, Date::now()).map(Outcome::Trace);
    short_text(url, "text/plain", read).await
}

/// A resolver's answer over HTTPS.
pub(super) async fn dns(url: &str) -> Outcome {
    let read = |text: &str| doh::read(text).map(Outcome::Dns);
    // A header that needs no permission by CORS: Cloudflare wants it, Google does not mind it.
    short_text(url, "application/dns-json", read).await
}

async fn short_text(url: &str, accept: &str, read: fn(&str) -> Option<Outcome>) -> Outcome {
    match within(CAP_MS, text(url, accept, SHORT_TEXT_BYTES)).await {
        Some(Some(text)) => read(&text).unwrap_or(Outcome::Failed),
        Some(None) => Outcome::Failed,
        None => Outcome::Silent,
    }
}

/// The text of a good answer that a page may read, at most `limit` bytes of it; `None` when there is none, or more.
async fn text(url: &str, accept: &str, limit: usize) -> Option<String> {
    let request = Request::new(RequestMode::Cors).ok()?;
    request.header("accept", accept).ok()?;
    let (status, text) = body(&request.send(url).await.ok()?, limit).await?;
    (status == 200).then_some(text)
}

/// The text of a good answer that comes within `limit_ms`.
pub(crate) async fn read(url: &str, accept: &str, limit: usize, limit_ms: i32) -> Option<String> {
    within(limit_ms, text(url, accept, limit)).await?
}

/// Status and text of a JSON service's answer, at most `limit` bytes of it; `None` when there is no answer, or more text.
/// With an order, it is posted.
pub(super) async fn json(url: &str, order: Option<&str>, limit: usize) -> Option<(u16, String)> {
    let request = Request::new(RequestMode::Cors).ok()?;
    if let Some(order) = order {
        request.init.set_method("POST");
        request.header("content-type", "application/json").ok()?;
        request.init.set_body(&JsValue::from_str(order));
    }
    let answer = async { body(&request.send(url).await.ok()?, limit).await };
    within(CAP_MS, answer).await?
}

/// Status and text of an answer; `None` when it breaks off or is longer than `limit` bytes.
async fn body(response: &Response, limit: usize) -> Option<(u16, String)> {
    let mut bytes = Vec::new();
    if let Some(stream) = response.body() {
        let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
        loop {
            let part = JsFuture::from(reader.read()).await.ok()?;
            let Ok(chunk) = Reflect::get(&part, &"value".into())
                .ok()?
                .dyn_into::<Uint8Array>()
            else {
                break;
            };
            if bytes.len() + chunk.length() as usize > limit {
                return None;
            }
            bytes.extend(chunk.to_vec());
        }
    }
    Some((
        response.status(),
        String::from_utf8_lossy(&bytes).into_owned(),
    ))
}
