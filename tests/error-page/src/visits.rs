//! A visitor of the shop, behind each server: reading when the application dies, sending a form, with two windows open.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use whichside_error_page::Stack;
use whichside_harness::browser::Browser;
use whichside_harness::wait::until;
use whichside_harness::webdriver::Session;

use crate::application;
use crate::server::{head, when_dead, when_hanging};
use crate::world::{HOST, World};

/// How far the visitor has read, in CSS pixels.
const READ: i64 = 1_500;
/// What the error page says of itself: its state, how often it asked, its status, whether anybody else was asked for anything.
const SEEN: &str = r#"
    const main = document.querySelector("main[data-error-page]");
    const asked = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
    return {
        title: document.title,
        state: main?.dataset.state ?? null,
        looks: Number(main?.dataset.looks ?? -1),
        status: performance.getEntriesByType("navigation")[0].responseStatus ?? 0,
        elsewhere: asked.filter(({ protocol, host }) => protocol !== "data:" && host !== location.host).length,
        alive: asked.filter(({ pathname }) => pathname === "/whichside/alive").length,
        address: location.pathname + location.search,
        scroll: Math.round(scrollY),
        sent: document.getElementById("sent")?.checkVisibility() ?? false,
        left: document.getElementById("cookies-left")?.checkVisibility() ?? false,
        copy: document.getElementById("copy")?.checkVisibility() ?? false,
        evil: typeof evil,
        hidden: document.hidden,
        kept: JSON.parse(sessionStorage.getItem(`whichside-looks ${location.href}`) ?? "[0]")[0],
    };
"#;

/// So many cookies of [`application::COOKIE`] bytes are more than nginx takes.
const COOKIES: usize = 14;
/// Sets them, for the site and for the page's folder.
const GROW: &str = "for (let n = 0; n < arguments[0]; n += 1) \
    document.cookie = `own${n}=${'x'.repeat(arguments[1])}; secure; path=${n % 2 ? '/' : '/article'}`;";
/// Has the application set them, so that no script can reach them.
const GROW_UNREACHABLY: &str = "return Promise.all([...Array(arguments[0]).keys()].map((n) => fetch(`/grow?${n}`))).then(() => true)";

/// What the page shows now. While it is being replaced by another it can tell nothing.
fn seen(page: &Session) -> Result<Value> {
    page.run(SEEN, &[])
}

fn wait(page: &Session, expected: &str, is: impl Fn(&Value) -> bool) -> Result<Value> {
    until(expected, || {
        Ok(match seen(page) {
            Ok(value) if is(&value) => Ok(value),
            Ok(value) => Err(value.to_string()),
            Err(error) => Err(format!("{error:#}")),
        })
    })
}

fn in_state<'a>(state: &'a str) -> impl Fn(&Value) -> bool + 'a {
    move |seen| seen["state"] == state
}

fn go_again(page: &Session) -> Result<()> {
    // Without waiting for its end: a server takes a while to give up.
    page.run("location.reload()", &[]).map(drop)
}

/// A server, the world it stands in, and a browser of a visitor.
pub struct Visit<'a> {
    /// The world.
    pub world: &'a World,
    /// The server.
    pub stack: Stack,
    /// The browser.
    pub browser: &'a Browser,
}

impl Visit<'_> {
    fn page(&self) -> &Session {
        self.browser.session()
    }

    fn address(path: &str) -> String {
        format!("https://{HOST}{path}")
    }

    /// Waits until the server itself tells that the application is up.
    fn until_alive(&self) -> Result<()> {
        until("the server tells that the application is up", || {
            let (status, _) = head(self.world, "/whichside/alive", &["--head"])?;
            Ok(if status == 200 {
                Ok(())
            } else {
                Err(status.to_string())
            })
        })
    }

    /// The status is an error's, nothing may keep it, and it says when to come again and how it was asked for.
    ///
    /// # Errors
    /// What is otherwise.
    pub fn headers(&self) -> Result<()> {
        let dead = when_dead(self.stack);
        for (words, method) in [(&[][..], "get"), (&["--data", "a=b"][..], "post")] {
            let (status, said) = head(self.world, "/article?page=2", words)?;
            ensure!(
                dead.contains(&status),
                "the status is {status}, not one of {dead:?}: {said}"
            );
            for header in ["cache-control: no-store", "retry-after: 1"] {
                ensure!(said.contains(header), "no “{header}” in {said}");
            }
            let timing = said.lines().find(|line| line.starts_with("server-timing:"));
            ensure!(
                timing
                    .is_some_and(|line| line.contains("whichside;desc=") && line.contains(method)),
                "the method is not told: {said}"
            );
        }
        // As a check asks for it: by `HEAD`, and a length must be told.
        let (status, said) = head(self.world, "/.well-known/whichside.json", &["--head"])?;
        ensure!(
            status == 200
                && said.contains("content-length: ")
                && said.contains("access-control-allow-origin: *")
                && said.contains("timing-allow-origin: *"),
            "the owner's word: {said}"
        );
        Ok(())
    }

    /// The application dies under a reader, and returns: so does the reader.
    ///
    /// # Errors
    /// What was not as it must be.
    pub fn reading(&self) -> Result<()> {
        let page = self.page();
        let path = "/article?page=2&q=a%20b";
        let shop = application::well()?;
        self.until_alive()?;
        page.go_to(&Self::address(path))?;
        page.run(&format!("scrollTo(0, {READ})"), &[])?;
        wait(page, "the article, scrolled", |seen| seen["scroll"] == READ)?;
        drop(shop);
        go_again(page)?;
        let waiting = wait(page, "the error page, waiting", in_state("waiting"))?;
        ensure!(
            when_dead(self.stack)
                .iter()
                .any(|status| waiting["status"] == *status),
            "another status: {waiting}"
        );
        ensure!(waiting["address"] == path, "another address: {waiting}");
        ensure!(
            waiting["elsewhere"] == 0,
            "somebody else was asked: {waiting}"
        );
        ensure!(
            waiting["evil"] == "undefined",
            "the name became markup: {waiting}"
        );
        self.headers()?;
        let _shop = application::well()?;
        self.until_alive()?;
        let before = seen(page)?;
        let back = wait(page, "the article again, where it was", |seen| {
            seen["title"] == "article" && seen["scroll"] == READ
        })?;
        ensure!(back["address"] == path, "another address: {back}");
        // The state read before may be the article's already: then nothing was asked since.
        let (asked, had) = (back["kept"].as_i64(), before["kept"].as_i64());
        let steps = asked.unwrap_or_default() - had.unwrap_or_default();
        ensure!(
            (0..=1).contains(&steps),
            "it asked {steps} times after the site was back"
        );
        Ok(())
    }

    /// The application hangs for one page while it is well: the page says so, and comes back.
    ///
    /// # Errors
    /// What was not as it must be.
    pub fn hanging(&self) -> Result<()> {
        let page = self.page();
        let hanging = application::hanging()?;
        self.until_alive()?;
        page.run(
            &format!("location.href = '{}'", Self::address("/article?hangs=1")),
            &[],
        )?;
        let alone = wait(page, "this page alone fails", in_state("this-page"))?;
        ensure!(
            alone["status"] == when_hanging(self.stack),
            "another status: {alone}"
        );
        drop(hanging);
        let _shop = application::well()?;
        let back = wait(page, "the article", |seen| seen["title"] == "article")?;
        ensure!(
            back["address"] == "/article?hangs=1",
            "another address: {back}"
        );
        Ok(())
    }

    /// The application dies before a form comes: it is not sent again.
    ///
    /// # Errors
    /// What was not as it must be.
    pub fn form(&self) -> Result<()> {
        let page = self.page();
        let shop = application::well()?;
        self.until_alive()?;
        page.go_to(&Self::address("/form"))?;
        drop(shop);
        page.click(&page.find("button")?)?;
        let waiting = wait(page, "the error page, waiting", in_state("waiting"))?;
        ensure!(
            waiting["sent"] == true,
            "it does not say that something was sent: {waiting}"
        );
        let shop = application::well()?;
        wait(
            page,
            "the site is back, and nothing sent",
            in_state("sent-back"),
        )?;
        page.click(&page.find("#instead")?)?;
        let opened = wait(page, "the page, by GET", |seen| seen["title"] == "order")?;
        ensure!(
            opened["address"] == "/order?item=7",
            "another address: {opened}"
        );
        let posts = shop
            .asked()
            .iter()
            .filter(|asked| asked.method == "POST")
            .count();
        ensure!(posts == 0, "the form was sent {posts} times");
        Ok(())
    }

    /// What the site keeps in this browser is removed, where the visitor asks for it.
    ///
    /// # Errors
    /// What was not as it must be.
    pub fn old_copy(&self) -> Result<()> {
        let page = self.page();
        let copy = |seen: &Value| seen["copy"] == true;
        page.go_to(&Self::address("/article?copy=1"))?;
        ensure!(
            !copy(&wait(page, "the error page, waiting", in_state("waiting"))?),
            "there is no copy yet"
        );
        page.run("return caches.open('old').then(() => true)", &[])?;
        page.go_to(&Self::address("/article?copy=2"))?;
        wait(page, "the copy is told", copy)?;
        page.click(&page.find("#remove-copy")?)?;
        wait(page, "the copy is no longer told", |seen| {
            seen["copy"] == false
        })?;
        let left = page.run("return caches.keys().then((names) => names.length)", &[])?;
        ensure!(left == 0, "{left} caches are left");
        Ok(())
    }

    /// A page that nobody looks at rests, and asks again once it is in sight.
    ///
    /// # Errors
    /// What was not as it must be.
    pub fn out_of_sight(&self) -> Result<()> {
        let page = self.page();
        page.go_to(&Self::address("/article?rests=1"))?;
        wait(page, "the error page, waiting", in_state("waiting"))?;
        page.minimize()?;
        let rests = wait(page, "the page rests", in_state("paused"))?;
        ensure!(rests["hidden"] == true, "it rests in sight: {rests}");
        let _shop = application::well()?;
        self.until_alive()?;
        let still = seen(page)?;
        ensure!(
            still["state"] == "paused" && still["looks"] == rests["looks"],
            "it asked out of sight: {rests}, then {still}"
        );
        page.resize(1200, 1000)?;
        wait(page, "the article", |seen| seen["title"] == "article")?;
        Ok(())
    }

    /// The site's cookies have grown too large for its server: those that a script can reach are removed, of others it says how.
    ///
    /// # Errors
    /// What was not as it must be.
    pub fn cookies_too_large(&self) -> Result<()> {
        let page = self.page();
        let _shop = application::well()?;
        self.until_alive()?;
        let article = Self::address("/article?cookies=1");
        page.go_to(&article)?;
        page.run(GROW, &[json!(COOKIES), json!(application::COOKIE)])?;
        page.go_to(&article)?;
        let told = wait(page, "cookies too large", in_state("cookies"))?;
        ensure!(told["status"] == 431, "another status: {told}");
        ensure!(told["left"] == false, "nothing was removed yet: {told}");
        page.click(&page.find("#remove-cookies")?)?;
        let back = wait(page, "the article", |seen| seen["title"] == "article")?;
        ensure!(
            back["address"] == "/article?cookies=1",
            "another address: {back}"
        );
        page.run(GROW_UNREACHABLY, &[json!(COOKIES)])?;
        page.go_to(&article)?;
        wait(page, "cookies too large again", in_state("cookies"))?;
        page.click(&page.find("#remove-cookies")?)?;
        wait(page, "what is left to the visitor's own hand", |seen| {
            seen["state"] == "cookies" && seen["left"] == true
        })?;
        Ok(())
    }

    /// Of two windows in sight one asks, and both come back, each to its own page.
    ///
    /// # Errors
    /// What was not as it must be.
    pub fn two_windows(&self) -> Result<()> {
        let page = self.page();
        page.go_to(&Self::address("/article?window=1"))?;
        wait(page, "the first window, waiting", in_state("waiting"))?;
        let first = page.window()?;
        let second = page.new_window()?;
        page.look_at(&second)?;
        page.go_to(&Self::address("/article?window=2"))?;
        let follows = wait(page, "the second window, following", in_state("follows"))?;
        ensure!(
            follows["hidden"] == false,
            "the second window is not in sight: {follows}"
        );
        page.look_at(&first)?;
        // A browser may list a request a moment after its answer.
        wait(
            page,
            "the first window, which asks as often as it says",
            |seen| {
                seen["looks"].as_i64().is_some_and(|looks| looks >= 3)
                    && seen["alive"] == seen["looks"]
            },
        )?;
        page.look_at(&second)?;
        let follows = seen(page)?;
        ensure!(
            follows["alive"] == 0 && follows["state"] == "follows",
            "the second window asked, too: {follows}"
        );
        let _shop = application::well()?;
        for (window, path) in [
            (&second, "/article?window=2"),
            (&first, "/article?window=1"),
        ] {
            page.look_at(window)?;
            let back = wait(page, "the article in both windows", |seen| {
                seen["title"] == "article"
            })?;
            ensure!(back["address"] == path, "another address: {back}");
        }
        page.look_at(&second)?;
        page.close_window()?;
        page.look_at(&first)
    }
}

/// What the page's own arithmetic makes of the same numbers as [`whichside_error_page::pace`].
///
/// # Errors
/// They differ, or the script does not run.
pub fn arithmetic(world: &World, browser: &Browser) -> Result<usize> {
    let page = browser.session();
    let mut compared = 0;
    for (visitors, per_second, retry) in [(1_000, 50, 10), (1_000_000, 2_000, 3), (1, 1, 1)] {
        let pace = whichside_error_page::pace::Pace::for_crowd(visitors, per_second, retry);
        let rows: Vec<(u32, f64, f64)> = (0..40)
            .map(|row| (row, f64::from(row * 17 % 90), f64::from(row) / 40.0))
            .collect();
        let script = format!(
            "{}\nreturn arguments[1].map(([looks, retry, draw]) => \
             [pace.pause(arguments[0], looks, retry, draw), pace.admission(arguments[0], retry, draw)])",
            world.pace
        );
        let said = page
            .run(&script, &[json!(pace), json!(rows)])
            .context("the page's arithmetic")?;
        for ((looks, retry, draw), said) in
            rows.into_iter().zip(said.as_array().into_iter().flatten())
        {
            let ours = [pace.pause(looks, retry, draw), pace.admission(retry, draw)];
            for (ours, theirs) in ours.into_iter().zip(said.as_array().into_iter().flatten()) {
                let theirs = theirs.as_f64().context("no number")?;
                ensure!(
                    (ours - theirs).abs() < 1e-9,
                    "{looks}, {retry}, {draw}: {ours} here, {theirs} in the page"
                );
                compared += 1;
            }
        }
    }
    ensure!(compared == 240, "only {compared} numbers were compared");
    Ok(compared)
}
