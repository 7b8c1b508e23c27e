//! What the target's owner may write into DNS: which embedder may have the check run inside.

use anyhow::{Context, Result};

use super::rule::leads_elsewhere;
use crate::hosts::{EVIL, HELP};
use crate::scene::Scene;
use crate::widget::{Widget, expect_verdict};

const SHOP: &str = "https://shop.example/";

/// It names the help centre, in the second of two records.
pub fn given(scene: &Scene<'_>) -> Result<()> {
    scene.embed_on(EVIL, SHOP)?;
    leads_elsewhere(scene, &Widget::first(scene)?, SHOP)
        .context("an embedder that is not named")?;
    scene.embed_on(HELP, SHOP)?;
    let verdict = Widget::first(scene)?
        .check()
        .context("the embedder that is named")?;
    expect_verdict(&verdict, "theirs", "bad-gateway")
}

/// It names somebody else, or cannot be read.
pub fn none(scene: &Scene<'_>) -> Result<()> {
    scene.embed_on(HELP, SHOP)?;
    leads_elsewhere(scene, &Widget::first(scene)?, SHOP)
}
