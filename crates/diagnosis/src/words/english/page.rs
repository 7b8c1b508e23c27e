//! English: what the page says around the verdict, and the labels of the report.

use whichside_words::words;

words! {
    /// The report as text. The marks keep their shape in brackets: they are read at a glance.
    ReportKey "report" {
        Target = "Target: {value}";
        Time = "Time: {value}";
        Verdict = "Verdict: {value}";
        Technical = "Technical: {value}";
        Browser = "Browser: {value}";
        Fine = "ok";
        Broken = "BAD";
    }
}

words! {
    /// Labels, buttons, and what stands where there is no verdict.
    PageKey "page" {
        Title = "Whichside: is it me, or them?";
        TitleAsking = "Asking {host} · Whichside";
        TitleStopped = "Stopped: {host} · Whichside";
        TitleSaid = "{headline} · Whichside";

        Offline = "You are offline.";
        OfflineMeans = "This page works without a connection; sites do not.";

        Which = "Which address does not open?";
        Check = "Check";
        CheckAgain = "Check again";
        Cancel = "Cancel";
        Seen = "In the tab that fails I see";
        SeenNothing = "Choose, if you like";
        Seen502 = "502 Bad Gateway";
        Seen504 = "504 Gateway Timeout";
        Seen503 = "503 Service Unavailable";
        Seen500 = "500 or another 5xx error";
        Seen404 = "404 Not Found";
        Seen403 = "403 Forbidden";
        Seen429 = "429 Too Many Requests";
        SeenUnreachable = "“Can’t be reached”";
        SeenNotSecure = "“Not secure”";
        SeenBlank = "A blank page";
        SeenEndless = "It loads for ever";
        Seen400 = "400, header or cookie too large";
        SeenDangerous = "A warning that it is dangerous";
        SeenPuzzle = "A puzzle that never ends";
        SeenOtherPage = "Somebody else’s page";
        SeenRedirects = "“Too many redirects”";
        WhoLooks = "More choices";
        OnlyHere = "Only from this browser";
        OnlyHereMeans = "Otherwise two public name services and three strangers’ devices learn the site’s name, and anyone can read what they saw. Switch this on where looking at a site is dangerous.";
        SharePath = "Send the whole path";
        SharePathMeans = "From outside, only the front page is looked at. Needed where one page fails and the front page does not; anyone can read that path then.";
        Remembers = "This device remembers for a week which sites failed, to judge better.";
        Forget = "Forget them";

        Verdict = "Verdict";
        Question = "Is it me, or them?";
        Introduction = "Type the address that fails. Your browser measures, and ten seconds later you know whose side it is.";
        Stopped = "Stopped.";
        StoppedMeans = "You stopped the check before it ended. What was seen so far stands below.";
        Progress = "{answered} of {asked} answers · {seconds}.{tenths} s";
        ProgressLabel = "Answers so far";
        Unchanged = "Nothing has changed: it is still the same. Here is the next thing to try.";
        Helped = "That helped.";
        Changed = "Something has changed: before, it looked like {cause}.";
        Way = "The way to the site";
        HalfFine = "fine";
        HalfBroken = "broken";
        HalfUnknown = "not known";
        Sides = "Your side: {you}. Their side: {them}.";
        You = "YOU";
        Them = "THEM";
        MarkFine = "works";
        MarkBroken = "broken";
        MarkUnknown = "not known";
        MarkAsking = "asking";

        ToYou = "A question to you";
        CantSay = "I can’t say";
        Now = "What to do now";
        TriedAll = "You have tried all we know for this. Ask somebody near you, or the site’s people, and give them the report below.";
        Others = "Other things to try ({number})";
        Takes = "Takes";
        MayLose = "You may lose";
        Tells = "You can tell";
        StepsFor = "Steps for {browser} on {system}.";
        YourBrowser = "Your browser";
        YourSystem = "Your system";
        OtherBrowser = "another browser";
        OtherSystem = "another system";
        StepsAwaited = "The steps for your browser are on their way.";
        StepsMissing = "The steps for your browser could not be loaded.";
        InGuide = "More about this in the guide";
        Watching = "Watching. Next look in {number} s.";
        WatchingLong = "Watching. Next look in {number} min.";
        WatchingAsked = "The site asks for patience. Next look in {number} min.";
        WatchingElsewhere = "Another of your tabs watches this site, and tells this one when it is back.";
        WatchingNow = "Looking now…";
        StopWatching = "Stop watching";
        WatchOn = "We watched for a day. Watch on";
        Skip = "I can’t, or did already";
        Archive = "Open an archived copy";
        BackTitle = "It works again";
        Back = "{host} answers your browser again.";

        Owner = "I run this site";
        PartComing = "Loading…";
        PartMissing = "This part could not be loaded.";
        TryAgain = "Try again";

        How = "How we know";
        Bar = "from {began} to {ended} ms";
        LessLikely = "Less likely, but possible: {causes}.";
        Listed = "{list}; {next}";

        Report = "Report";
        PassOn = "Pass it on";
        CopyText = "Copy as text";
        CopyJson = "Copy as JSON";
        ShowReport = "Show the report";
        HideReport = "Hide the report";
        Copied = "Copied.";
        NotCopied = "Could not copy: show the report and select it.";
        Redacted = "Leave out the path and my browser";
        RedactedMeans = "The site’s name stays. Switch it off for a support desk you trust.";
    }
}
