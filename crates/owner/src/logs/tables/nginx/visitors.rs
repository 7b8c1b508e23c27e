//! nginx and its visitors: requests that it turns away, and visitors who leave.

use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::{BrokenPipe, Ended, Reset, TimedOut};
use crate::logs::reading::Operation::{
    Handshake, ReadingClient, SendingToClient, UpstreamHandshake,
};

patterns! { VISITORS of Nginx:
    "nginx-client-left" Symptom SlowRequests
    when [words(&["client prematurely closed connection"])]
    means "The visitor left before the answer came."
    likely "The page was too slow for them, or they moved on. One such line is nothing."
    like "2026/03/01 10:00:00 [info] 7#7: *1 epoll_wait() reported that client prematurely closed connection, so upstream connection is closed too while sending request to upstream, client: 192.0.2.1, server: example.com";

    "nginx-visitor-reset" Harmless SlowRequests
    when [
        words(&["() failed"]).error(&[Reset, BrokenPipe]).doing(&[SendingToClient, ReadingClient]),
        words(&["() failed", "), client: "]).error(&[Reset, BrokenPipe]).without(&["upstream", " while "]),
        words(&["client timed out"]),
        words(&["() failed"]).error(&[TimedOut]).doing(&[SendingToClient, ReadingClient]),
        words(&["() failed"]).error(&[Ended]).doing(&[SendingToClient, ReadingClient]),
    ]
    means "The visitor’s side cut the connection or fell silent, not the application. Some such lines are normal."
    likely "They closed the tab, lost their network, or a load balancer or robot hung up."
    like "2026/03/01 10:00:00 [info] 7#7: *1 recv() failed (104: Connection reset by peer) while sending to client, client: 192.0.2.1, server: example.com, request: \"GET / HTTP/1.1\", upstream: \"http://127.0.0.1:3000/\", host: \"example.com\"";

    "nginx-client-keepalive" Harmless SlowRequests
    when [
        words(&["closed keepalive connection"]),
        words(&["client closed connection while waiting for request"]),
        words(&["client closed connection while ssl handshaking"]),
        words(&["client timed out", "while waiting for request"]),
    ]
    means "A visitor closed an idle connection. That is normal."
    likely "Browsers, robots and health checks open connections that they do not need."
    like "2026/03/01 10:00:00 [info] 7#7: *1 client 192.0.2.1 closed keepalive connection";

    "nginx-visitor-tls" Harmless TlsReach
    when [
        words(&["ssl_do_handshake() failed"]).doing(&[Handshake]).not_doing(&[UpstreamHandshake]).general(),
        words(&["peer closed connection in ssl handshake"]).doing(&[Handshake]).not_doing(&[UpstreamHandshake]).general(),
        words(&["ssl_read() failed"]).doing(&[ReadingClient]).general(),
        words(&["ssl_do_handshake() failed", "client: "]).not_doing(&[UpstreamHandshake]).without(&["upstream"]).general(),
    ]
    means "A visitor’s program and nginx could not agree on TLS. Your application is not involved."
    likely "Mostly robots and scanners, or very old browsers. Many different visitors would mean that versions or ciphers are too strict."
    like "2026/03/01 10:00:00 [crit] 7#7: *1 SSL_do_handshake() failed (SSL: error:0A00006C:SSL routines::bad key share) while SSL handshaking, client: 192.0.2.1, server: 0.0.0.0:443";

    "nginx-visitor-distrusts" Reason CertificateLook
    when [
        words(&["alert certificate unknown"]).doing(&[Handshake]).not_doing(&[UpstreamHandshake]),
        words(&["alert unknown ca"]).doing(&[Handshake]).not_doing(&[UpstreamHandshake]),
        words(&["alert bad certificate"]).doing(&[Handshake]).not_doing(&[UpstreamHandshake]),
        words(&["alert certificate expired"]).doing(&[Handshake]).not_doing(&[UpstreamHandshake]),
    ]
    means "A visitor’s program does not trust your certificate."
    likely "It is self-signed or expired, names another host, or the chain is incomplete: use fullchain.pem."
    like "2026/03/01 10:00:00 [crit] 7#7: *1 SSL_do_handshake() failed (SSL: error:0A000416:SSL routines::sslv3 alert certificate unknown:SSL alert number 46) while SSL handshaking, client: 192.0.2.1, server: 0.0.0.0:443";

    "nginx-limits-requests" Symptom UnblockVisitors
    when [words(&["limiting requests, "]), words(&["delaying request, "])]
    means "A visitor asked more often than your limit allows, and was turned away or slowed down."
    likely "A robot, or many people behind one address."
    like "2026/03/01 10:00:00 [error] 7#7: *5 limiting requests, excess: 40.140 by zone \"visitors\", client: 192.0.2.1, server: example.com";

    "nginx-limits-connections" Symptom UnblockVisitors
    when [words(&["limiting connections by zone"]), words(&["delaying connections by zone"])]
    means "A visitor opened more connections than your limit allows, and was turned away."
    likely "A download program, or many people behind one address."
    like "2026/03/01 10:00:00 [error] 7#7: *5 limiting connections by zone \"connections\", client: 192.0.2.1, server: example.com";

    "nginx-rule-forbids" Symptom AccessRules
    when [words(&["access forbidden by rule"])]
    means "A rule “deny” in the configuration turned this visitor away with 403."
    likely "Often a robot at an address that you closed on purpose, such as xmlrpc.php. Then all is well."
    like "2026/03/01 10:00:00 [error] 7#7: *1 access forbidden by rule, client: 192.0.2.1, server: example.com, request: \"POST /xmlrpc.php HTTP/1.1\", host: \"example.com\"";

    "nginx-password" Symptom AccessRules
    when [
        words(&["no user/password was provided for basic authentication"]),
        words(&["user \"", "\" was not found in \""]),
        words(&["user \"", "\": password mismatch"]),
    ]
    means "A page wants a name and a password (auth_basic), and the visitor gave none or wrong ones. They saw 401."
    likely "A mistyped password, or a robot. The first request of each browser comes without, too."
    like "2026/03/01 10:00:00 [error] 7#7: *1 user \"admin\": password mismatch, client: 192.0.2.1, server: example.com, request: \"GET / HTTP/1.1\", host: \"example.com\"";
}
