#!/usr/bin/env bash
# Makes Debian's Rust compile for wasm32, on a machine where rustup cannot download its target. Needs root or sudo; takes about
# two minutes. `cargo xtask setup` runs it; afterwards this checkout uses that Rust (`rustup override unset` ends it).
set -euo pipefail

target=wasm32-unknown-unknown
library=/usr/lib/rustlib/$target/lib
as_root() { if [ "$(id -u)" = 0 ]; then env "$@"; else sudo -n env "$@"; fi; }

# rust-web-llvm holds rust-lld, which links WebAssembly; it is a link to what lld-22 brings.
as_root apt-get update --quiet=2 || true
as_root DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends \
    rustc-web cargo-web rust-web-src rust-web-llvm rust-web-clippy rustfmt-web lld-22

# The standard library, from Debian's source of it: an empty crate makes cargo build all of it. `test` is for the browser
# tests, bitcode for optimising across crates.
work=$(mktemp --directory)
trap 'rm -rf "$work"' EXIT
mkdir "$work/src"
touch "$work/src/lib.rs"
printf '[package]\nname = "stdlib"\nversion = "0.0.0"\nedition = "2024"\n\n[workspace]\n' > "$work/Cargo.toml"
(cd "$work" && env -u RUSTUP_TOOLCHAIN -u CARGO RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS="-C embed-bitcode=yes" \
    CARGO_TARGET_DIR="$work/target" \
    /usr/bin/cargo build --release -Z build-std=std,panic_abort,test --target $target)
rm -f "$work/target/$target/release/deps/"libstdlib*
as_root mkdir -p "$library"
as_root cp "$work/target/$target/release/deps/"*.rlib "$library"

if command -v rustup > /dev/null; then
    rustup toolchain link debian-web /usr
    rustup override set debian-web
fi
