//! Shortens the names under which the WebAssembly imports what the glue code gives it.
//!
//! wasm-bindgen names each after its function and a hash of sixteen digits. Nobody reads them, they cannot be compressed,
//! and they stand in both files: two hundred of them weigh 5 kB of the page's budget.

use anyhow::{Context, Result, bail};

const MAGIC: usize = 8;
const IMPORT_SECTION: u8 = 2;
const FUNCTION: u8 = 0;

/// The module and its glue code with short names. `module` is the name that the glue code gives to itself.
pub fn shorten(wasm: &[u8], glue: &str, module: &str) -> Result<(Vec<u8>, String)> {
    let mut glue = glue.to_owned();
    let mut shortened = wasm
        .get(..MAGIC)
        .context("the file is no WebAssembly")?
        .to_vec();
    let mut rest = Reader(&wasm[MAGIC..]);
    while let Some(section) = rest.byte() {
        let length = rest.number()?;
        let body = rest.bytes(length)?;
        shortened.push(section);
        if section == IMPORT_SECTION {
            let body = imports(Reader(body), &mut glue)?;
            write_number(&mut shortened, body.len());
            shortened.extend(body);
        } else {
            write_number(&mut shortened, length);
            shortened.extend(body);
        }
    }
    let quoted = format!("\"{module}\"");
    if glue.matches(&quoted).count() != 1 {
        bail!("the glue code does not name {quoted} exactly once");
    }
    Ok((
        shortened,
        glue.replace(&quoted, &format!("\"{SHORT_MODULE}\"")),
    ))
}

const SHORT_MODULE: &str = "w";

/// Rewrites the section's entries, and the same names in the glue code.
fn imports(mut section: Reader, glue: &mut String) -> Result<Vec<u8>> {
    let count = section.number()?;
    let mut body = Vec::new();
    write_number(&mut body, count);
    for index in 0..count {
        section.name()?;
        let name = section.name()?;
        if section.byte() != Some(FUNCTION) {
            bail!("`{name}` is imported, and is no function");
        }
        let kind = section.number()?;
        let (long, short) = (format!("{name}:"), short(index));
        if glue.matches(&long).count() != 1 {
            bail!("the glue code does not define `{name}` exactly once");
        }
        *glue = glue.replace(&long, &format!("{short}:"));
        for text in [SHORT_MODULE, &short] {
            write_number(&mut body, text.len());
            body.extend(text.as_bytes());
        }
        body.push(FUNCTION);
        write_number(&mut body, kind);
    }
    Ok(body)
}

/// The names in order: a, b, … z, a1, b1, …
fn short(index: usize) -> String {
    let letter = char::from(b'a' + (index % 26) as u8);
    match index / 26 {
        0 => letter.to_string(),
        round => format!("{letter}{round}"),
    }
}

/// Reads the binary format: bytes, and numbers of seven bits a byte, the lowest first.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn bytes(&mut self, length: usize) -> Result<&'a [u8]> {
        let (bytes, rest) = self
            .0
            .split_at_checked(length)
            .context("the WebAssembly ends too early")?;
        self.0 = rest;
        Ok(bytes)
    }

    fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self
                .byte()
                .context("the WebAssembly ends within a number")?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        bail!("the WebAssembly holds a number of more than 32 bits")
    }

    fn name(&mut self) -> Result<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.bytes(length)?)
            .context("the WebAssembly holds a name that is no text")
    }
}

fn write_number(into: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        into.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    into.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports two functions of type 0 and has a custom section after them.
    fn module(names: [&str; 2], module: &str) -> Vec<u8> {
        let mut section = vec![2];
        for name in names {
            for text in [module, name] {
                section.push(text.len() as u8);
                section.extend(text.as_bytes());
            }
            section.extend([0, 0]);
        }
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([2, section.len() as u8]);
        wasm.extend(section);
        wasm.extend([0, 3, 1, b'x', 7]);
        wasm
    }

    #[test]
    fn both_files_get_the_same_short_names_and_keep_the_rest() {
        let glue = "{\"./page_bg.js\":{__wbg_now_1f:function(){},__wbg_log_2e:function(){}}}";
        let (wasm, glue) = shorten(
            &module(["__wbg_log_2e", "__wbg_now_1f"], "./page_bg.js"),
            glue,
            "./page_bg.js",
        )
        .unwrap();
        assert_eq!(wasm, module(["a", "b"], "w"));
        assert_eq!(glue, "{\"w\":{b:function(){},a:function(){}}}");
    }

    #[test]
    fn a_name_that_the_glue_code_does_not_define_is_an_error() {
        let wasm = module(["__wbg_log_2e", "__wbg_now_1f"], "./page_bg.js");
        assert!(shorten(&wasm, "{\"./page_bg.js\":{__wbg_log_2e:1}}", "./page_bg.js").is_err());
        assert!(shorten(b"", "", "").is_err());
        assert!(shorten(&wasm[..20], "", "").is_err());
    }

    #[test]
    fn names_stay_apart() {
        let names: std::collections::BTreeSet<String> = (0..1_000).map(short).collect();
        assert_eq!(names.len(), 1_000);
    }
}
