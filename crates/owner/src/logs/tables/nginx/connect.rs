//! nginx connects to the application, or looks its name up.

use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::{
    Busy, CannotAssign, Denied, NameUnknown, NetworkUnreachable, NoFamily, NoRoute, NoSuchFile,
    Refused, TimedOut, TooManyFiles,
};
use crate::logs::reading::Operation::{Connecting, Resolving, Stapling};
use crate::logs::reading::UpstreamKind::{Gunicorn, Loopback6, Other, Passenger, Php, Ruby, Uwsgi};

patterns! { CONNECT of Nginx:
    "nginx-refused-php" Symptom FpmStatus
    when [
        words(&["connect() "]).error(&[Refused]).upstream(&[Php]).not_doing(&[Resolving, Stapling]),
        words(&["while connecting to upstream"]).error(&[Refused]).upstream(&[Php]).without(&["connect() "]),
    ]
    means "Nothing listens at the address where nginx asks for PHP."
    likely "PHP-FPM is stopped, or listens on another port or socket."
    like "2026/03/01 10:00:00 [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.1, server: example.com, request: \"GET / HTTP/1.1\", upstream: \"fastcgi://127.0.0.1:9000\", host: \"example.com\"";

    "nginx-refused-localhost" Symptom UpstreamAddress
    when [
        words(&["connect() "]).error(&[Refused]).upstream(&[Loopback6]).not_doing(&[Resolving, Stapling]),
        words(&["while connecting to upstream"]).error(&[Refused]).upstream(&[Loopback6]).without(&["connect() "]),
    ]
    means "nginx asked [::1], the IPv6 address behind “localhost”, and nothing listens there."
    likely "The application listens on 127.0.0.1 only. Write 127.0.0.1 instead of localhost in proxy_pass or uwsgi_pass."
    like "2026/03/01 10:00:00 [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.1, server: example.com, request: \"GET / HTTP/1.1\", upstream: \"http://[::1]:8080/\", host: \"example.com\"";

    "nginx-refused" Symptom AppStatus
    when [
        words(&["connect() "]).error(&[Refused]).not_doing(&[Resolving, Stapling]),
        words(&["while connecting to upstream"]).error(&[Refused]).without(&["connect() "]),
        words(&["connect() failed (111"]).without(&["upstream: "]),
    ]
    means "Nothing listens at the address where nginx asks for the application."
    likely "The application is stopped, or listens on another port. In a container, 127.0.0.1 is the container itself."
    like "2026/03/01 10:00:00 [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.1, server: example.com, request: \"GET / HTTP/1.1\", upstream: \"http://127.0.0.1:3000/\", host: \"example.com\"";

    "nginx-no-socket" Symptom UpstreamAddress
    when [words(&["connect() to unix:"]).error(&[NoSuchFile]).upstream(&[Php])]
    means "The socket of PHP-FPM that nginx wants to open does not exist."
    likely "PHP-FPM is stopped, or its socket has another path since an update."
    like "2026/03/01 10:00:00 [crit] 7#7: *1 connect() to unix:/run/php/php7.4-fpm.sock failed (2: No such file or directory) while connecting to upstream, client: 192.0.2.1, server: example.com, request: \"GET / HTTP/1.1\", upstream: \"fastcgi://unix:/run/php/php7.4-fpm.sock:\", host: \"example.com\"";

    "nginx-no-socket-app" Symptom AppStatus
    when [words(&["connect() to unix:"]).error(&[NoSuchFile])]
    means "The application’s socket that nginx wants to open does not exist."
    likely "The application is stopped, failed at its start, or makes its socket elsewhere."
    like "2026/03/01 10:00:00 [crit] 7#7: *1 connect() to unix:/srv/app/shared/puma.sock failed (2: No such file or directory) while connecting to upstream, client: 192.0.2.1, server: example.com, request: \"GET / HTTP/1.1\", upstream: \"http://unix:/srv/app/shared/puma.sock:/\", host: \"example.com\"";

    "nginx-socket-denied" Symptom SocketRights
    when [words(&["connect() to unix:"]).error(&[Denied])]
    means "The socket exists, but nginx’s user may not open it."
    likely "Owner, group or mode of the socket do not fit nginx’s user, or a folder on the way is closed. SELinux can also forbid it."
    like "2026/03/01 10:00:00 [crit] 7#7: *1 connect() to unix:/run/php/php8.2-fpm.sock failed (13: Permission denied) while connecting to upstream, client: 192.0.2.1, server: example.com, request: \"GET / HTTP/1.1\", upstream: \"fastcgi://unix:/run/php/php8.2-fpm.sock:\", host: \"example.com\"";

    "nginx-connect-forbidden" Symptom Selinux
    when [words(&["connect() to "]).error(&[Denied])]
    means "The system forbids nginx to open a network connection."
    likely "SELinux, with httpd_can_network_connect off."
    like "2026/03/01 10:00:00 [crit] 7#7: *1 connect() to 127.0.0.1:3000 failed (13: Permission denied) while connecting to upstream, client: 192.0.2.1, server: example.com, request: \"GET / HTTP/1.1\", upstream: \"http://127.0.0.1:3000/\", host: \"example.com\"";

    "nginx-queue-full" Symptom FpmPool
    when [words(&["connect() to unix:"]).error(&[Busy]).upstream(&[Php])]
    means "So many requests wait at PHP-FPM’s socket that it takes no more."
    likely "All PHP workers are busy: too few of them, or slow scripts."
    like "2026/03/01 10:00:00 [error] 7#7: *1 connect() to unix:/run/php/php8.2-fpm.sock failed (11: Resource temporarily unavailable) while connecting to upstream, client: 192.0.2.1, server: example.com";

    "nginx-queue-full-gunicorn" Symptom SlowRequests
    when [words(&["connect() to unix:"]).error(&[Busy]).upstream(&[Gunicorn])]
    means "So many requests wait at Gunicorn’s socket that it takes no more."
    likely "All Gunicorn workers are busy: slow requests, or too few workers. Its own log tells of timeouts."
    like "2026/03/01 10:00:00 [error] 7#7: *1 connect() to unix:/run/gunicorn.sock failed (11: Resource temporarily unavailable) while connecting to upstream, client: 192.0.2.1, server: example.com";

    "nginx-queue-full-ruby" Symptom SlowRequests
    when [words(&["connect() to unix:"]).error(&[Busy]).upstream(&[Ruby])]
    means "So many requests wait at the socket of Puma or Unicorn that it takes no more."
    likely "All of its workers are busy: slow requests, or too few workers and threads."
    like "2026/03/01 10:00:00 [error] 7#7: *1 connect() to unix:/srv/app/shared/sockets/puma.sock failed (11: Resource temporarily unavailable) while connecting to upstream, client: 192.0.2.1, server: example.com";

    "nginx-queue-full-uwsgi" Symptom SlowRequests
    when [words(&["connect() to unix:"]).error(&[Busy]).upstream(&[Uwsgi])]
    means "So many requests wait at uWSGI’s socket that it takes no more."
    likely "All uWSGI workers are busy. Its queue (listen) holds 100 unless told otherwise, and the system’s somaxconn limits it."
    like "2026/03/01 10:00:00 [error] 7#7: *1 connect() to unix:///run/uwsgi/app.sock failed (11: Resource temporarily unavailable) while connecting to upstream, client: 192.0.2.1, server: example.com, upstream: \"uwsgi://unix:///run/uwsgi/app.sock:\"";

    "nginx-queue-full-passenger" Symptom SlowRequests
    when [words(&["connect() to unix:"]).error(&[Busy]).upstream(&[Passenger])]
    means "So many requests wait at Passenger’s socket that it takes no more."
    likely "All processes of the application are busy. Its request queue and passenger_socket_backlog limit how many may wait."
    like "2026/03/01 10:00:00 [error] 7#7: *1 connect() to unix:/tmp/passenger.ffZWbes/agents.s/server failed (11: Resource temporarily unavailable) while connecting to upstream, client: 192.0.2.1, server: example.com, upstream: \"passenger:unix:/tmp/passenger.ffZWbes/agents.s/server:\"";

    "nginx-queue-full-app" Symptom SlowRequests
    when [
        words(&["connect() to unix:"]).error(&[Busy]).upstream(&[Other]),
        words(&["connect() to "]).error(&[Busy]),
    ]
    means "So many requests wait at the application’s socket that it takes no more."
    likely "All of the application’s workers are busy: slow requests, or too few workers."
    like "2026/03/01 10:00:00 [error] 7#7: *1 connect() to unix:/srv/app/app.sock failed (11: Resource temporarily unavailable) while connecting to upstream, client: 192.0.2.1, server: example.com";

    "nginx-no-route" Symptom Firewall
    when [
        words(&["connect() "]).error(&[NoRoute]),
        words(&["while connecting to upstream"]).error(&[NoRoute]),
    ]
    means "No way leads to the application’s machine, or its firewall says so."
    likely "The machine is off, its address has changed, or a firewall rejects the connection."
    like "2026/03/01 10:00:00 [error] 7#7: *1 connect() failed (113: No route to host) while connecting to upstream, client: 192.0.2.1, server: example.com, upstream: \"http://10.0.0.5:8080/\"";

    "nginx-network-unreachable" Symptom NetworkPath
    when [
        words(&["connect() "]).error(&[NetworkUnreachable]).not_doing(&[Resolving, Stapling]),
        words(&["socket() failed"]).error(&[NoFamily]).doing(&[Connecting]),
    ]
    means "This machine has no network that leads to the application’s address."
    likely "The name has an IPv6 address, and the server has no IPv6. Or a route is missing."
    like "2026/03/01 10:00:00 [error] 7#7: *1 connect() to [2001:db8::5]:8080 failed (101: Network is unreachable) while connecting to upstream, client: 192.0.2.1, server: example.com";

    "nginx-no-ports-left" Symptom EachBackend
    when [
        words(&["connect() "]).error(&[CannotAssign]),
        words(&["while connecting to upstream"]).error(&[CannotAssign]),
    ]
    means "nginx has used up the ports it can connect from, or the address is not this machine’s."
    likely "Each request opens a new connection to the application. Keep them open."
    like "2026/03/01 10:00:00 [crit] 7#7: *1 connect() to 127.0.0.1:3000 failed (99: Cannot assign requested address) while connecting to upstream, client: 192.0.2.1, server: example.com";

    "nginx-connect-timeout" Symptom Firewall
    when [
        words(&[]).error(&[TimedOut]).doing(&[Connecting]),
        words(&["connect() "]).error(&[TimedOut]).not_doing(&[Resolving, Stapling]),
        words(&["connection timed out) while connecting to upstream"]),
    ]
    means "The application’s machine did not take the connection in time."
    likely "A firewall drops the packets, the address is wrong, or its queue is full."
    like "2026/03/01 10:00:00 [error] 7#7: *1 upstream timed out (110: Connection timed out) while connecting to upstream, client: 192.0.2.1, server: example.com, upstream: \"http://10.0.0.5:8080/\"";

    "nginx-no-live-upstreams" Symptom EachBackend
    when [words(&["no live upstreams"])]
    means "All application servers failed a moment ago, so nginx asks none of them for some seconds."
    likely "The lines before this one tell why each of them failed."
    like "2026/03/01 10:00:00 [error] 7#7: *9 no live upstreams while connecting to upstream, client: 192.0.2.1, server: example.com, request: \"GET / HTTP/1.1\", upstream: \"http://application/\", host: \"example.com\"";

    "nginx-upstream-disabled" Symptom EachBackend
    when [words(&["upstream server temporarily disabled"])]
    means "One application server failed too often, so nginx leaves it alone for some seconds."
    likely "That server is down or overloaded."
    like "2026/03/01 10:00:00 [warn] 7#7: *9 upstream server temporarily disabled while connecting to upstream, client: 192.0.2.1, server: example.com";

    "nginx-could-not-resolve" Symptom UpstreamName
    when [words(&[" could not be resolved ("]).not_doing(&[Stapling])]
    means "nginx asked its resolver for the application’s name and got no address."
    likely "The name does not exist there. Container names need the container platform’s resolver, such as 127.0.0.11 of Docker."
    like "2026/03/01 10:00:00 [error] 7#7: *1 app.internal could not be resolved (3: Host not found), client: 192.0.2.1, server: example.com";

    "nginx-resolver-silent" Symptom UpstreamName
    when [
        words(&[" could not be resolved (110: operation timed out"]).not_doing(&[Stapling]),
        words(&["resolver failed, ", "(110: operation timed out)"]),
        words(&["resolver: "]).error(&[Refused, TimedOut, NoRoute, NetworkUnreachable]).doing(&[Resolving]),
        words(&["send() failed"]).error(&[Refused, NoRoute, NetworkUnreachable, Denied]).doing(&[Resolving]),
        words(&["recv() failed"]).error(&[Refused, NoRoute, NetworkUnreachable, Denied]).doing(&[Resolving]),
    ]
    means "The resolver that nginx was told to ask does not answer."
    likely "The directive resolver names an address where none runs, such as 127.0.0.1 or 127.0.0.53 inside a container. Or a firewall blocks port 53."
    like "2026/03/01 10:00:00 [error] 21#21: send() failed (111: Connection refused) while resolving, resolver: 127.0.0.1:53";

    "nginx-no-resolver" Symptom UpstreamName
    when [words(&["no resolver defined to resolve"]).not_doing(&[Stapling])]
    means "The application’s name is looked up while nginx runs, and nginx was not told whom to ask."
    likely "proxy_pass holds a variable, and the directive resolver is missing."
    like "2026/03/01 10:00:00 [error] 7#7: *1 no resolver defined to resolve app.internal, client: 192.0.2.1, server: example.com, request: \"GET / HTTP/1.1\", host: \"example.com\"";

    "nginx-invalid-upstream" Reason UpstreamAddress
    when [
        words(&["invalid url prefix in \""]).without(&["[emerg]"]),
        words(&["invalid port in upstream"]).without(&["[emerg]"]),
        words(&["no host in upstream"]).without(&["[emerg]"]),
        words(&["invalid host in upstream"]).without(&["[emerg]"]),
    ]
    means "The address that nginx should pass the request to is empty or malformed. Visitors saw 500."
    likely "A variable in proxy_pass has no value for this request, or lacks http:// in front."
    like "2026/03/01 10:00:00 [error] 7#7: *1 invalid URL prefix in \"\", client: 192.0.2.1, server: example.com, request: \"GET / HTTP/1.1\", host: \"example.com\"";

    "nginx-stapling" Harmless CertificateLook
    when [
        words(&["while requesting certificate status"]),
        words(&["\"ssl_stapling\" ignored"]),
        words(&["ocsp_basic_verify() failed"]),
        words(&["ocsp responder"]).doing(&[Stapling]),
        words(&["no resolver defined to resolve"]).doing(&[Stapling]),
        words(&["certificate status"]).error(&[NameUnknown, TimedOut]),
    ]
    means "nginx could not fetch the proof that its certificate is still valid (OCSP stapling). Visitors do not notice."
    likely "The authority has ended this service, or nginx’s resolver does not answer. It has nothing to do with your application."
    like "2026/03/01 10:00:00 [error] 21#21: r3.o.lencr.org could not be resolved (110: Operation timed out) while requesting certificate status, responder: r3.o.lencr.org, certificate: \"/etc/ssl/fullchain.pem\"";

    "nginx-open-files" Reason Limits
    when [
        words(&["accept4() failed (24"]),
        words(&["accept() failed (24"]),
        words(&["socket() failed (24"]),
        words(&["open() ", " failed (24"]),
        words(&["while connecting to upstream"]).error(&[TooManyFiles]),
    ]
    means "nginx has as many files and connections open as the system allows."
    likely "The limit on open files is too low for the number of connections."
    like "2026/03/01 10:00:00 [crit] 7#7: accept4() failed (24: Too many open files)";

    "nginx-connections-used-up" Reason Limits
    when [words(&["worker_connections are not enough"])]
    means "nginx has as many connections open as it may have."
    likely "Many visitors at once, slow requests that pile up, or a limit that is too low."
    like "2026/03/01 10:00:00 [alert] 7#7: 768 worker_connections are not enough";
}
