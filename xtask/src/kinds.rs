//! What kind of file each of the page's is, told by how its name ends: what servers call it, and whether it is worth
//! compressing.

/// A kind of file.
pub struct Kind {
    /// How the names of such files end, without the dot.
    pub ending: &'static str,
    /// What the header `Content-Type` says.
    pub mime: &'static str,
    /// Whether compression makes such files smaller; pictures are compressed already.
    pub compresses: bool,
}

/// Every kind that the page, or what its owner puts beside it, may have.
pub const ALL: [Kind; 12] = [
    kind("html", "text/html; charset=utf-8"),
    kind("js", "text/javascript; charset=utf-8"),
    kind("mjs", "text/javascript; charset=utf-8"),
    kind("css", "text/css; charset=utf-8"),
    kind("wasm", "application/wasm"),
    kind("json", "application/json"),
    kind("webmanifest", "application/manifest+json"),
    kind("svg", "image/svg+xml"),
    kind("txt", "text/plain; charset=utf-8"),
    kind("xml", "application/xml; charset=utf-8"),
    Kind {
        compresses: false,
        ..kind("png", "image/png")
    },
    Kind {
        compresses: false,
        ..kind("ico", "image/x-icon")
    },
];

/// Any other kind.
const OTHER: Kind = Kind {
    compresses: false,
    ..kind("", "application/octet-stream")
};

const fn kind(ending: &'static str, mime: &'static str) -> Kind {
    Kind {
        ending,
        mime,
        compresses: true,
    }
}

/// The kind of the file of this name.
pub fn of(name: &str) -> &'static Kind {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let known = ALL.iter().find(|kind| kind.ending == ending);
    known.unwrap_or(&OTHER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_the_end_of_its_name() {
        for (name, mime, compresses) in [
            ("page-0123_bg.wasm", "application/wasm", true),
            ("manifest.webmanifest", "application/manifest+json", true),
            ("icon-192.png", "image/png", false),
            ("guide/index.html.br", "application/octet-stream", false),
            ("_headers", "application/octet-stream", false),
        ] {
            let kind = of(name);
            assert_eq!((kind.mime, kind.compresses), (mime, compresses), "{name}");
        }
    }
}
