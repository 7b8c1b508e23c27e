//! Questions and answers: what people ask a search engine about this error.

/// A question and its answer.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// Its anchor.
    pub id: &'static str,
    /// The question.
    pub asked: &'static str,
    /// The answer, with the guide's little markup.
    pub answer: &'static str,
}

const fn question(id: &'static str, asked: &'static str, answer: &'static str) -> Question {
    Question { id, asked, answer }
}

/// All of them, visitors' first.
pub const QUESTIONS: &[Question] = &[
    question(
        "q-meaning",
        "What does 502 Bad Gateway mean?",
        "A front server took your request, but got no valid answer from the application behind it. See [what it means](#meaning).",
    ),
    question(
        "q-nginx",
        "Why does the page say “nginx”?",
        "nginx is the name of the front server that wrote the page. The fault is usually not nginx itself, but what is behind it. See [why it is often nginx](#nginx).",
    ),
    question(
        "q-fault",
        "Is a 502 always the server’s fault?",
        "Mostly, but not always. An old copy in your browser, a VPN, a security program or a wrong name answer can show it to you alone. See [whose fault](#whose-fault).",
    ),
    question(
        "q-visitor",
        "How do I fix a 502 as a visitor?",
        "First find out whose side it is. If it is the site’s, wait and let our page watch it. If it is yours, try a private window, another network and no VPN, in this order. See [the remedies](#remedies).",
    ),
    question(
        "q-how-long",
        "How long does it last?",
        "Often a minute or two, while a server restarts. Sometimes hours. If it lasts longer than a day, [tell the site’s people](#tell-owner): they may not know.",
    ),
    question(
        "q-reload",
        "Does it help to load the page again?",
        "Once or twice, yes. Many times, no: a busy site gets busier. Let our page [watch](#watch) instead.",
    ),
    question(
        "q-cookies",
        "Should I delete all my cookies?",
        "No. Try a private window first. If the page opens there, clear only [what the browser keeps of this site](#clear-site-data).",
    ),
    question(
        "q-virus",
        "Is my device infected?",
        "A 502 is no sign of that. It is written by a server, not by your device.",
    ),
    question(
        "q-others",
        "How do I see whether it is down for everybody?",
        "Our check asks from other networks in the world. Downdetector and Is It Down Right Now collect reports of visitors. See [second opinions](#second-opinions).",
    ),
    question(
        "q-payment",
        "I was paying when it appeared. Was I charged?",
        "Do not pay again yet. Look for an e-mail from the shop and into your account’s transactions. If unsure, ask the shop with the time of your order.",
    ),
    question(
        "q-owner",
        "How do I fix a 502 as the owner?",
        "Read the front server’s error log: its last line names the reason. Then see whether the application runs, whether address and port fit, and whether memory is left. See [the steps for owners](#owners).",
    ),
    question(
        "q-restart",
        "Is it enough to restart nginx and PHP-FPM?",
        "It often brings the site back. Save the logs first, as they hold the reason. Without it, the error comes back.",
    ),
    question(
        "q-timeouts",
        "Should I just raise the timeouts?",
        "Only if a page really needs that long. Longer waiting ties up more workers, and an overloaded server falls sooner. See [prevention](#prevention).",
    ),
    question(
        "q-seo",
        "Does a 502 harm my place in search results?",
        "A few hours do not. Days do. Use [503 with Retry-After](#retry-after) for planned work.",
    ),
    question(
        "q-prevent",
        "Can 502 errors be prevented?",
        "Not all, but most: by watching, spare servers, fitting timeouts and a fast application. See [prevention](#prevention).",
    ),
    question(
        "q-private",
        "What does Whichside do with the address I check?",
        "It stays in your browser. The site itself is asked, public name services learn its name, and Globalping learns its name and a plain path. Nothing is kept but on your device.",
    ),
];
