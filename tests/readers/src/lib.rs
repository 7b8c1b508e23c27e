//! Every reader of bytes that come from elsewhere, each with texts to begin from and with what must hold whatever it is given.
//!
//! `tests/bounded.rs` gives each some hundred texts in every `cargo test`; `fuzz/` gives them to libFuzzer for as long as it is left
//! running. What holds for ordered probes and observations is left to `crates/diagnosis/tests/properties.rs`.

mod embedding;
mod kept;
mod owner;
mod services;
mod sites;
mod target;

/// A reader of somebody else's bytes.
pub struct Reader {
    /// Its name, which is that of its target in `fuzz/`.
    pub name: &'static str,
    /// Texts as it is meant to read them.
    pub seeds: fn() -> Vec<String>,
    /// Has it read a text. Panics where something does not hold.
    pub check: fn(&str),
}

/// All of them.
pub const READERS: [Reader; 14] = [
    target::TARGET,
    services::DOH,
    services::TRACE,
    services::GLOBALPING_ORDER,
    services::GLOBALPING_RESULTS,
    sites::SUMMARY,
    sites::STATEMENT,
    embedding::MESSAGE,
    embedding::ATTRIBUTES,
    embedding::POLICY,
    kept::HISTORY,
    kept::RECORD,
    owner::LOG,
    owner::CONFIGURATION,
];

/// Gives these bytes to the reader of this name, as a browser decodes them.
///
/// # Panics
/// There is no such reader, or what must hold does not.
pub fn check(name: &str, bytes: &[u8]) {
    let reader = READERS.iter().find(|reader| reader.name == name);
    let reader = reader.unwrap_or_else(|| panic!("no reader is named {name}"));
    (reader.check)(&String::from_utf8_lossy(bytes));
}

/// Texts as a reader begins from.
fn texts(all: &[&str]) -> Vec<String> {
    all.iter().map(|text| (*text).to_owned()).collect()
}
