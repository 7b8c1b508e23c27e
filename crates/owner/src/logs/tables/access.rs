//! The statuses of access logs.

use crate::logs::pattern::{Sign, patterns, sign};

patterns! { ACCESS of AccessLog:
    "access-502" Status NginxLog
    when [sign(Sign::Answered(&[502]))]
    means "The server in front asked the application and got no valid answer (502)."
    likely "The application is stopped, crashed or hung up. This log has no reason; the error log of the same time names it."
    like "192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 502 157 \"-\" \"Mozilla/5.0\"";

    "access-503" Status NginxLog
    when [sign(Sign::Answered(&[503]))]
    means "The server could not take the request for now (503)."
    likely "No application server is free or healthy, a limit was reached, or it is switched to maintenance. The error log names the reason."
    like "192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 503 197 \"-\" \"Mozilla/5.0\"";

    "access-504" Status NginxLog
    when [sign(Sign::Answered(&[504]))]
    means "The application did not answer in time (504)."
    likely "A slow page or query, or an address that does not answer at all. The error log of the same time says which."
    like "192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] \"GET /report HTTP/1.1\" 504 167 \"-\" \"Mozilla/5.0\"";

    "access-500" Status ApplicationLog
    when [sign(Sign::Answered(&[500]))]
    means "The application met an error while it made the page (500)."
    likely "A bug, a missing setting or a failed database. The application’s own error log names it."
    like "192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 500 5 \"-\" \"Mozilla/5.0\"";

    "access-499" Status SlowRequests
    when [sign(Sign::Answered(&[499, 460, 0]))]
    means "The visitor left before the answer came (499)."
    likely "The page was too slow for them, or a load balancer in front gave up. Some such lines are normal."
    like "192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] \"GET /station HTTP/1.1\" 499 0 \"-\" \"Mozilla/5.0\"";

    "access-413" Status Uploads
    when [sign(Sign::Answered(&[413]))]
    means "A visitor’s upload is larger than the server allows (413)."
    likely "nginx allows 1 MB unless client_max_body_size says otherwise. Other servers and PHP have limits of their own."
    like "192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] \"POST /upload HTTP/1.1\" 413 183 \"-\" \"Mozilla/5.0\"";

    "access-400" Status AskReport
    when [sign(Sign::Answered(&[400, 421, 494, 431, 414, 496, 495]))]
    means "The server took the request for malformed or too long (400, 414, 421, 431 or 494)."
    likely "Without a readable request it is a robot or scanner. For real visitors: too large cookies, or a name that the application does not allow."
    like "192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] \"-\" 400 0 \"-\" \"-\"";

    "access-497" Status Redirects
    when [sign(Sign::Answered(&[497]))]
    means "Somebody spoke http to the https port (497)."
    likely "A link or another proxy says http:// with port 443."
    like "192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 497 255 \"-\" \"Mozilla/5.0\"";

    "access-403" Status AccessRules
    when [sign(Sign::Answered(&[403, 401, 407, 451]))]
    means "The server refused the visitor (401 or 403)."
    likely "A password, a rule, the rights of a file or a missing index page. From robots at odd addresses it is as it should be."
    like "192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] \"GET /admin HTTP/1.1\" 403 153 \"-\" \"Mozilla/5.0\"";

    "access-404" Harmless MissingPage
    when [sign(Sign::Answered(&[404, 410]))]
    means "The page that was asked for is not there (404)."
    likely "Robots try addresses all day long. For pages of your own: a wrong folder, or the rule for pretty addresses is missing."
    like "192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] \"GET /about HTTP/1.1\" 404 153 \"-\" \"Mozilla/5.0\"";

    "access-405" Status AskReport
    when [sign(Sign::Answered(&[405, 411, 415, 422]))]
    means "The server does not take this kind of request here (405)."
    likely "A form is sent to a static page, or a rule allows GET only."
    like "192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] \"POST / HTTP/1.1\" 405 157 \"-\" \"Mozilla/5.0\"";

    "access-408" Harmless SlowRequests
    when [sign(Sign::Answered(&[408]))]
    means "A visitor opened a connection and sent no whole request in time (408)."
    likely "Browsers open connections ahead, and robots leave them open. It is harmless."
    like "192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] \"-\" 408 0 \"-\" \"-\"";

    "access-429" Status UnblockVisitors
    when [sign(Sign::Answered(&[429, 444]))]
    means "A visitor asked more often than a limit allows, or was cut off by a rule (429, 444)."
    likely "A robot, or many people behind one address."
    like "192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 429 169 \"-\" \"Mozilla/5.0\"";

    "access-505" Status ApplicationLog
    when [sign(Sign::Answered(&[501, 505, 506, 507, 508, 509, 510, 511]))]
    means "The server could not or would not answer this request (501 to 511)."
    likely "508 and 509 are limits of a shared host. 505 and 501 come from odd programs."
    like "192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 508 0 \"-\" \"Mozilla/5.0\"";
}
