//! Starts the widget. Natively there is nothing to start: `cargo xtask serve` builds its page and serves it.

#[cfg(target_arch = "wasm32")]
fn main() {
    whichside::start::<whichside::widget::Widget>();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!(
        "This is the widget's own program. Run `cargo xtask serve` to build its page and serve it."
    );
}
