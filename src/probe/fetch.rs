//! Fetches: opaque ones, of which only "answered or not" shows, and readable ones whose text the library reads.
//! None carries credentials or a referrer, none is answered from a cache, and dropping one aborts it.

use gloo_net::http::{Method, Request, RequestBuilder, Response};
use js_sys::{Date, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, ReadableStreamDefaultReader, ReadableStreamReadResult, ReferrerPolicy,
    RequestCache, RequestCredentials, RequestMode, RequestRedirect,
};
use whichside_diagnosis::{Outcome, doh, trace};

use super::wait::within;

/// A request that has not been answered by then never will be: browsers themselves give up a little later.
const CAP_MS: u32 = 30_000;

/// Where a body may be waited for, no longer than a verdict waits for its answer.
const BODY_CAP_MS: u32 = 8_000;

/// The services' answers are about 1 kB; a portal's page in their place may be anything.
const SHORT_TEXT_BYTES: usize = 64 * 1024;

/// Aborts a request and its answer's body when dropped.
struct AbortOnDrop(AbortController);

impl AbortOnDrop {
    fn new() -> Result<AbortOnDrop, JsValue> {
        AbortController::new().map(AbortOnDrop)
    }

    /// A request with the options that all of ours have, ended by this.
    fn request(&self, request: RequestBuilder, mode: RequestMode) -> RequestBuilder {
        request
            .mode(mode)
            .credentials(RequestCredentials::Omit)
            .referrer_policy(ReferrerPolicy::NoReferrer)
            .cache(RequestCache::NoStore)
            .redirect(RequestRedirect::Follow)
            .abort_signal(Some(&self.0.signal()))
    }
}

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Whether anything answers HTTP there. Asked by `HEAD`, for the answer's headers alone: Firefox waits for the end of a body
/// before it hands an opaque answer over, and an abort comes too late for what is under way. Where `HEAD` gets no answer, `GET`
/// is tried: some servers and filters refuse the one and not the other.
pub(crate) async fn opaque(url: &str) -> Outcome {
    match ask(RequestBuilder::new(url).method(Method::HEAD), CAP_MS).await {
        Outcome::Failed => ask(Request::get(url), BODY_CAP_MS).await,
        outcome => outcome,
    }
}

async fn ask(request: RequestBuilder, cap_ms: u32) -> Outcome {
    let Ok(abort) = AbortOnDrop::new() else {
        return Outcome::Unavailable;
    };
    let request = abort.request(request, RequestMode::NoCors);
    match within(cap_ms, request.send()).await {
        Some(Ok(_)) => Outcome::Answered,
        Some(Err(_)) => Outcome::Failed,
        None => Outcome::Silent,
    }
}

/// Cloudflare's trace, held against this device's clock.
pub(super) async fn trace(url: &str) -> Outcome {
    let parse = |text: &str| trace::read(text, Date::now()).map(Outcome::Trace);
    short_text(url, "text/plain", parse).await
}

/// A resolver's answer over HTTPS.
pub(super) async fn dns(url: &str) -> Outcome {
    let parse = |text: &str| doh::read(text).map(Outcome::Dns);
    // A header that needs no permission by CORS: Cloudflare wants it, Google does not mind it.
    short_text(url, "application/dns-json", parse).await
}

async fn short_text(
    url: &str,
    accept: &str,
    parse: impl FnOnce(&str) -> Option<Outcome>,
) -> Outcome {
    match within(CAP_MS, good_text(url, accept, SHORT_TEXT_BYTES)).await {
        Some(Some(text)) => parse(&text).unwrap_or(Outcome::Failed),
        Some(None) => Outcome::Failed,
        None => Outcome::Silent,
    }
}

/// The text of an answer with status 200 that comes within `limit_ms`; `None` when there is none, or more than `limit` bytes.
pub(crate) async fn read(url: &str, accept: &str, limit: usize, limit_ms: u32) -> Option<String> {
    within(limit_ms, good_text(url, accept, limit)).await?
}

/// The JSON of a file that stands at this very address: a redirect is not followed, since it would ask somebody else. It is asked for
/// by `HEAD` first, and read only where that says that it is no longer than `limit` bytes: what is sent beyond is under way before
/// a request can be ended.
pub(crate) async fn read_here(url: &str, limit: usize, limit_ms: u32) -> Option<String> {
    let text = async {
        let abort = AbortOnDrop::new().ok()?;
        let here = |request: RequestBuilder| {
            abort
                .request(request, RequestMode::Cors)
                .redirect(RequestRedirect::Error)
                .header("accept", "application/json")
        };
        let head = here(RequestBuilder::new(url).method(Method::HEAD));
        let length = head.send().await.ok()?.headers().get("content-length")?;
        if length.parse::<usize>().ok()? > limit {
            return None;
        }
        let answer = here(Request::get(url)).send().await.ok()?;
        let (status, text) = status_and_text(&answer, limit).await?;
        (status == 200).then_some(text)
    };
    within(limit_ms, text).await?
}

async fn good_text(url: &str, accept: &str, limit: usize) -> Option<String> {
    let abort = AbortOnDrop::new().ok()?;
    let request = abort
        .request(Request::get(url), RequestMode::Cors)
        .header("accept", accept);
    let (status, text) = status_and_text(&request.send().await.ok()?, limit).await?;
    (status == 200).then_some(text)
}

/// Status and text of what a JSON service answers to a GET; `None` when there is no answer, or more than `limit` bytes.
pub(super) async fn get_json(url: &str, limit: usize) -> Option<(u16, String)> {
    let answer = async {
        let abort = AbortOnDrop::new().ok()?;
        let request = abort.request(Request::get(url), RequestMode::Cors);
        status_and_text(&request.send().await.ok()?, limit).await
    };
    within(CAP_MS, answer).await?
}

/// Status and text of what a JSON service answers to this POST; `None` when there is no answer, or more than `limit` bytes.
pub(super) async fn post_json(url: &str, body: &str, limit: usize) -> Option<(u16, String)> {
    let answer = async {
        let abort = AbortOnDrop::new().ok()?;
        let request = abort
            .request(Request::post(url), RequestMode::Cors)
            .header("content-type", "application/json")
            .body(body)
            .ok()?;
        status_and_text(&request.send().await.ok()?, limit).await
    };
    within(CAP_MS, answer).await?
}

/// Status and text of an answer; `None` when it breaks off or is longer than `limit` bytes.
async fn status_and_text(response: &Response, limit: usize) -> Option<(u16, String)> {
    let mut bytes = Vec::new();
    if let Some(stream) = response.body() {
        let reader = ReadableStreamDefaultReader::new(&stream).ok()?;
        loop {
            let part: ReadableStreamReadResult =
                JsFuture::from(reader.read()).await.ok()?.unchecked_into();
            let Ok(chunk) = part.get_value().dyn_into::<Uint8Array>() else {
                break;
            };
            if bytes.len() + chunk.length() as usize > limit {
                return None;
            }
            bytes.extend(chunk.to_vec());
        }
    }
    let text = String::from_utf8_lossy(&bytes).into_owned();
    Some((response.status(), text))
}
