//! nginx sends the request on and reads the application's answer.

use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::{BrokenPipe, Reset, TimedOut};
use crate::logs::reading::Operation::{
    Connecting, Proxying, ReadingBody, ReadingHead, SendingRequest, UpstreamHandshake,
};

patterns! { ANSWER of Nginx:
    "nginx-read-timeout" Symptom Timeouts
    when [
        words(&["upstream timed out"]).doing(&[ReadingHead, ReadingBody]),
        words(&["upstream timed out", "while reading"]),
        words(&["timed out (110: ", "while reading response header from upstream"]),
    ]
    means "The application took the request and gave no answer in time."
    likely "A slow query, a slow outside service, or a waiting time that is too short."
    like "2026/03/01 10:00:00 [error] 7#7: *1 upstream timed out (110: Connection timed out) while reading response header from upstream, client: 192.0.2.1, server: example.com, request: \"GET /report.php HTTP/1.1\", upstream: \"fastcgi://unix:/run/php/php8.2-fpm.sock\", host: \"example.com\"";

    "nginx-send-timeout" Symptom AskBackend
    when [words(&["upstream timed out"]).doing(&[SendingRequest])]
    means "The application stopped reading the request before it was all sent."
    likely "It is stuck or overloaded, or the upload is too slow for it."
    like "2026/03/01 10:00:00 [error] 7#7: *1 upstream timed out (110: Connection timed out) while sending request to upstream, client: 192.0.2.1, server: example.com";

    "nginx-websocket-idle" Symptom Timeouts
    when [words(&["upstream timed out"]).doing(&[Proxying]), words(&["upstream timed out", "while proxying upgraded"])]
    means "A WebSocket was silent for so long that nginx closed it."
    likely "Nothing was sent for proxy_read_timeout, 60 seconds unless told otherwise. Let the application send a sign of life, or raise it."
    like "2026/03/01 10:00:00 [error] 7#7: *1 upstream timed out (110: Connection timed out) while proxying upgraded connection, client: 192.0.2.1, server: example.com, request: \"GET /socket HTTP/1.1\", upstream: \"http://127.0.0.1:3000/socket\", host: \"example.com\"";

    "nginx-hung-up" Symptom ApplicationLog
    when [words(&["upstream prematurely closed"]), words(&["upstream closed prematurely"])]
    means "The application hung up before its answer was complete."
    likely "It crashed, was ended for time or memory, or was restarted."
    like "2026/03/01 10:00:00 [error] 7#7: *1 upstream prematurely closed connection while reading response header from upstream, client: 192.0.2.1, server: example.com, upstream: \"http://127.0.0.1:3000/\"";

    "nginx-reset" Symptom ApplicationLog
    when [
        words(&["() failed"]).error(&[Reset]).doing(&[ReadingHead, ReadingBody, SendingRequest, Connecting, Proxying]),
        words(&["failed (104", "upstream"]).doing(&[ReadingHead, ReadingBody, SendingRequest, Connecting, Proxying]),
    ]
    means "The application cut the connection."
    likely "It crashed, was restarted, or closed an idle connection that nginx was about to use."
    like "2026/03/01 10:00:00 [error] 7#7: *1 recv() failed (104: Connection reset by peer) while reading response header from upstream, client: 192.0.2.1, server: example.com, upstream: \"fastcgi://127.0.0.1:9000\"";

    "nginx-broken-pipe" Symptom ApplicationLog
    when [words(&["() failed"]).error(&[BrokenPipe]).doing(&[SendingRequest, ReadingHead, ReadingBody])]
    means "The application closed the connection while nginx was still sending the request."
    likely "It refuses large uploads, or it fell in the middle."
    like "2026/03/01 10:00:00 [error] 7#7: *1 writev() failed (32: Broken pipe) while sending request to upstream, client: 192.0.2.1, server: example.com";

    "nginx-header-too-big" Symptom Buffers
    when [words(&["upstream sent too big header"]), words(&["upstream sent too big http2 frame"])]
    means "The headers of the response do not fit into nginx’s buffer."
    likely "Many or large cookies, or a plug-in that writes debugging headers."
    like "2026/03/01 10:00:00 [error] 7#7: *1 upstream sent too big header while reading response header from upstream, client: 192.0.2.1, server: example.com, request: \"GET / HTTP/1.1\", upstream: \"fastcgi://unix:/run/php/php8.2-fpm.sock:\", host: \"example.com\"";

    "nginx-not-fastcgi" Symptom UpstreamAddress
    when [words(&["upstream sent unsupported fastcgi protocol version"]), words(&["upstream sent unexpected fastcgi record"])]
    means "nginx speaks FastCGI to something that does not."
    likely "fastcgi_pass names the port of a web server. PHP-FPM’s usual port is 9000."
    like "2026/03/01 10:00:00 [error] 7#7: *1 upstream sent unsupported FastCGI protocol version: 72 while reading response header from upstream, client: 192.0.2.1, server: example.com, upstream: \"fastcgi://127.0.0.1:80\"";

    "nginx-not-http" Symptom UpstreamAddress
    when [words(&["upstream sent no valid http"]), words(&["upstream sent invalid http2"])]
    means "nginx speaks HTTP to something that does not."
    likely "proxy_pass names PHP-FPM’s port, or a port that wants https."
    like "2026/03/01 10:00:00 [error] 7#7: *1 upstream sent no valid HTTP/1.0 header while reading response header from upstream, client: 192.0.2.1, server: example.com, upstream: \"http://127.0.0.1:443/\"";

    "nginx-invalid-header" Symptom ApplicationError
    when [
        words(&["upstream sent ", "header"]).doing(&[ReadingHead, ReadingBody]).general(),
        words(&["upstream sent ", "header", "while reading"]).general(),
        words(&["upstream sent invalid "]).doing(&[ReadingHead, ReadingBody]).general(),
        words(&["upstream sent duplicate header line"]).general(),
        words(&["upstream sent \"content-length\" and \"transfer-encoding\""]).general(),
    ]
    means "The application sent a response that is not allowed."
    likely "A header twice, with odd letters, or with a length that contradicts another."
    like "2026/03/01 10:00:00 [error] 7#7: *1 upstream sent invalid header: \"X-Bad\\x20Name: 1\" while reading response header from upstream, client: 192.0.2.1, server: example.com";

    "nginx-more-data" Harmless ApplicationError
    when [words(&["upstream sent more data than specified in \"content-length\""])]
    means "The application sent more than it had announced. nginx dropped the rest, and visitors do not notice."
    likely "The application counts letters instead of bytes, or adds something at the end."
    like "2026/03/01 10:00:00 [warn] 7#7: *1 upstream sent more data than specified in \"Content-Length\" header while reading upstream, client: 192.0.2.1, server: example.com";

    "nginx-grpc" Symptom ApplicationLog
    when [words(&["upstream rejected request with error"]), words(&["upstream sent frame for unknown stream"]), words(&["upstream sent goaway with error"])]
    means "The gRPC application refused a request of nginx’s or broke off."
    likely "It is overloaded or restarted, or its limits on messages and streams are lower than nginx’s."
    like "2026/03/01 10:00:00 [error] 7#7: *1 upstream rejected request with error 2 while reading response header from upstream, client: 192.0.2.1, server: example.com, upstream: \"grpc://127.0.0.1:50051\"";

    "nginx-upstream-tls" Symptom UpstreamAddress
    when [
        words(&["ssl_do_handshake() failed"]).doing(&[UpstreamHandshake]),
        words(&["ssl_do_handshake() failed", "upstream"]),
        words(&["peer closed connection in ssl handshake"]).doing(&[UpstreamHandshake]),
        words(&["upstream timed out"]).doing(&[UpstreamHandshake]).error(&[TimedOut]),
        words(&[]).error(&[Reset]).doing(&[UpstreamHandshake]),
    ]
    means "nginx could not agree on a secure connection with the application."
    likely "The port speaks plain http, wants a server name (proxy_ssl_server_name on), or knows other versions of TLS."
    like "2026/03/01 10:00:00 [error] 7#7: *1 SSL_do_handshake() failed (SSL: error:0A00010B:SSL routines::wrong version number) while SSL handshaking to upstream, client: 192.0.2.1, server: example.com, upstream: \"https://127.0.0.1:3000/\"";

    "nginx-upstream-certificate" Symptom CertificateRenew
    when [words(&["upstream ssl certificate"])]
    means "The application’s certificate did not pass nginx’s check."
    likely "It has expired, names another host, or its authority is unknown to nginx."
    like "2026/03/01 10:00:00 [error] 7#7: *1 upstream SSL certificate verify error: (20:unable to get local issuer certificate) while SSL handshaking to upstream, client: 192.0.2.1, server: example.com";

    "nginx-auth-request" Symptom AccessRules
    when [words(&["auth request unexpected status"])]
    means "The login check (auth_request) answered with something other than 2xx, 401 or 403, so the visitor got 500."
    likely "The address of the check is wrong, or it redirects or fails. Ask it by itself."
    like "2026/03/01 10:00:00 [error] 7#7: *1 auth request unexpected status: 404 while sending to client, client: 192.0.2.1, server: example.com, request: \"GET / HTTP/2.0\", host: \"example.com\"";

    "nginx-buffered" Harmless Buffers
    when [
        words(&["upstream response is buffered to a temporary file"]),
        words(&["client request body is buffered to a temporary file"]),
    ]
    means "A response or an upload was larger than nginx’s memory for it, so it went through a file. Visitors do not notice."
    likely "Large pages, downloads or uploads. Larger buffers make the line go away."
    like "2026/03/01 10:00:00 [warn] 7#7: *1 an upstream response is buffered to a temporary file /var/cache/nginx/proxy_temp/1/00/0000000001 while reading upstream, client: 192.0.2.1, server: example.com";

    "nginx-worker-crash" Reason Updates
    when [
        words(&["worker process ", " exited on signal 11"]),
        words(&["worker process ", " exited on signal 6"]),
        words(&["worker process ", " exited on signal 4"]),
        words(&["worker process ", " exited on signal 7"]),
        words(&["worker process ", " exited on signal 8"]),
        words(&["worker process ", " exited on signal 5"]),
    ]
    means "A worker of nginx itself crashed. Its visitors saw their connections break."
    likely "A module that does not fit this nginx, or a bug: update nginx and its modules. It is not PHP’s or the application’s fault."
    like "2026/03/01 10:00:00 [alert] 26#26: worker process 101 exited on signal 11 (core dumped)";

    "nginx-worker-killed" Reason Resources
    when [words(&["worker process ", " exited on signal 9"])]
    means "Something ended a worker of nginx by force."
    likely "The system or the container ran out of memory. The system’s log says so."
    like "2026/03/01 10:00:00 [alert] 26#26: worker process 101 exited on signal 9";

    "nginx-worker-fatal" Reason Limits
    when [words(&["worker process ", "exited with fatal code", "cannot be respawned"])]
    means "nginx’s workers could not start, so nobody answers."
    likely "A limit of the system: open files, memory or locked files. The line before names it."
    like "2026/03/01 10:00:00 [alert] 1#1: worker process 29 exited with fatal code 2 and cannot be respawned";

    "nginx-lua-error" Reason ApplicationError
    when [
        words(&["lua entry thread aborted"]),
        words(&["failed to run ", "_by_lua"]),
        words(&["failed to load external lua file"]),
    ]
    means "A Lua script inside nginx failed. Visitors saw 500."
    likely "A bug in the script, or a module that is not installed. The line names the file."
    like "2026/03/01 10:00:00 [error] 7#7: *1 lua entry thread aborted: runtime error: /etc/nginx/auth.lua:12: attempt to index a nil value, client: 192.0.2.1, server: example.com";

    "nginx-shared-memory" Reason Limits
    when [
        words(&["ngx_slab_alloc() failed: no memory"]),
        words(&["could not allocate node in cache keys zone"]),
        words(&["could not allocate node"]).without(&["cache keys zone"]),
        words(&["could not allocate new session in ssl session shared cache"]),
    ]
    means "A shared memory zone of nginx is full."
    likely "The zone of a cache, a limit or TLS sessions is too small. Its size stands where it is declared."
    like "2026/03/01 10:00:00 [crit] 7#7: ngx_slab_alloc() failed: no memory in cache keys zone \"pages\"";
}
