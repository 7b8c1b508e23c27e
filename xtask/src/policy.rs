//! The headers the page is served with. They are data, in `hosting/headers.txt`, so that every server of ours and every
//! guide to hosting says the same.

/// Names and values, in the order of the file.
pub fn headers() -> impl Iterator<Item = (&'static str, &'static str)> {
    include_str!("../../hosting/headers.txt")
        .lines()
        .filter_map(|line| line.split_once(": "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_header() {
        let lines = include_str!("../../hosting/headers.txt").lines().count();
        assert_eq!(headers().count(), lines);
    }

    #[test]
    fn the_page_states_the_same_policy_about_itself() {
        let (_, served) = headers()
            .find(|(name, _)| *name == "Content-Security-Policy")
            .unwrap();
        let stated = served.replace("; frame-ancestors 'self'", "");
        let page = include_str!("../../index.html");
        assert!(
            page.contains(&format!("content=\"{stated}\"")),
            "index.html does not hold: {stated}"
        );
    }
}
