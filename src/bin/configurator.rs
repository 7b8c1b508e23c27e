//! Starts the configurator, a program of its own: the page's first load does without it. Natively there is nothing to start.

#[cfg(target_arch = "wasm32")]
fn main() {
    whichside::start::<whichside::configurator::Configurator>();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!(
        "This is the configurator's program. Run `cargo xtask serve` to build its page and serve it."
    );
}
