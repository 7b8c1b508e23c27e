//! Starts the widget, a program of its own: neither its first click nor the page's first load carries the other. Natively there is nothing to start.

#[cfg(target_arch = "wasm32")]
fn main() {
    whichside::start::<whichside::widget::Widget>();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!(
        "This is the widget's program. Run `cargo xtask serve` to build its page and serve it."
    );
}
