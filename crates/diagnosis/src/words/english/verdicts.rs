//! English: whose side, why, how sure, the questions to the visitor, and what is wrong with an address.

use whichside_words::words;

words! {
    /// Whose side, how sure, what is being asked, and the questions.
    VerdictKey "verdict" {
        Theirs = "It’s the site, not you.";
        Yours = "It’s on your side.";
        RefusedYou = "The site turns you away.";
        BrowserState = "It’s your browser’s memory.";
        Offline = "You are offline.";
        Opens = "It opens from here.";
        Recovered = "It works again.";
        Answers = "It answers. Asking whether with an error…";
        Silent = "It does not answer you. Asking others…";
        Fails = "The request fails here. Asking others…";
        Online = "You are online. Asking the site…";
        NothingAnswers = "Nothing answers yet…";
        Looking = "Looking…";
        Unknown = "Can’t tell whose side yet.";

        SureLooking = "Looking";
        SureUnknown = "Can’t tell yet";
        SureCertain = "Certain";
        SureVery = "Very likely";
        SureLikely = "Likely";

        Tie = "It may be {first}, or {second}.";
        LittleSeen = "Too little was seen.";
        LetOthersLook = "Let outside vantages look too, and it can be told.";
        AnswerBelow = "Your answer below would tell.";
        TryPhone = "Try it on your phone with Wi-Fi off: that would tell.";
        FailedBefore = "It failed here once this week." | "It failed here {count} times this week.";

        AskingAll = "Asking sites that are known to be good, and yours.";
        AskingStatus = "{host} answers. Asking whether with the page or with an error.";
        AskingSite = "Your browser reaches others. {host} has not answered yet.";
        AskingWhere = "The request to {host} failed. Looking for where it broke.";
        AskingOutside = "Asking from other places in the world.";
        AwaitingLate = "{host} is silent. Waiting whether it answers late.";
        Concluding = "Putting the answers together.";

        StillFails = "Load it two or three times in your tab. Does it fail there, even once?";
        StillFailsYes = "Yes, it still fails";
        StillFailsNo = "No, it works now";
        PrivateWindow = "Does it fail in a private window too?";
        PrivateWindowYes = "Yes, there too";
        PrivateWindowNo = "No, it opens there";
        OtherNetwork = "Does it open on your phone with Wi-Fi off?";
        OtherNetworkYes = "Yes, it opens there";
        OtherNetworkNo = "No, it fails there too";
        ErrorNumber = "Does your tab show an error number, such as 502?";
        ErrorNumberYes = "Yes, a number";
        ErrorNumberNo = "No, none";
        Refusal = "Does your tab say 403 or 429, or that you are blocked?";
        RefusalYes = "Yes, it turns me away";
        RefusalNo = "No, something else";
        RightDate = "Look at the date on this device. Is it right?";
        RightDateYes = "Yes, it is right";
        RightDateNo = "No, it is wrong";
    }
}

words! {
    /// A cause, in one plain sentence or two.
    CauseKey "cause" {
        Offline = "Your device has no network connection, so no site can open.";
        NetworkDown = "Your device is linked, but nothing on the internet answers it: look at router, Wi-Fi or provider.";
        CaptivePortal = "This network wants you to sign in before it lets anything through.";
        FlakyNetwork = "Your connection loses part of what is sent. Some requests get through, some do not.";
        DnsLocal = "Others find {host}. Your network’s name service does not, or hides it.";
        BlockedLocally = "Something on your device or network blocks {host} at once: an extension, security software, a VPN or a filter.";
        Path = "{host} opens for others. What you send to it gets lost on the way, or is cut off.";
        TlsInterception = "The site’s certificate is good elsewhere and fails here. Something between you and the site opens your secure connections.";
        Clock = "Your device’s clock is wrong, and with a wrong date every certificate looks false.";
        RefusedYou = "{host} opens for others, and refuses you: your address or your visit looks unwelcome to it.";
        BrowserState = "{host} answers fresh requests from this browser well. What your tab keeps of it (cache, cookies, extensions) is suspect.";
        BadGateway = "The front server of {host} answers, but the application behind it does not. Its owners have to mend it.";
        GatewayTimeout = "The front server of {host} waited for the application behind it, in vain. Its owners have to mend it.";
        Unavailable = "{host} says it is not available now: it is overloaded, or being worked on.";
        ServerError = "The application of {host} fails on your request. Its owners have to mend it.";
        EdgeError = "{host} sits behind a delivery network that cannot reach the site’s own server.";
        HttpError = "{host} answers, but with an error instead of the page.";
        NotFound = "{host} answers, but has no page at this address.";
        Forbidden = "{host} answers, and lets nobody see this page without permission.";
        RedirectLoop = "{host} sends browsers round in circles.";
        ServerDown = "The server of {host} does not answer anybody.";
        EmptyReply = "The server of {host} takes the call and hangs up without a word, for everybody.";
        DnsMissing = "There is no site named {host}, for anybody: the address is misspelt, or the name has lapsed.";
        DnsBroken = "The name service of {host} is broken, for everybody.";
        Certificate = "The certificate of {host} is not valid, for anybody. Browsers are right to stop.";
        Intermittent = "{host} answers some requests and fails others.";
        Slow = "{host} answers, but very slowly.";
        Healthy = "{host} answers this browser well.";
        Recovered = "{host} failed earlier, and answers now.";
        Regional = "It opens from {opens} and fails from {fails}. Part of {host} is broken.";
        And = "{list} and {next}";
    }
}

words! {
    /// A cause's name within a sentence, after a colon or between commas.
    CauseNameKey "cause-name" {
        Offline = "no connection on your device";
        NetworkDown = "your network or provider";
        CaptivePortal = "a network that wants a sign-in";
        FlakyNetwork = "an unsteady connection";
        DnsLocal = "your network’s name service";
        BlockedLocally = "a block on your device or network";
        Path = "the way from your network to the site";
        TlsInterception = "something that opens your secure connections";
        Clock = "your device’s clock";
        RefusedYou = "a refusal that only you meet";
        BrowserState = "what your browser keeps of the site";
        BadGateway = "a bad gateway (502)";
        GatewayTimeout = "a gateway time-out (504)";
        Unavailable = "a site that is not available (503)";
        ServerError = "a server error (5xx)";
        EdgeError = "a delivery network’s error (52x)";
        HttpError = "an error answer of the site";
        NotFound = "a page that does not exist (404)";
        Forbidden = "a page closed to everybody (403)";
        RedirectLoop = "a redirect loop";
        ServerDown = "a server that is down";
        EmptyReply = "a server that hangs up";
        DnsMissing = "a name that does not exist";
        DnsBroken = "the site’s broken name service";
        Certificate = "the site’s bad certificate";
        Intermittent = "a site that fails at times";
        Slow = "a very slow site";
        Healthy = "nothing at all: it works";
        Recovered = "nothing any more: it works again";
        Unclear = "something not on our list";
    }
}

words! {
    /// The technical name of a cause, for whoever knows it. What the protocols themselves call it stays as it is.
    TechnicalKey "technical" {
        Offline = "no link";
        NetworkDown = "no connectivity";
        CaptivePortal = "captive portal";
        FlakyNetwork = "packet loss";
        DnsLocal = "DNS answer differs";
        BlockedLocally = "blocked on the client";
        Path = "unreachable from this network";
        TlsInterception = "TLS interception";
        Clock = "clock skew";
        RefusedYou = "403, 429 or 451 for this client";
        BrowserState = "client state";
        BadGateway = "502 Bad Gateway";
        GatewayTimeout = "504 Gateway Timeout";
        Unavailable = "503 Service Unavailable";
        ServerError = "500 Internal Server Error";
        EdgeError = "CDN error 52x";
        HttpError = "HTTP error, number not readable from here";
        NotFound = "404 Not Found";
        Forbidden = "403 Forbidden";
        RedirectLoop = "too many redirects";
        ServerDown = "connection refused or timed out";
        EmptyReply = "empty reply";
        DnsMissing = "NXDOMAIN";
        DnsBroken = "SERVFAIL";
        Certificate = "certificate not trusted";
        Intermittent = "intermittent errors";
        Slow = "slow response";
        Works = "HTTP 2xx";
    }
}

words! {
    /// What to change about an address that is not taken, and what was left out of one.
    ErrorKey "error" {
        Empty = "Type the address of the page that fails, for example example.com.";
        TooLong = "Longer than any web address (2,048 characters). Paste only the address.";
        NotAnAddress = "There is no web address in that. Copy it from the browser’s address bar, for example example.com/page.";
        Scheme = "“{what}:” addresses can’t be checked here. Use one that starts with https:// or http://.";
        NoHost = "The address has no site name. Write it in full, for example https://example.com/.";
        ThisDevice = "That address means your own device, which no one else can reach. Type the address of a public site.";
        PrivateAddress = "{what} is an address inside a private network. Only public sites can be checked: ask whoever runs that network.";
        Intranet = "“{what}” looks like a name inside a company or home network, which can’t be asked from outside. Type its full public name, or ask whoever runs that network.";
        Port = "Browsers refuse to open port {what}, so nothing could be learnt. Remove “:{what}” from the address.";
        Ourselves = "That is this very page. Type the address of the site that fails.";
        CredentialsDropped = "The name and password in the address were left out; they are never sent.";
        AskedOverHttps = "This page can ask only secure addresses, so the https:// twin is asked from your browser.";
    }
}
