//! Gives the fuzzer's bytes to the reader `globalping-results` (`tests/readers`).

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| whichside_readers::check("globalping-results", bytes));
