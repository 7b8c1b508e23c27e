//! Starts the page. Natively there is nothing to start: `cargo xtask serve` builds the page and serves it.

#[cfg(target_arch = "wasm32")]
fn main() {
    whichside::start::<whichside::app::App>();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is the page's own program. Run `cargo xtask serve` to build it and serve it.");
}
