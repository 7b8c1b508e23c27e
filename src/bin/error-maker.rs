//! Starts the page that makes the error page, a program of its own: the page's first load does without it. Natively there is
//! nothing to start.

#[cfg(target_arch = "wasm32")]
fn main() {
    whichside::start::<whichside::error_maker::ErrorMaker>();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!(
        "This is the program of the page that makes the error page. Run `cargo xtask serve` to build it and serve it."
    );
}
