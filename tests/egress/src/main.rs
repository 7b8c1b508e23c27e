//! Writes `docs/privacy.md` and the list in `README.md` from the contract.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use whichside_egress::{Contract, markdown};

fn main() -> Result<()> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let contract = Contract::load()?;
    let readme = project.join("README.md");
    let old = fs::read_to_string(&readme).context("README.md")?;
    let new = markdown::readme(&contract, &old).context("README.md has lost its marks")?;
    fs::write(&readme, new).context("README.md")?;
    fs::write(
        project.join("docs/privacy.md"),
        markdown::privacy(&contract),
    )
    .context("docs/privacy.md")?;
    println!("Written: README.md, docs/privacy.md");
    Ok(())
}
