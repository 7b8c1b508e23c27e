//! Starts the configurator. Natively there is nothing to start: `cargo xtask serve` builds its page and serves it.

/// Half the size of the standard one.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[cfg(target_arch = "wasm32")]
fn main() {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"));
    if let Some(root) = root {
        // What stands there until now says that the page is loading.
        root.set_text_content(None);
        yew::Renderer::<whichside::configurator::Configurator>::with_root(root).render();
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!(
        "This is the configurator's own program. Run `cargo xtask serve` to build its page and serve it."
    );
}
