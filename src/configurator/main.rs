//! Starts the configurator. Natively there is nothing to start: `cargo xtask serve` builds its page and serves it.

#[cfg(target_arch = "wasm32")]
fn main() {
    whichside::start::<whichside::configurator::Configurator>();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!(
        "This is the configurator's own program. Run `cargo xtask serve` to build its page and serve it."
    );
}
