//! English: why a verdict names its cause.

use whichside_words::words;

words! {
    /// The signals, and how they weigh.
    ReasonKey "reason" {
        Title = "What speaks for it, and how strongly";
        About = "Each point doubles the odds. A minus speaks against it.";
        Weight = "{signal}: {points}";
        Link = "Your device’s connection";
        Online = "Well-known sites";
        Local = "The site, from here";
        Speed = "How fast it answers";
        FailureStage = "When the request failed";
        Outside = "The site, from other places";
        Protocol = "The site, asked as browsers ask";
        Names = "The site’s name";
        Clock = "Your device’s clock";
        Tunnel = "Whether you come through a VPN";
        Symptom = "What you see";
        ErrorNumber = "Whether the error’s number is known";
        Trend = "Earlier checks";
        Answer = "Your answer";
        RemedyFailed = "What you tried";
    }
}
