//! Looking for a text within another. The standard library's way is made for long texts, and weighs as much as all the places
//! that search here: answers of services, and addresses. It comes in with a search for a single character, too.

/// Where a text first stands in another, in bytes.
#[must_use]
pub fn find(text: &str, part: &str) -> Option<usize> {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    (0..text.len()).find(|at| text.get(*at..).is_some_and(|rest| rest.starts_with(part)))
}

/// Whether a text stands in another.
#[must_use]
pub fn contains(text: &str, part: &str) -> bool {
    find(text, part).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_finds_what_the_standard_library_finds() {
        for text in ["", "a", "abab", "https://bücher.example/ü", "aab"] {
            for part in ["a", "ab", "bab", "://", "ü", "aabb", "b"] {
                assert_eq!(find(text, part), text.find(part), "{part} in {text}");
            }
        }
    }
}
