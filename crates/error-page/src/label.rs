//! What the error page says to visitors, what the checker says around a site's own word, and what the page that makes the error
//! page says to a site's owner.

use whichside_words::words;

words! {
    /// A text of the error page. `{name}` stands for the site, `{time}` for a time or a duration, `{status}` for a number.
    PageLabel "error-page" {
        /// The heading and the title.
        Title = "{name} does not answer right now";
        /// The heading and the title once the site is back.
        IsBack = "{name} answers again";
        /// The heading and the title where the site is up and this page of it is not.
        IsPage = "This page of {name} fails right now";
        /// The heading and the title for 431.
        TooLarge = "{name} cannot read what this browser sends";
        /// Under the heading, for 500.
        Lead500 = "The program behind the site has made a mistake. It is the site’s side, not yours.";
        /// For 502.
        Lead502 = "The site’s front door is open, but nobody behind it answers. It is the site’s side, not yours.";
        /// For 503.
        Lead503 = "The site is overloaded or being worked on. It is the site’s side, not yours.";
        /// For 504.
        Lead504 = "The program behind the site takes too long to answer. It is the site’s side, not yours.";
        /// For 431.
        Lead431 = "This browser sends more cookies than the site takes. You can mend that here.";
        /// Before the first answer.
        Asking = "Asking whether the site is back…";
        /// Between two questions.
        Waiting = "This page asks again by itself.";
        /// In another tab than the one that asks.
        Follows = "Another tab of yours is asking. This one follows it.";
        /// Out of sight.
        Paused = "This page rests while you look elsewhere.";
        /// After hours.
        Stopped = "The site has been away for long, so this page no longer asks. Try again when it suits you.";
        /// The server asked for a long wait.
        Long = "The site asks for patience until {time}. Until then this page does not ask.";
        /// Every look fails without an answer.
        Unreachable = "The site’s server does not answer at all now. Are you online?";
        /// The site answers, this page still fails.
        ThisPage = "The site is up, but this page of it still answers with {status}. It is the site’s side, not yours.";
        /// It is back; the visitor is let in by turns.
        Back = "The site is back. You are let in shortly, so that not everybody comes at once.";
        /// The page leaves.
        Returning = "The site is back. You are taken to where you were.";
        /// The shown error was a copy.
        Cached = "The site answers: what you see may be an old copy of the error. A fresh page comes shortly.";
        /// A cache between keeps the error.
        Kept = "A cache between you and the site has kept this error for {time}.";
        /// Asks at once.
        TryNow = "Try now";
        /// A form was on its way.
        Sent = "You were sending something. It may not have arrived, and this page never sends it again by itself.";
        /// The site is back after a form.
        SentBack = "The site is back. Your browser asks you before it sends anything twice.";
        /// Sends the form again, by the browser's own dialog.
        SendAgain = "Send it again";
        /// Opens the address without the form.
        OpenInstead = "Open the page without sending";
        /// The owner's word.
        Word = "The site’s own word";
        /// Since when.
        Since = "Since {time}";
        /// Until when, as the owner hopes.
        Until = "Expected back: {time}";
        /// A copy by the site's own service worker or caches.
        Copy = "This browser keeps a copy of the site, which may be old.";
        /// What removing it means.
        CopyMeans = "Removing it keeps you signed in. What you saved for use without a network may be lost.";
        /// Removes it.
        RemoveCopy = "Remove the copy";
        /// It is gone.
        CopyRemoved = "The copy is removed.";
        /// Cookies that are too large.
        Cookies = "The site’s cookies have grown too large. Removing them may sign you out.";
        /// Removes those that a script can reach.
        RemoveCookies = "Remove the cookies";
        /// What is left to do by hand.
        CookiesLeft = "If it still fails: open the padlock or the settings beside the address, choose cookies and site data, and remove those of {name}.";
        /// The heading of the ways to help.
        Help = "Meanwhile";
        /// The site's status page.
        StatusPage = "What the site says about its state";
        /// The site's support.
        Support = "Ask the site’s support";
        /// The checker.
        Check = "Are others affected, or is it my side?";
        /// What the checker does.
        CheckMeans = "The check asks from your browser and from other places.";
        /// The checker did not load.
        CheckFailed = "The check does not open here. Open it in a tab of its own:";
        /// The heading of what was measured.
        Details = "What was measured";
        /// The status of the page.
        DetailStatus = "Status of this page";
        /// The status of the last look.
        DetailLook = "Last answer";
        /// No answer came.
        DetailNone = "none";
        /// How many looks.
        DetailLooks = "Times asked";
        /// Without scripts.
        NoScript = "This page loads again every two minutes. You need not do anything.";
    }
}

words! {
    /// A text of the checker about a site's own word. `{time}` stands for a time, `{regions}` for a list of them.
    WordLabel "own-word" {
        /// The heading.
        Title = "The site’s own word";
        /// What it is worth.
        Means = "The site says this of itself. Nothing of it was measured.";
        /// Since when.
        Since = "Since {time}";
        /// Until when, as the owner hopes.
        Until = "Expected back: {time}";
        /// Where.
        Regions = "Where: {regions}";
        /// The site's status page.
        StatusPage = "What it says about its state:";
        /// The site's support.
        Support = "Its support:";
        /// An address to compare with.
        Healthy = "An address of it that is meant to work:";
    }
}

words! {
    /// A text of the page that makes the error page. `{size}` stands for a size.
    MakerLabel "error-maker" {
        /// The title.
        Title = "An error page that knows";
        /// What it is for.
        Introduction = "Your front server shows it while your application is down. It keeps visitors patient, and brings them back by turns.";
        /// The link to the check.
        ToCheck = "To the check";
        /// The manual.
        Manual = "How it works, and how to test it";
        /// What there is to choose.
        Choose = "Choose";
        /// The site's address.
        Site = "Your site’s address";
        /// The name.
        Name = "What visitors call your site";
        /// The front server.
        Stack = "Your front server";
        /// The application.
        Upstream = "Where the application listens";
        /// Its health path.
        Health = "A small path that answers when it is well";
        /// The status page.
        StatusPage = "Your status page";
        /// Support.
        Support = "Your support: an address, or an e-mail address";
        /// Whichside.
        Whichside = "A Whichside host, for “is it my side?”";
        /// The brand's colour.
        Accent = "Your colour";
        /// The theme.
        Theme = "Light or dark";
        /// How many wait.
        Visitors = "How many visitors may be waiting";
        /// How many can be served.
        PerSecond = "How many visits a second your site takes as it starts";
        /// Retry-After.
        RetryAfter = "Seconds until the first question";
        /// The preview.
        Preview = "How it looks";
        /// The state of the preview.
        State = "State";
        /// The page's status.
        Status = "Status";
        /// The result.
        Result = "The files";
        /// Before what a field takes.
        Takes = "This cannot be used. It takes:";
        /// The size.
        Size = "{size} as it is, and less than a third of that when compressed.";
        /// Copy the page.
        CopyPage = "Copy the page";
        /// Copy the configuration.
        CopyConfiguration = "Copy the configuration";
        /// The configuration.
        Configuration = "The configuration";
        /// The policy.
        Policy = "If your site sends a Content-Security-Policy with errors, too, this is the one that fits";
        /// The statement.
        Statement = "Your own word on an incident";
        /// What it is.
        StatementMeans = "Put it at /.well-known/whichside.json while something is wrong. The error page and Whichside’s check show it.";
        /// The incident's title.
        Incident = "What is wrong, in a sentence";
        /// Since when.
        Started = "Since when, as 2026-05-04T09:30:00Z";
        /// Until when.
        Expected = "Expected back, in the same form";
        /// Where.
        Regions = "Where, with commas between";
        /// An address that is well.
        Healthy = "An address of yours that works meanwhile";
        /// Copy it.
        CopyStatement = "Copy the statement";
        /// Copying worked.
        Copied = "Copied.";
        /// Copying failed.
        NotCopied = "Copying did not work. Select the text and copy it yourself.";
        /// The parts did not come.
        NoParts = "A part of this page did not arrive. Load it again.";
    }
}
