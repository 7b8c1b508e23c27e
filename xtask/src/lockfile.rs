//! Reads from `Cargo.lock` which version of a package this checkout uses. Nothing else of that file matters here.

use anyhow::{Result, bail};

/// The one version of `package` that the lock file names.
pub fn version_of(package: &str, lock: &str) -> Result<String> {
    let wanted = format!("name = \"{package}\"");
    let versions: Vec<&str> = lock
        .split("[[package]]")
        .filter(|entry| entry.lines().any(|line| line == wanted))
        .filter_map(|entry| {
            entry
                .lines()
                .find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        })
        .collect();
    match versions.as_slice() {
        [version] => Ok((*version).to_owned()),
        [] => bail!("Cargo.lock names no version of {package}"),
        several => bail!(
            "Cargo.lock names several versions of {package} ({}): bring them to one",
            several.join(", ")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
version = 4

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
dependencies = [
 "wasm-bindgen-macro",
]

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.131"

[[package]]
name = "twice"
version = "1.0.0"

[[package]]
name = "twice"
version = "2.0.0"
"#;

    #[test]
    fn the_version_is_that_of_exactly_this_package() {
        assert_eq!(version_of("wasm-bindgen", LOCK).unwrap(), "0.2.130");
        assert_eq!(version_of("wasm-bindgen-macro", LOCK).unwrap(), "0.2.131");
    }

    #[test]
    fn none_or_several_versions_are_an_error_that_names_the_package() {
        let none = version_of("absent", LOCK).unwrap_err().to_string();
        assert!(none.contains("absent"));
        let several = version_of("twice", LOCK).unwrap_err().to_string();
        assert!(several.contains("1.0.0, 2.0.0"));
    }
}
