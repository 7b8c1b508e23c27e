//! Lines of Apache’s error log about itself, its files and scripts, by their numbers and words. The application behind it is in
//! [`super::apache_proxy`].

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};

patterns! { APACHE of Apache:
    "apache-workers-used-up" Reason Limits
    when [words(&["server reached maxrequestworkers"]), words(&["server reached maxclients"]), words(&["ah00161"]), words(&["ah00484"]), words(&["scoreboard is full"]), words(&["ah03490"])]
    means "All of Apache’s workers are busy, and further visitors wait. Its numbers are AH00161 and AH00484."
    likely "Slow pages, a burst of visitors, or many idle connections."
    like "[Sun Mar 01 10:00:00.000000 2026] [mpm_event:error] [pid 7] AH00484: server reached MaxRequestWorkers setting, consider raising the MaxRequestWorkers setting";

    "apache-denied" Reason AccessRules
    when [words(&["ah01630"]), words(&["client denied by server configuration"]), words(&["ah01797"])]
    means "A rule in the configuration forbids this page."
    likely "A line Require or Deny in the site’s file or in .htaccess."
    like "[Sun Mar 01 10:00:00.000000 2026] [authz_core:error] [pid 7] [client 192.0.2.1:50000] AH01630: client denied by server configuration: /var/www/html/admin";

    "apache-no-index" Reason AccessRules
    when [words(&["ah01276"]), words(&["directory index forbidden by options directive"]), words(&["server-generated directory index forbidden"])]
    means "The folder has no index page, and listing it is forbidden. Visitors saw 403."
    likely "The index file is missing, or DirectoryIndex names another."
    like "[Sun Mar 01 10:00:00.000000 2026] [autoindex:error] [pid 7] [client 192.0.2.1:50000] AH01276: Cannot serve directory /var/www/html/: No matching DirectoryIndex (index.html) found, and server-generated directory index forbidden by Options directive";

    "apache-redirect-cycle" Reason Htaccess
    when [words(&["ah00124"]), words(&["request exceeded the limit of 10 internal redirects"]), words(&["ah00122"])]
    means "Rewrite rules send a request round in circles, and Apache ended it with 500."
    likely "A rule in .htaccess that matches its own result."
    like "[Sun Mar 01 10:00:00.000000 2026] [core:error] [pid 7] [client 192.0.2.1:50000] AH00124: Request exceeded the limit of 10 internal redirects due to probable configuration error.";

    "apache-htaccess" Reason Htaccess
    when [words(&["/.htaccess: "])]
    means "Apache does not understand a line in .htaccess, so each page under it says 500."
    likely "A misspelt line, or one that wants a module which is not loaded."
    like "[Sun Mar 01 10:00:00.000000 2026] [core:alert] [pid 7] [client 192.0.2.1:50000] /var/www/html/.htaccess: Invalid command 'ExpiresActive', perhaps misspelled or defined by a module not included in the server configuration";

    "apache-port-taken" Reason FrontStatus
    when [words(&["ah00072"]), words(&["make_sock: could not bind to address"]), words(&["no listening sockets available"]), words(&["[apache]", "port ", " in use by ", " with pid "])]
    means "Apache could not start: another program has its port."
    likely "nginx or a second Apache runs."
    like "(98)Address already in use: AH00072: make_sock: could not bind to address [::]:80";

    "apache-configuration" Reason FrontReload
    when [words(&["ah00526"]), words(&["syntax error on line ", "apache"]), words(&["syntax error on line ", ".conf"]), words(&["action ", "configtest"]), words(&["ah00112"]), words(&["ah00014"])]
    means "Apache could not take its configuration. The line names the file and the place."
    likely "A misspelt word, or a module that is not loaded."
    like "AH00526: Syntax error on line 12 of /etc/apache2/sites-enabled/site.conf:";

    "apache-cgi-headers" Symptom ApplicationError
    when [
        words(&["end of script output before headers"]),
        words(&["premature end of script headers"]),
        words(&["malformed header from script"]),
    ]
    means "A script ended before it sent its headers, or sent bad ones. Visitors saw 500."
    likely "It crashed at its start: an error in it, a missing module, wrong rights or line ends of Windows. Its own error stands near this line."
    like "[Sun Mar 01 10:00:00.000000 2026] [cgi:error] [pid 7] [client 192.0.2.1:50000] End of script output before headers: list.cgi";

    "apache-cgi-start" Reason AccessRules
    when [
        words(&["exec of '", "' failed"]),
        words(&["couldn't create child process"]),
        words(&["couldn't spawn child process"]),
        words(&["options execcgi is off in this directory"]),
        words(&["cannot get media type from"]),
        words(&["unable to connect to cgi daemon"]),
        words(&["ah01241"]),
        words(&["ah01220"]),
    ]
    means "Apache could not start a script. Visitors saw 500, 503 or 403."
    likely "The script is not executable, its first line names a missing program, or ExecCGI is not allowed there."
    like "[Sun Mar 01 10:00:00.000000 2026] [cgi:error] [pid 7] (8)Exec format error: exec of '/usr/lib/cgi-bin/list.cgi' failed";

    "apache-fcgid" Symptom SlowRequests
    when [
        words(&["mod_fcgid: read data timeout in"]),
        words(&["mod_fcgid: ap_pass_brigade failed"]),
        words(&["mod_fcgid: can't apply process slot"]),
        words(&["mod_fcgid: ", "too much time"]),
    ]
    means "Apache gave up on a FastCGI process: it took too long, or there was none free."
    likely "A slow script. FcgidIOTimeout is 40 seconds unless told otherwise, and FcgidMaxProcesses limits how many run."
    like "[Sun Mar 01 10:00:00.000000 2026] [fcgid:warn] [pid 7] [client 192.0.2.1:50000] mod_fcgid: read data timeout in 45 seconds";

    "apache-fcgid-hung-up" Symptom ApplicationLog
    when [
        words(&["mod_fcgid: error reading data"]),
        words(&["mod_fcgid: error reading header"]),
        words(&["mod_fcgid: process ", "exit(communication error)"]),
        words(&["mod_fcgid: get over"]),
        words(&["connection reset by peer: ", "mod_fcgid"]),
        words(&["mod_fcgid: error writing data"]),
    ]
    means "A FastCGI process of PHP or another language ended in the middle of a request."
    likely "It crashed or was ended for memory or time. Its own log or the system’s says why."
    like "[Sun Mar 01 10:00:00.000000 2026] [fcgid:warn] [pid 7] (104)Connection reset by peer: [client 192.0.2.1:50000] mod_fcgid: error reading data from FastCGI server";

    "apache-fcgid-upload" Reason Uploads
    when [words(&["mod_fcgid: http request length", "exceeds maxrequestlen"])]
    means "A visitor’s upload is larger than mod_fcgid allows."
    likely "FcgidMaxRequestLen is 131072 bytes unless told otherwise."
    like "[Sun Mar 01 10:00:00.000000 2026] [fcgid:warn] [pid 7] [client 192.0.2.1:50000] mod_fcgid: HTTP request length 136136 (so far) exceeds MaxRequestLen (131072)";

    "apache-child-crash" Reason Updates
    when [
        words(&["ah00051"]),
        words(&["ah00052"]),
        words(&["child pid ", "exit signal segmentation fault"]),
        words(&["child pid ", "exit signal bus error"]),
        words(&["child pid ", "exit signal abort"]),
        words(&["ah00428", "exited with status"]),
    ]
    means "A child process of Apache crashed. Its visitors saw the connection break."
    likely "Mostly PHP as Apache’s module (mod_php) or one of its extensions. Update them, or switch extensions off one by one."
    like "[Sun Mar 01 10:00:00.000000 2026] [core:notice] [pid 7] AH00052: child pid 42 exit signal Segmentation fault (11)";

    "apache-file-denied" Reason AccessRules
    when [
        words(&["ah00035"]),
        words(&["because search permissions are missing on a component of the path"]),
        words(&["ah00132"]),
        words(&["file permissions deny server access"]),
        words(&["ah00529"]),
        words(&["pcfg_openfile: unable to check htaccess file"]),
        words(&["symbolic link not allowed or link target not accessible"]),
        words(&["ah00037"]),
    ]
    means "Apache’s user may not read this file or look into its folder. Visitors saw 403."
    likely "Wrong owner or mode of the file, or of a folder on the way: each needs the right x. SELinux can also forbid it."
    like "[Sun Mar 01 10:00:00.000000 2026] [core:error] [pid 7] (13)Permission denied: [client 192.0.2.1:50000] AH00035: access to /index.html denied (filesystem path '/home/shop/www') because search permissions are missing on a component of the path";

    "apache-file-missing" Symptom MissingPage
    when [words(&["file does not exist: "]).only(&[Source::Apache]).without(&["favicon.ico", "robots.txt", "apple-touch-icon"]), words(&["ah00128"]).without(&["favicon.ico", "robots.txt", "apple-touch-icon"]), words(&["[error] [client ", "file does not exist: "]).without(&["favicon.ico", "robots.txt", "apple-touch-icon"])]
    means "The file is not there, and visitors saw 404."
    likely "DocumentRoot names a wrong folder, the file was not uploaded, or a robot tries addresses."
    like "[Sun Mar 01 10:00:00.000000 2026] [core:info] [pid 7] [client 192.0.2.1:50000] AH00128: File does not exist: /var/www/html/about";

    "apache-icon-missing" Harmless MissingPage
    when [words(&["file does not exist: ", "/favicon.ico"]), words(&["file does not exist: ", "/robots.txt"]), words(&["file does not exist: ", "apple-touch-icon"])]
    means "The file is not there, so it is answered with 404. Browsers and robots ask for it by themselves; it is harmless."
    likely "The site has no such file. If other files are missing, too, DocumentRoot names a wrong folder."
    like "[Mon Jan 01 10:00:00 2018] [error] [client 192.0.2.1] File does not exist: /var/www/html/favicon.ico";

    "apache-certificate" Reason CertificateRenew
    when [
        words(&["ah02572"]),
        words(&["ah02565"]),
        words(&["ah02240"]),
        words(&["ah02238"]),
        words(&["ah02561"]),
        words(&["ah02217"]).without(&["stapling"]),
        words(&["sslcertificatefile: file", "does not exist or is empty"]),
        words(&["sslcertificatekeyfile: file", "does not exist or is empty"]),
        words(&["server should be ssl-aware but has no certificate configured"]),
    ]
    means "Apache did not start: a certificate or its key is missing or does not fit."
    likely "The file is missing, or the key belongs to another certificate."
    like "AH02572: Failed to configure at least one certificate and key for example.com:443";

    "apache-stapling" Harmless CertificateLook
    when [
        words(&["ah01941"]),
        words(&["ah01980"]),
        words(&["ah02217", "stapling"]),
        words(&["ah02218"]),
        words(&["ah02604"]),
        words(&["stapling_renew_response"]),
        words(&["ssl_stapling_init_cert"]),
    ]
    means "Apache could not fetch the proof that its certificate is still valid (OCSP stapling). Visitors do not notice."
    likely "The authority has ended this service or was not reached. It has nothing to do with your application."
    like "[Sun Mar 01 10:00:00.000000 2026] [ssl:error] [pid 7] AH01941: stapling_renew_response: responder error";

    "apache-request-too-large" Reason Buffers
    when [words(&["ah00567"]), words(&["request header field is longer than"]), words(&["size of a request header field exceeds server limit"]), words(&["ah00561"]), words(&["ah00566"])]
    means "The visitor’s request has longer headers than Apache takes. They saw 400."
    likely "Too many or too large cookies: let the visitor delete them, or raise LimitRequestFieldSize."
    like "[Sun Mar 01 10:00:00.000000 2026] [core:debug] [pid 7] [client 192.0.2.1:50000] AH00561: Request header exceeds LimitRequestFieldSize: Cookie";

    "apache-body-too-large" Reason Uploads
    when [words(&["ah01587"]), words(&["ah01588"]), words(&["ah00588"]), words(&["is larger than the configured limit of"])]
    means "A visitor’s upload is larger than Apache allows. They saw 413."
    likely "LimitRequestBody: since 2.4.54 it is 1 GB unless told otherwise."
    like "[Sun Mar 01 10:00:00.000000 2026] [http:error] [pid 7] [client 192.0.2.1:50000] AH01587: Requested content-length of 1200000000 is larger than the configured limit of 1073741824";

    "apache-not-running" Reason FrontStatus
    when [words(&["httpd (no pid file) not running"]), words(&["httpd not running, trying to start"]), words(&["ah00016"]), words(&["configuration failed"]).only(&[Source::Apache])]
    means "Apache did not start, or does not run."
    likely "A mistake in its configuration. The lines before name it, and apachectl configtest shows it."
    like "[Sun Mar 01 10:00:00.000000 2026] [core:emerg] [pid 7] AH00016: Configuration Failed";
}
