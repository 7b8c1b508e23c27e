//! English: header, introduction and footer, which stand in `index.html` to be read before anything has loaded. What is here
//! is for translators and tools; it costs the page nothing.

use crate::words::remedies::RemedyKey;
use crate::words::table::words;

words! {
    /// Each element that `index.html` marks with `data-words`, in the order of the document.
    FrameKey "frame" after RemedyKey {
        Skip = "Skip to the verdict";
        Language = "Language";
        WhatIsSent = "What is sent";
        How = "How it works";
        Asks = "Your browser asks.";
        AsksWhom = "The site that fails, and sites known to be good.";
        OthersLook = "Others look too.";
        OthersWhere = "From three places in the world, and from two public name services.";
        Answer = "You get an answer.";
        AnswerWhat = "Whose side it is, why, and the one thing to try first.";
        Guide = "The guide: all causes, and what to do";
        Stored = "Measured in your browser. Nothing is stored anywhere but on this device: this page, its language, and for a week which sites failed.";
        Sent = "What is sent, and to whom";
        ToSite = "To the site you name: at most six requests a check, without telling it where you come from.";
        ToControls = "To Google, Cloudflare, Microsoft, Wikipedia and Apple: empty requests, to see whether you are online. Cloudflare also tells the time and your country. None of them learns which site you ask about.";
        ToResolvers = "To Cloudflare’s and Google’s public name services: the site’s name.";
        ToGlobalping = "To Globalping: the site’s name, and the page’s path where it is plain. Its results can be read by anyone with their id. “Only from this browser” switches this and the name services off.";
        ToNobody = "No cookies, no analytics, no server of ours.";
    }
}
