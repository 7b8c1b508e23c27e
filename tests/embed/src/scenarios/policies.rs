//! The configurator's word on a policy, held against what the browser does under that policy, and under the one that the
//! configurator writes in its place.

use std::fmt::Write;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use whichside_harness::wait::until;

use crate::hosts::{self, STATUS};
use crate::scene::{Scene, expect, on_the_page};

/// The page whose policy it is.
const NAME: &str = "policy.html";
/// Policies, and whether the page holds the loader against its hash.
const POLICIES: [(&str, bool); 13] = [
    ("default-src 'self'", false),
    (
        "default-src 'none'; style-src 'none'; connect-src 'none'",
        false,
    ),
    ("Script-Src 'NONE'; frame-src https:; script-src *", false),
    (
        "script-src https://whichside.example; child-src 'self'",
        false,
    ),
    (
        "script-src *; script-src-elem 'self'; frame-src 'none'",
        false,
    ),
    (
        "default-src 'self' 'unsafe-inline' 'nonce-a'; img-src *",
        false,
    ),
    ("default-src https://whichside.example/embed/", false),
    ("default-src https://*.whichside.example wss: data:", false),
    ("script-src 'strict-dynamic' 'nonce-a' https:", false),
    ("script-src 'strict-dynamic' 'nonce-a' https:", true),
    (
        "default-src *.example; require-trusted-types-for 'script'",
        false,
    ),
    ("default-src whichside.example", true),
    ("img-src 'none'; sandbox; frame-ancestors 'none'", false),
];
/// Puts a frame of ours into the page, and writes down what became of it.
const TRY_FRAME: &str = "const frame = document.createElement('iframe'); const body = document.body; \
    addEventListener('message', ({source, origin}) => { \
      if (source === frame.contentWindow && origin === new URL(arguments[0]).origin) body.dataset.frame ??= 'in'; \
    }); \
    document.addEventListener('securitypolicyviolation', ({effectiveDirective}) => { \
      if (effectiveDirective === 'frame-src') body.dataset.frame ??= 'out'; \
    }); \
    frame.src = arguments[0]; body.append(frame)";

/// What the configurator says.
struct Told {
    blocked: String,
    whole: Option<String>,
}

/// Every policy is judged as the browser judges it, and becomes one that lets everything in.
pub fn judged_as_browsers_do(scene: &Scene<'_>) -> Result<()> {
    for (policy, pinned) in POLICIES {
        let told = told(scene, policy, pinned)?;
        let seen = blocked(scene, policy, pinned)?;
        expect(&format!("what {policy} keeps out"), &*seen, &*told.blocked)?;
        match told.whole {
            Some(whole) => {
                let then = blocked(scene, &whole, pinned)?;
                expect(&format!("what {whole} keeps out"), "none", &*then)?;
            }
            // Without a hash, no words in the policy help; the owner is told of their nonce.
            None if policy.contains("'strict-dynamic'") && !pinned => {}
            None => expect(&format!("what {policy} keeps out"), "none", &*seen)?,
        }
    }
    Ok(())
}

/// The page's own statement of a policy.
fn tag(policy: &str) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}

/// Asks the configurator, as an owner does.
fn told(scene: &Scene<'_>, policy: &str, pinned: bool) -> Result<Told> {
    let mut link = on_the_page("embed/#page=https%3A%2F%2Fstatus.shop.example%2F");
    if pinned {
        link.push_str("&pinned=1");
    }
    // From elsewhere, as a fragment alone would not load the page anew.
    scene.open("about:blank")?;
    scene.open(&link)?;
    let field = "return document.querySelector('[name=policy]') !== null";
    scene.wait_for("the configurator, with a field for the policy", field, &[])?;
    let field = scene.session.find("[name=policy]")?;
    scene.session.fill_in(&field, &tag(policy))?;
    let answer = "const answer = document.querySelector('[data-policy-answer]'); \
        return [answer.dataset.blocked ?? null, answer.querySelector('[data-policy-whole]')?.textContent ?? null]";
    until("an answer on the whole policy", || {
        let said = scene.ask(answer, &[])?;
        Ok(match said[0].as_str() {
            Some(blocked) => Ok(Told {
                blocked: blocked.to_owned(),
                whole: said[1].as_str().map(str::to_owned),
            }),
            None => Err(said.to_string()),
        })
    })
}

/// What the browser keeps out under a policy, in the configurator's words.
fn blocked(scene: &Scene<'_>, policy: &str, pinned: bool) -> Result<String> {
    let mut loader = on_the_page("embed/v1.js");
    let mut integrity = String::new();
    if pinned {
        let page = std::fs::read_to_string(scene.dist.join("embed/index.html"))?;
        let named = page
            .split("name=\"whichside-loader\" content=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .and_then(|named| named.split_once(' '));
        let (name, hash) = named.context("the configurator does not name the loader")?;
        loader = on_the_page(&format!("embed/{name}"));
        write!(integrity, " integrity=\"{hash}\" crossorigin=\"anonymous\"")?;
    }
    let html = format!(
        "<!doctype html><html lang=\"en\">{}<title>A policy</title><body><script src=\"{loader}\"{integrity} \
         data-target=\"https://shop.example/\"></script></html>",
        tag(policy)
    );
    hosts::write(scene.world, STATUS, NAME, html.as_bytes())?;
    scene.open(&format!("https://{STATUS}/{NAME}"))?;
    // A script that is not async has run, or never will, once the page has loaded.
    let loaded = scene.ask(
        "return document.querySelector('which-side')?.shadowRoot != null",
        &[],
    )?;
    scene.ask(TRY_FRAME, &[json!(on_the_page("widget/"))])?;
    let framed = until("what becomes of the frame", || {
        let seen = scene.ask("return document.body.dataset.frame ?? null", &[])?;
        Ok(match seen.as_str() {
            Some("in") => Ok(true),
            Some("out") => Ok(false),
            Some(_) | None => Err(seen.to_string()),
        })
    })?;
    let blocked = match (loaded, framed) {
        (Value::Bool(true), true) => "none",
        (Value::Bool(false), true) => "script",
        (Value::Bool(true), false) => "frame",
        (Value::Bool(false), false) => "both",
        (other, _) => bail!("whether the loader came: {other}"),
    };
    Ok(blocked.to_owned())
}
