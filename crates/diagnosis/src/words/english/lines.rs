//! English: the evidence in sentences, and the few words on each hop of the way.

use whichside_words::words;

words! {
    /// Who asked what, and what came back.
    LineKey "evidence" {
        Waiting = "waiting";
        Link = "Your device";
        You = "You";
        Controls = "Your browser → well-known sites";
        Oracle = "Your browser → our own page";
        Trace = "Your browser → Cloudflare’s clock";
        Cloudflare = "Cloudflare DNS";
        Google = "Google DNS";
        Fetch = "Your browser → the site";
        Status = "Your browser → the page";
        Commit = "Your browser → the page, again";
        Events = "Your browser → the site, another way";
        Ice = "Your browser → the site’s door";
        Twin = "Your browser → with or without www";
        Outside = "Other places in the world";

        NoneAnswers = "none answers";
        AllAnswer = "all answer: you are online";
        SomeAnswer = "{count} of {all} answers" | "{count} of {all} answer";
        SomeAnswerOnline = "{count} of {all} answers: you are online" | "{count} of {all} answer: you are online";

        Silent = "no answer in time";
        Unavailable = "this browser can’t ask that way";
        Linked = "says it has a connection";
        Unlinked = "says it has no connection";
        Answered = "something answers";
        AnsweredUnreadably = "something answers, but not as a page may read it";
        Opened = "a page comes, not an error";
        FetchFailed = "the request fails";
        StatusFailed = "an error comes instead of a page";
        CommitFailed = "an error again, or a page that must not be framed";
        EventsFailed = "nothing answers";
        OutsideFailed = "the outside vantages could not be asked";
        DnsFailed = "could not be asked";
        Failed = "fails";
        Sound = "a page can be told from an error here";
        Unsound = "a page can’t be told from an error in this browser";
        Asked = "asked";
        RateLimited = "asked too often from your network; try again in an hour";
        NoProbes = "no probe there; asking elsewhere";
        Rejected = "the service does not measure this site";
        Yes = "yes";
        No = "no";

        SeenStatus = "you see error {code}";
        SeenUnreachable = "you see that it can’t be reached";
        SeenNotSecure = "you see that it is not secure";
        SeenBlank = "you see a blank page";
        SeenEndless = "you see it load for ever";
        SeenDangerous = "your browser warns you of it";
        SeenPuzzle = "you are asked a puzzle again and again";
        SeenOtherPage = "you see somebody else’s page";
        SeenRedirects = "you see that it redirects too often";

        DnsFoundAt = "finds the name ({address})";
        DnsFound = "finds the name";
        DnsEmpty = "the name has no address";
        DnsMissing = "no such name";
        DnsBroken = "the name’s servers fail";
        DnsOther = "DNS error {code}";

        ClockRight = "your clock is right";
        ClockMinutes = "your clock is off by {count} minute" | "your clock is off by {count} minutes";
        ClockHours = "your clock is off by {count} hour" | "your clock is off by {count} hours";
        ClockDays = "your clock is off by {count} day" | "your clock is off by {count} days";
        Tunnelled = "{clock}; you come through a VPN or gateway";

        IceNameFails = "the name is not found here";
        IceSecure = "a connection stands, and is secure";
        IceInsecure = "a connection stands, but can’t be made secure";
        IceRefused = "the connection is refused";
        IceNone = "no connection comes about";

        SightDistrust = "its certificate is not trusted ({reason})";
        SightOpensIn = "{code}, opens in {ms} ms";
        SightOpens = "{code}, opens";
        SightSendsOn = "{code}, sends on elsewhere";
        SightChallenge = "{code}, a test for robots: says nothing about people";
        SightTurnsAway = "{code}, turns robots away: says little about people";
        SightTimedOut = "no answer in 10 seconds";
        SightHungUp = "the server hangs up without an answer";
        SightFailed = "failed";
        SightOther = "failed: {words}";
    }
}

words! {
    /// The hops of the way, and what is noted on them.
    HopKey "hop" {
        You = "You";
        Network = "Your network";
        Dns = "DNS";
        Internet = "Internet";
        Front = "Front server";
        Application = "Application";

        NotReached = "not reached";
        Asking = "asking";
        ThisBrowser = "this browser";
        AnswersIn = "answers in {ms} ms";
        FindsName = "finds the name";
        GetsThrough = "gets through";
        SendsPage = "sends the page";
        CantTell = "can’t tell";
        Error = "error {code}";
    }
}
