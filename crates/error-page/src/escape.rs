//! Escaping of untrusted text for the places that it stands in: HTML, JSON within a script element, and quoted strings of the
//! servers' configurations.

/// For the text of an element and for an attribute in double quotes.
#[must_use]
pub fn html(text: &str) -> String {
    text.chars().fold(String::new(), |mut escaped, c| {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
        escaped
    })
}

/// For JSON that stands in a `<script type="application/json">`: no `<` may end the element or begin a comment.
#[must_use]
pub fn json_in_script(json: &str) -> String {
    json.replace('<', "\\u003c").replace('>', "\\u003e")
}

/// For a remark in a configuration: one line, without what is not printed.
#[must_use]
pub fn remark(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c.is_control()
                || is_direction(c)
                || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}')
            {
                ' '
            } else {
                c
            }
        })
        .collect()
}

/// Marks that change the direction of what follows: they make a line read other than it is.
pub(crate) const fn is_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_an_element_an_attribute_or_a_script() {
        assert_eq!(
            html("<b title='\"'>&"),
            "&lt;b title=&#39;&quot;&#39;&gt;&amp;"
        );
        let json = serde_json::to_string("</script><!--<script>").unwrap();
        let inside = json_in_script(&json);
        assert!(!inside.contains('<') && !inside.contains('>'));
        assert_eq!(
            serde_json::from_str::<String>(&inside).unwrap(),
            "</script><!--<script>"
        );
    }

    #[test]
    fn a_remark_stays_on_its_line() {
        assert_eq!(
            remark("a\nload_module evil;\u{202e}\u{2028}b"),
            "a load_module evil;  b"
        );
    }
}
