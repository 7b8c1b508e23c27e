//! Lines of Apache’s error log about the application behind it, by their numbers, and by their words as Apache 2.2 wrote them.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::Refused;

patterns! { APACHE_PROXY of Apache:
    "apache-refused-localhost" Symptom UpstreamAddress
    when [words(&["attempt to connect to [::1]"]).error(&[Refused])]
    means "Apache asked [::1], the IPv6 address behind “localhost”, and nothing listens there."
    likely "The application listens on 127.0.0.1 only. Write 127.0.0.1 instead of localhost in ProxyPass."
    like "[Sun Mar 01 10:00:00.000000 2026] [proxy:error] [pid 7] (111)Connection refused: AH00957: HTTP: attempt to connect to [::1]:3000 (localhost) failed";

    "apache-refused" Symptom AppStatus
    when [words(&["ah01114"]).general(), words(&["failed to make connection to backend"]).only(&[Source::Apache]).general()]
    means "Apache could not connect to the application."
    likely "The application is stopped, or listens elsewhere."
    like "[Sun Mar 01 10:00:00.000000 2026] [proxy_http:error] [pid 7] [client 192.0.2.1:50000] AH01114: HTTP: failed to make connection to backend: 127.0.0.1";

    "apache-connect-failed" Symptom UpstreamAddress
    when [
        words(&["ah00957"]).general(),
        words(&["proxy: http: attempt to connect to"]).general(),
        words(&["proxy: https: attempt to connect to"]).general(),
        words(&["attempt to connect to ", " failed"]).only(&[Source::Apache]).general(),
    ]
    means "The attempt to connect to the application failed. The line names the reason."
    likely "Nothing listens there, or a firewall or SELinux forbids it."
    like "[Sun Mar 01 10:00:00.000000 2026] [proxy:error] [pid 7] (111)Connection refused: AH00957: HTTP: attempt to connect to 127.0.0.1:3000 (127.0.0.1) failed";

    "apache-fpm-socket" Symptom FpmStatus
    when [words(&["ah02454"])]
    means "Apache could not open PHP-FPM’s socket."
    likely "PHP-FPM is stopped, the path is wrong, or Apache’s user may not open it."
    like "[Sun Mar 01 10:00:00.000000 2026] [proxy:error] [pid 7] (2)No such file or directory: AH02454: FCGI: attempt to connect to Unix domain socket /run/php/php8.2-fpm.sock (localhost:8000) failed";

    "apache-fpm-refused" Symptom FpmStatus
    when [words(&["ah01079"])]
    means "Apache could not connect to PHP-FPM."
    likely "PHP-FPM is stopped, or listens elsewhere."
    like "[Sun Mar 01 10:00:00.000000 2026] [proxy_fcgi:error] [pid 7] [client 192.0.2.1:50000] AH01079: failed to make connection to backend: httpd-UDS";

    "apache-hung-up" Symptom ApplicationLog
    when [
        words(&["ah01102"]),
        words(&["error reading status line from remote server"]),
        words(&["ah01097"]),
        words(&["pass request body failed to"]),
    ]
    means "The application hung up before it sent the first line of its answer."
    likely "It crashed, or closed an idle connection that Apache was about to use."
    like "[Sun Mar 01 10:00:00.000000 2026] [proxy_http:error] [pid 7] (20014)Internal error: [client 192.0.2.1:50000] AH01102: error reading status line from remote server 127.0.0.1:3000";

    "apache-upstream-read" Symptom ApplicationLog
    when [words(&["ah00898"]), words(&["proxy: error reading from remote server returned by"])]
    means "Apache got no complete answer from the application."
    likely "It crashed or was too slow. The line before this one says which."
    like "[Sun Mar 01 10:00:00.000000 2026] [proxy:error] [pid 7] [client 192.0.2.1:50000] AH00898: Error reading from remote server returned by /report";

    "apache-fpm-hung-up" Symptom ApplicationLog
    when [words(&["ah01067"]), words(&["ah01068"]), words(&["ah01070"])]
    means "PHP-FPM stopped in the middle of a request."
    likely "A worker crashed, or was ended for its time."
    like "[Sun Mar 01 10:00:00.000000 2026] [proxy_fcgi:error] [pid 7] [client 192.0.2.1:50000] AH01067: Failed to read FastCGI header";

    "apache-fpm-timeout" Symptom SlowRequests
    when [words(&["ah01075"]), words(&["proxy_fcgi", "timeout specified has expired"])]
    means "Apache gave up waiting for PHP-FPM."
    likely "A slow script. Unless ProxyTimeout says otherwise, Apache waits for 60 seconds."
    like "[Sun Mar 01 10:00:00.000000 2026] [proxy_fcgi:error] [pid 7] (70007)The timeout specified has expired: [client 192.0.2.1:50000] AH01075: Error dispatching request to : (polling)";

    "apache-fpm-says" Reason ApplicationError
    when [words(&["ah01071"]).general()]
    means "PHP-FPM reported an error. Its words follow in the line."
    likely "An error in the application, or a file that PHP-FPM does not find."
    like "[Sun Mar 01 10:00:00.000000 2026] [proxy_fcgi:error] [pid 7] [client 192.0.2.1:50000] AH01071: Got error 'PHP message: shop: the payment service did not answer'";

    "apache-no-handler" Reason FrontReload
    when [words(&["ah01144"]), words(&["no protocol handler was valid for the url"])]
    means "Apache does not know how to pass this request on."
    likely "A module such as proxy_http or proxy_fcgi is not loaded."
    like "[Sun Mar 01 10:00:00.000000 2026] [proxy:warn] [pid 7] [client 192.0.2.1:50000] AH01144: No protocol handler was valid for the URL / (scheme 'http'). If you are using a DSO version of mod_proxy, make sure the proxy submodules are included in the configuration using LoadModule.";

    "apache-left-alone" Symptom UpstreamAddress
    when [
        words(&["ah00959"]),
        words(&["ah00940"]),
        words(&["ap_proxy_connect_backend disabling worker for"]),
        words(&["disabled connection for ("]),
        words(&["ah01170"]),
        words(&["all workers are in error state"]),
        words(&["ah01167"]),
    ]
    means "The application failed a moment ago, so Apache leaves it alone for 60 seconds and answers 503 by itself."
    likely "An earlier line says why it failed. The time is retry= in ProxyPass; retry=0 asks again at once."
    like "[Sun Mar 01 10:00:00.000000 2026] [proxy:error] [pid 7] AH00940: HTTP: disabled connection for (localhost)";

    "apache-name" Symptom UpstreamName
    when [words(&["dns lookup failure for"]), words(&["ah00898: dns lookup failure"])]
    means "Apache could not find the address of the application’s name."
    likely "The name in ProxyPass is misspelt, or this machine’s resolver does not know it. Restart Apache after you mend it."
    like "[Sun Mar 01 10:00:00.000000 2026] [proxy:error] [pid 7] [client 192.0.2.1:50000] AH00898: DNS lookup failure for: app.internal returned by /";

    "apache-proxy-timeout" Symptom SlowRequests
    when [
        words(&["proxy_http:error", "timeout specified has expired"]),
        words(&["(70007)"]).only(&[Source::Apache]).without(&["proxy_fcgi"]),
        words(&["timeout specified has expired", "error reading status line"]),
        words(&["ah01102", "timeout specified has expired"]),
    ]
    means "Apache gave up waiting for the application’s answer."
    likely "A slow page, or ProxyTimeout is too short: 60 seconds unless told otherwise."
    like "[Sun Mar 01 10:00:00.000000 2026] [proxy_http:error] [pid 7] (70007)The timeout specified has expired: [client 192.0.2.1:50000] AH01102: error reading status line from remote server 127.0.0.1:3000";

    "apache-connect-forbidden" Reason Selinux
    when [
        words(&["(13)permission denied: ", "attempt to connect to "]).without(&["unix domain socket"]),
        words(&["] (13)", "attempt to connect to "]).without(&["unix domain socket"]),
        words(&["(13)permission denied: proxy: "]),
    ]
    means "The system forbids Apache to open a network connection."
    likely "SELinux, with httpd_can_network_connect off."
    like "[Sun Mar 01 10:00:00.000000 2026] [proxy:error] [pid 7] (13)Permission denied: AH00957: HTTP: attempt to connect to 127.0.0.1:3000 (localhost) failed";

    "apache-socket-denied" Reason SocketRights
    when [words(&["(13)permission denied: ", "unix domain socket"])]
    means "The socket of PHP-FPM exists, but Apache’s user may not open it."
    likely "listen.owner and listen.group of the pool do not fit Apache’s user, www-data or apache."
    like "[Sun Mar 01 10:00:00.000000 2026] [proxy:error] [pid 7] (13)Permission denied: AH02454: FCGI: attempt to connect to Unix domain socket /run/php/php8.2-fpm.sock (*) failed";

    "apache-ajp" Symptom AppStatus
    when [
        words(&["ajp: attempt to connect to"]),
        words(&["ah00992"]),
        words(&["ah01030"]),
        words(&["ah00878"]),
        words(&["ah00897"]),
        words(&["ajp_read_header: ajp_ilink_receive failed"]),
        words(&["proxy: read response failed from"]),
        words(&["ajp_ilink_receive() can"]),
        words(&["jk_open_socket::", "connect to", "failed"]),
        words(&["connecting to backend failed. tomcat is probably not started"]),
        words(&["mod_jk", "error connecting to tomcat failed"]),
        words(&["jk_ajp_common.c", "connecting to tomcat failed"]),
        words(&["jk_ajp_common.c", "error connecting to the backend server"]),
        words(&["jk_ajp_common.c", "sending request to tomcat failed"]),
    ]
    means "Apache could not talk to Tomcat by AJP, or Tomcat hung up."
    likely "Tomcat is stopped or starting, its AJP connector is off (its default since 9.0.31), or a secret is wanted."
    like "[Sun Mar 01 10:00:00.000000 2026] [proxy_ajp:error] [pid 7] [client 192.0.2.1:50000] AH00992: ajp_read_header: ajp_ilink_receive failed";

    "apache-proxy-tls" Symptom UpstreamAddress
    when [
        words(&["ah01961"]),
        words(&["ah02003"]),
        words(&["ssl proxy connect failed"]),
        words(&["ssl handshake failed: ", "proxy"]),
        words(&["ah00961"]),
        words(&["ah02039"]),
        words(&["error during ssl handshake with remote server"]),
        words(&["ah01084"]),
        words(&["sslproxyengine"]),
    ]
    means "Apache could not agree on a secure connection with the application."
    likely "SSLProxyEngine is off, the port speaks plain http, or the application’s certificate is not trusted."
    like "[Sun Mar 01 10:00:00.000000 2026] [proxy:error] [pid 7] [client 192.0.2.1:50000] AH00898: Error during SSL Handshake with remote server returned by /";
}
