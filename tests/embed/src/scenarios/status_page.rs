//! A real status page whose shop is really broken: embedded, clicked, read. Then under a policy that keeps the widget out, until
//! its owner adds what the configurator names.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::json;
use whichside_egress::Contract;
use whichside_harness::namespaces::in_wan;
use whichside_harness::wait::until;
use whichside_lab::addresses::PAGE_NAME;

use crate::hosts::STATUS;
use crate::scene::{Scene, expect, on_the_page};
use crate::widget::{Widget, expect_verdict};

const PAGE: &str = "https://status.shop.example/";

/// The verdict in the widget, in the event, beside the incident.
pub fn real(scene: &Scene<'_>) -> Result<()> {
    scene.open(PAGE)?;
    works_here(scene, true)?;
    let asked = scene.target_requests()?;
    let polite = Contract::load()?.target_requests(None)?;
    if asked.is_empty() || asked.len() > polite {
        bail!("expected one to {polite} requests at the target, seen {asked:?}");
    }
    Ok(())
}

/// The widget of the page that is open says who it was, wherever it says it; beside it stands the incident, where the widget
/// was told of the summary.
pub fn works_here(scene: &Scene<'_>, has_summary: bool) -> Result<()> {
    let widget = Widget::first(scene)?;
    let verdict = widget.check()?;
    expect_verdict(&verdict, "theirs", "bad-gateway")?;
    let words = "Checkout and catalogue answer with errors";
    widget.inside(|frame| {
        let incident = scene.ask(
            "const it = document.querySelector('[data-incident]'); \
             return it && [it.dataset.incident, it.textContent.includes(arguments[0])]",
            &[json!(words)],
        )?;
        if has_summary {
            expect("the incident", json!(["major", true]), incident)?;
        }
        for (what, action) in [("to check again", "again"), ("to watch", "watch")] {
            expect(what, true, frame.offers(action)?)?;
        }
        let details = scene.ask(
            "return document.querySelector('[data-action=details]')?.href ?? null",
            &[],
        )?;
        let full = on_the_page("#url=https%3A%2F%2Fshop.example%2F");
        expect("the link to the details", json!(full), details)?;
        let remedies = "return document.querySelectorAll('[data-remedy]').length";
        expect("first remedies", json!(1), scene.ask(remedies, &[])?)?;
        // They come by a program of their own.
        let steps = "return document.querySelector('[data-remedy] ol.steps li') !== null";
        scene.wait_for("the steps of the remedy", steps, &[])
    })?;
    let last = until("a verdict of the event that is done", || {
        let heard = scene.ask("return window.heard", &[])?;
        let last = heard.as_array().and_then(|all| all.last()).cloned();
        Ok(last
            .filter(|detail| detail["state"] == json!("done"))
            .ok_or_else(|| heard.to_string()))
    })?;
    let told = json!({
        "target": "https://shop.example/", "state": "done",
        "side": verdict.side, "cause": verdict.cause,
        "confidence": verdict.confidence, "causeConfidence": verdict.cause_confidence,
    });
    expect("the event's detail", told, last)
}

/// The owner's policy is `default-src 'self'`.
pub fn strict_policy(scene: &Scene<'_>) -> Result<()> {
    const STRICT: &str = "default-src 'self'";
    serve_with(scene, STRICT)?;
    scene.open(PAGE)?;
    let there = "return document.querySelector('which-side') !== null \
                 || typeof window.Whichside !== 'undefined'";
    expect(
        "the widget under default-src 'self'",
        json!(false),
        scene.ask(there, &[])?,
    )?;
    let advised = advice(scene, STRICT)?;
    let wanted: BTreeSet<String> = ["script-src", "frame-src"]
        .map(|name| format!("{name} 'self' https://{PAGE_NAME}"))
        .into();
    let named: BTreeSet<String> = advised
        .split(';')
        .map(|part| part.trim().to_owned())
        .collect();
    expect("the directives to add", wanted, named)?;
    serve_with(scene, &format!("{STRICT}; {advised}"))?;
    scene.open(PAGE)?;
    works_here(scene, true)
}

/// What the configurator says has to be added to a policy, word for word.
fn advice(scene: &Scene<'_>, policy: &str) -> Result<String> {
    scene.open(&on_the_page("embed/"))?;
    scene.wait_for(
        "the configurator, with a field for the policy",
        "return document.querySelector('[name=policy]') !== null",
        &[],
    )?;
    let field = scene.session.find("[name=policy]")?;
    scene.session.fill_in(&field, policy)?;
    until("the directives to add", || {
        let said = scene.ask(
            "return document.querySelector('[data-policy-add]')?.textContent.trim() || null",
            &[],
        )?;
        Ok(match said.as_str() {
            Some(said) => Ok(said.to_owned()),
            None => Err(scene
                .ask("return document.body.innerText.slice(0, 600)", &[])?
                .to_string()),
        })
    })
}

/// Has the status page send this policy.
fn serve_with(scene: &Scene<'_>, policy: &str) -> Result<()> {
    let folder = scene.world.extra_host_folder(STATUS);
    let path = folder.join("nginx.conf");
    let written = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let lines = written.lines().map(|line| {
        if line.contains("Content-Security-Policy") {
            format!("add_header Content-Security-Policy \"{policy}\" always;")
        } else {
            line.to_owned()
        }
    });
    fs::write(&path, lines.collect::<Vec<_>>().join("\n"))?;
    in_wan(|| scene.world.restart_nginx())
}
