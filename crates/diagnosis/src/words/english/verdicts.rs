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
        OtherBrowser = "Does it open in another browser on this device?";
        OtherDevice = "Does it open on another device on the same Wi-Fi?";
        OpensThere = "Yes, it opens there";
        FailsThere = "No, it fails there too";
        OtherNetwork = "Does it open on your phone with Wi-Fi off?";
        OtherNetworkYes = "Yes, it opens there";
        OtherNetworkNo = "No, it fails there too";
        OwnVpn = "If you already have a VPN: does it open over that?";
        OwnPage = "Is what you see the site’s own page? Not a page for sale, a host’s, a filter’s or a warning?";
        OwnPageYes = "Yes, its own";
        OwnPageNo = "No, another page";
        ErrorNumber = "Does your tab show an error number, such as 502?";
        ErrorNumberYes = "Yes, a number";
        ErrorNumberNo = "No, none";
        Refusal = "Does your tab say 403, 406 or 429, or that you are blocked, or ask you a puzzle again and again?";
        RefusalYes = "Yes, it turns me away";
        RefusalNo = "No, something else";
        Managed = "Is this a device or a network of your work or school?";
        ManagedYes = "Yes, it is";
        ManagedNo = "No, my own";
        RightDate = "Look at the date on this device. Is it right?";
        RightDateYes = "Yes, it is right";
        RightDateNo = "No, it is wrong";
    }
}

words! {
    /// Where a site opens and where it fails.
    RegionKey "cause" {
        Regional = "It opens from {opens} and fails from {fails}. Part of {host} is broken.";
        And = "{list} and {next}";
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
