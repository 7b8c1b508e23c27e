//! Reads off a page that trunk has made which files it loads, and by which elements.

/// The elements of a page that load what it starts from: scripts, stylesheets and preloads, in their order.
pub fn loading(page: &str) -> Vec<&str> {
    page.match_indices('<')
        .filter_map(|(start, _)| {
            let element = &page[start..];
            let end = if element.starts_with("<script ") {
                element.find("</script>")? + "</script>".len()
            } else {
                element.find('>')? + 1
            };
            Some(&element[..end])
        })
        .filter(|element| match attribute(element, "rel") {
            Some(rel) => ["stylesheet", "preload", "modulepreload"].contains(&rel),
            None => element.starts_with("<script ") && attribute(element, "src").is_some(),
        })
        .collect()
}

/// The files that a page loads, relative to the folder of the page's root.
pub fn files(page: &str) -> Vec<String> {
    loading(page)
        .into_iter()
        .filter_map(|tag| attribute(tag, "href").or_else(|| attribute(tag, "src")))
        .map(|address| address.trim_start_matches("./").to_owned())
        .collect()
}

/// An attribute of an element, as trunk writes both.
pub fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><title>a > b</title><link rel=\"icon\" href=\"icon.svg\">\n\
        <link rel=\"stylesheet\" href=\"./page-01.css\" integrity=\"sha384-a\">\n\
        <script src=\"./start-02.js\" type=\"module\"></script><script>inline</script>\
        <link rel=\"preload\" href=\"./a_bg.wasm\" as=\"fetch\"></head>";

    #[test]
    fn what_a_page_starts_from_is_its_styles_scripts_and_preloads() {
        assert_eq!(files(PAGE), ["page-01.css", "start-02.js", "a_bg.wasm"]);
        assert_eq!(attribute(loading(PAGE)[0], "integrity"), Some("sha384-a"));
    }
}
