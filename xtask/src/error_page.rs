//! `cargo xtask error-page`: makes the error page for a site, and its front server's configuration, as files. What they say is
//! decided in `crates/error-page`; here esbuild makes the script and the style, and everything is written and weighed.

use std::{
    iter,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use whichside_error_page::{Choices, Files, Parts, choices::Field, draft::Draft, page, stack};
use xshell::{Shell, cmd};

use crate::{compressed, files, setup, tools, words, words::Translated};

/// The folder, in the page's, of the page that makes the error page.
pub const FOLDER: &str = "error-page";
/// What esbuild makes the page of.
const SOURCES: [&str; 2] = ["boot/error-page/main.ts", "style/error-page.css"];
/// What it has in common with `crates/error-page`, as scripts of their own: the arithmetic of its pauses, and its reader of the
/// owner's word.
const COMMON: [&str; 2] = ["pace", "word"];
/// The page of the preview: the error page's body, without its script.
const PREVIEW: &str = include_str!("../../boot/error-preview.html");
/// The most that a page may weigh, by brotli.
const BUDGET: usize = 30_000;

/// What is chosen on the command line. Each is read by `whichside_error_page::Choices`.
#[derive(Args)]
pub struct Options {
    /// Your front server: nginx, apache, caddy, haproxy, traefik, ingress-nginx or cloudflare
    #[arg(long, default_value = "nginx")]
    stack: String,
    /// Where the files are written
    #[arg(long, value_name = "FOLDER", default_value = "whichside-error")]
    out: PathBuf,
    /// Your site's address, such as https://shop.example/
    #[arg(long, default_value = "")]
    site: String,
    /// What visitors call your site; without it, its host
    #[arg(long, default_value = "")]
    name: String,
    /// Where the application listens: 127.0.0.1:3000
    #[arg(long, default_value = "")]
    upstream: String,
    /// A small path of the application that answers when it is well: /
    #[arg(long, default_value = "")]
    health: String,
    /// Where the files will lie on the server: /srv/whichside-error
    #[arg(long, default_value = "")]
    folder: String,
    /// Your status page's address
    #[arg(long, default_value = "")]
    status_page: String,
    /// Your support: an address of the web or of mail
    #[arg(long, default_value = "")]
    support: String,
    /// A Whichside page that visitors may ask whose side it is, such as https://whichside.example/
    #[arg(long, default_value = "")]
    whichside: String,
    /// Your colour, such as #1f4e8c
    #[arg(long, default_value = "")]
    accent: String,
    /// auto, light or dark
    #[arg(long, default_value = "")]
    theme: String,
    /// Languages with commas between; the first stands there without scripts: en,de,es,ar
    #[arg(long, default_value = "")]
    lang: String,
    /// How many visitors may be waiting: 1000
    #[arg(long, default_value = "")]
    visitors: String,
    /// How many visits a second your site takes as it starts: 50
    #[arg(long, default_value = "")]
    per_second: String,
    /// Seconds of Retry-After: 10
    #[arg(long, default_value = "")]
    retry_after: String,
}

impl Options {
    fn choices(&self) -> Choices {
        let mut choices = Choices::default();
        for field in Field::ALL {
            let text = match field {
                Field::Site => &self.site,
                Field::Name => &self.name,
                Field::Stack => &self.stack,
                Field::Upstream => &self.upstream,
                Field::Health => &self.health,
                Field::Folder => &self.folder,
                Field::StatusPage => &self.status_page,
                Field::Support => &self.support,
                Field::Whichside => &self.whichside,
                Field::Accent => &self.accent,
                Field::Theme => &self.theme,
                Field::Languages => &self.lang,
                Field::Visitors => &self.visitors,
                Field::PerSecond => &self.per_second,
                Field::RetryAfter => &self.retry_after,
            };
            text.clone_into(choices.field_mut(field));
        }
        choices
    }
}

/// Makes the files.
///
/// # Errors
/// A choice cannot be used: all of those that cannot are named.
pub fn run(root: &Path, options: &Options) -> Result<()> {
    let settings = match options.choices().read() {
        Ok(settings) => settings,
        Err(wrong) => {
            let lines: Vec<String> = wrong.iter().map(|wrong| format!("  --{wrong}")).collect();
            bail!("the error page cannot be made:\n{}", lines.join("\n"))
        }
    };
    bundle(root)?;
    let files = Files::new(&settings, &parts(root, &words::languages_quietly(root)?)?);
    let mut heaviest = 0;
    for (name, page) in &files.pages {
        files::write(&options.out.join(name), page)?;
        heaviest = heaviest.max(weigh(page)?);
    }
    for (name, text) in stack::configuration(&settings, &files) {
        files::write(&options.out.join(name), text)?;
    }
    // An owner's own word is theirs: what they have written is not written over.
    let word = options.out.join("whichside.json");
    if !word.exists() {
        files::write(&word, Draft::default().statement(&settings).to_json())?;
    }
    println!(
        "{}: the pages weigh at most {heaviest} bytes by brotli",
        options.out.display()
    );
    println!(
        "Put the folder to {} on the server; the configuration says the rest.",
        settings.folder
    );
    println!(
        "The policy that fits the pages, if the server sends one with errors:\n  {}",
        files.policy
    );
    Ok(())
}

/// What every page holds, of what esbuild has made.
pub fn parts(root: &Path, languages: &[Translated]) -> Result<Parts> {
    let text = |name| {
        let bytes = files::minified(root, name)?;
        String::from_utf8(bytes).with_context(|| name.to_owned())
    };
    let script = text("boot/error-page/main.js")?.trim().to_owned();
    let style = text("style/error-page.css")?.trim().to_owned();
    for (content, end) in [(&script, "</script"), (&style, "</style")] {
        ensure!(
            !content.contains(end),
            "the error page’s part holds {end}, which would end it"
        );
    }
    let keys: Vec<&str> = whichside_error_page::PageLabel::sentences()
        .map(|sentence| sentence.key)
        .collect();
    let words = languages.iter().map(|each| {
        let own = each
            .translations
            .iter()
            .filter(|(key, _)| keys.contains(&key.as_str()));
        (
            each.language.code().to_owned(),
            own.map(|(key, forms)| (key.clone(), forms.clone()))
                .collect(),
        )
    });
    Ok(Parts {
        script,
        style,
        words: words.collect(),
    })
}

/// Writes into `stage` what the page that makes the error page fetches: the parts, the preview, the manual.
///
/// # Errors
/// A page would weigh too much, or a file cannot be written.
pub fn write(root: &Path, stage: &Path, languages: &[Translated]) -> Result<()> {
    let folder = stage.join(FOLDER);
    let parts = parts(root, languages)?;
    weigh_largest(&parts)?;
    files::write(&folder.join("parts.json"), serde_json::to_string(&parts)?)?;
    files::write(&folder.join("preview.css"), &parts.style)?;
    let script = files::minified(root, "boot/error-page/preview.js")?;
    files::write(&folder.join("preview.js"), script)?;
    let preview = PREVIEW.replace("{body}", &page::example_body());
    files::write(&folder.join("preview.html"), preview)?;
    let manual = files::read_text(&root.join("docs/error-page.md"))?;
    // The mark at its beginning has every browser read it as UTF-8, whatever the server says of text.
    files::write(&folder.join("about.txt"), format!("\u{feff}{manual}"))
}

/// An error if a page with every language and every link is over its budget.
fn weigh_largest(parts: &Parts) -> Result<()> {
    let choices = Choices {
        site: "https://shop.example/".to_owned(),
        status_page: "https://status.shop.example/".to_owned(),
        support: "help@shop.example".to_owned(),
        whichside: "https://whichside.example/".to_owned(),
        ..Choices::default()
    };
    if let Ok(settings) = choices.read() {
        for (_, page) in &Files::new(&settings, parts).pages {
            weigh(page)?;
        }
    }
    Ok(())
}

/// Has esbuild make script and style, as trunk's hook does; the shell that finds it.
fn bundle(root: &Path) -> Result<Shell> {
    let shell = setup::shell(root)?;
    let folder = tools::esbuild(&shell, &tools::cache()?)?;
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = iter::once(folder).chain(std::env::split_paths(&path));
    shell.set_var("PATH", std::env::join_paths(all)?);
    cmd!(
        shell,
        "esbuild {SOURCES...} --bundle --minify --format=iife --target=es2022 --log-level=warning --outbase=. --outdir=target/page"
    )
    .quiet()
    .run()
    .context("the error page’s script does not build")?;
    Ok(shell)
}

/// Makes what the tests make pages of: the parts, and scripts of what is common. The folder they are in.
///
/// # Errors
/// esbuild fails.
pub fn for_tests(root: &Path) -> Result<PathBuf> {
    let shell = bundle(root)?;
    let folder = root.join("target/error-page");
    let parts = parts(root, &words::languages_quietly(root)?)?;
    files::write(&folder.join("parts.json"), serde_json::to_string(&parts)?)?;
    for name in COMMON {
        let made = folder.join(format!("{name}.js"));
        cmd!(
            shell,
            "esbuild boot/error-page/{name}.ts --bundle --format=iife --global-name={name} --target=es2022 --log-level=warning --outfile={made}"
        )
        .quiet()
        .run()?;
    }
    Ok(folder)
}

/// What a page weighs as it is sent.
///
/// # Errors
/// It weighs more than is allowed.
pub fn weigh(page: &str) -> Result<usize> {
    let bytes = compressed::brotli(page.as_bytes())?.len();
    ensure!(
        bytes <= BUDGET,
        "the error page weighs {bytes} bytes by brotli, and {BUDGET} are allowed"
    );
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trunk_has_esbuild_make_the_same_files() {
        let trunk = include_str!("../../Trunk.toml");
        for source in SOURCES {
            assert!(trunk.contains(&format!("\"{source}\"")), "{source}");
        }
        assert!(
            trunk.contains("\"--bundle\", \"--minify\", \"--format=iife\", \"--target=es2022\"")
        );
    }

    #[test]
    fn a_page_over_its_budget_is_refused() {
        assert!(weigh("<p>").is_ok());
        let noise: String = (0..60_000_u64)
            .map(|n| {
                char::from(b'!' + (n.wrapping_mul(n).wrapping_mul(2_654_435_761) >> 13) as u8 % 90)
            })
            .collect();
        assert!(weigh(&noise).is_err());
    }
}
