//! Lines of PHP and PHP-FPM, also where nginx or Apache pass them on.

use crate::logs::Source;
use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::Denied;

patterns! { PHP of Php:
    "php-workers-used-up" Reason FpmPool
    when [words(&["server reached pm.max_children"]), words(&["server reached max_children"])]
    means "All PHP workers are busy, and further visitors wait in a queue."
    likely "Too few workers for the visitors, or scripts that are slow."
    like "[01-Mar-2026 10:00:00] WARNING: [pool www] server reached pm.max_children setting (5), consider raising it";

    "php-pool-busy" Reason FpmPool
    when [words(&["[pool ", "seems busy"])]
    means "PHP-FPM starts workers in a hurry because few are idle."
    likely "A burst of visitors, or too few spare workers."
    like "[01-Mar-2026 10:00:00] WARNING: [pool www] seems busy (you may need to increase pm.start_servers, or pm.min/max_spare_servers), spawning 8 children, there are 0 idle, and 5 total children";

    "php-request-ended" Reason SlowRequests
    when [words(&["execution timed out", "terminating"])]
    means "PHP-FPM ended a script that ran too long. The visitor saw 502."
    likely "A slow query or outside service, or request_terminate_timeout is too short."
    like "[01-Mar-2026 10:00:00] WARNING: [pool www] child 4242, script '/var/www/html/report.php' (request: \"GET /report.php\") execution timed out (31.250000 sec), terminating";

    "php-slow" Reason SlowRequests
    when [words(&["executing too slow"])]
    means "A script ran longer than the slow log’s limit. The slow log names the function."
    likely "A slow query, or a call to another service."
    like "[01-Mar-2026 10:00:00] WARNING: [pool www] child 4242, script '/var/www/html/index.php' (request: \"GET /index.php\") executing too slow (6.104 sec), logging";

    "php-crash" Reason Updates
    when [
        words(&["[pool ", "] child ", " exited on signal 11"]),
        words(&["[pool ", "] child ", " exited on signal 6"]),
        words(&["[pool ", "] child ", " exited on signal 7"]),
        words(&["[pool ", "] child ", " exited on signal 4"]),
        words(&["php-fpm", " exited on signal 11"]),
        words(&["*** error in `php"]),
        words(&["-fpm", "segfault at"]),
        words(&["-fpm", "general protection"]),
        words(&["php-cgi", "segfault at"]),
        words(&["zend_mm_heap corrupted"]),
        words(&["corrupted double-linked list"]).only(&[Source::Php]),
    ]
    means "A PHP worker crashed. The visitor saw 502."
    likely "A broken extension (opcache, too), or versions that do not fit after an update."
    like "[01-Mar-2026 10:00:00] WARNING: [pool www] child 4242 exited on signal 11 (SIGSEGV - core dumped) after 12.345678 seconds from start";

    "php-killed" Reason Resources
    when [words(&["[pool ", "] child ", " exited on signal 9"]), words(&["php-fpm", " exited on signal 9"])]
    means "Something ended a PHP worker by force."
    likely "The system ran out of memory. Its own log says so."
    like "[01-Mar-2026 10:00:00] WARNING: [pool www] child 4242 exited on signal 9 (SIGKILL) after 85.123456 seconds from start";

    "php-no-listen" Reason UpstreamAddress
    when [words(&["unable to bind listening socket"]), words(&["failed to create new listening socket"])]
    means "PHP-FPM could not start: it cannot make its socket or take its port."
    likely "The folder of the socket is missing, or the port is taken."
    like "[01-Mar-2026 10:00:00] ERROR: unable to bind listening socket for address '/run/php/php8.2-fpm.sock': No such file or directory (2)";

    "php-second-instance" Reason FpmRestart
    when [words(&["fpm instance seems to already listen on"])]
    means "PHP-FPM could not start: another one has the same socket."
    likely "An old PHP-FPM still runs, or two pools name one socket."
    like "[01-Mar-2026 10:00:00] ERROR: An another FPM instance seems to already listen on /run/php/php8.2-fpm.sock";

    "php-socket-rights" Reason SocketRights
    when [words(&[" acl set, listen.owner"])]
    means "The pool has both access lists and an owner. PHP-FPM ignores the owner."
    likely "listen.acl_users is set. Name nginx’s user there, or remove that line."
    like "[01-Mar-2026 10:00:00] WARNING: [pool www] ACL set, listen.owner = 'nginx' is ignored";

    "php-no-user" Reason SocketRights
    when [words(&["cannot get uid for "]), words(&["cannot get gid for "]), words(&["please specify user and group other than root"])]
    means "PHP-FPM could not start: the pool names a user or group that does not exist."
    likely "The file came from another system. Debian’s user is www-data, RHEL’s is apache or nginx."
    like "[01-Mar-2026 10:00:00] ERROR: [pool www] cannot get uid for user 'nginx'";

    "php-no-start" Symptom ApplicationLog
    when [words(&["fpm initialization failed"])]
    means "PHP-FPM did not start. The line before this one names the reason."
    likely "A mistake in a pool’s file."
    like "[01-Mar-2026 10:00:00] ERROR: FPM initialization failed";

    "php-memory" Reason PhpLimits
    when [words(&["allowed memory size of ", "exhausted"]), words(&["php fatal error", "out of memory (allocated"]), words(&["out of memory (allocated", "tried to allocate"])]
    means "A script wanted more memory than PHP grants it."
    likely "A plug-in that loads too much at once, or a limit that is too low."
    like "PHP Fatal error:  Allowed memory size of 134217728 bytes exhausted (tried to allocate 20480 bytes) in /var/www/html/wp-includes/class-wpdb.php on line 2056";

    "php-time" Reason PhpLimits
    when [words(&["maximum execution time of "]), words(&["maximum execution time exceeded"])]
    means "A script ran longer than PHP allows."
    likely "An import, a backup or a slow outside service."
    like "PHP Fatal error:  Maximum execution time of 30 seconds exceeded in /var/www/html/wp-includes/http.php on line 320";

    "php-no-script" Reason MissingPage
    when [words(&["primary script unknown"]), words(&["no input file specified"])]
    means "PHP-FPM did not find the file that nginx named. Visitors saw “File not found”."
    likely "SCRIPT_FILENAME or root is wrong, or PHP-FPM may not read the folder."
    like "2026/03/01 10:00:00 [error] 7#7: *1 FastCGI sent in stderr: \"Primary script unknown\" while reading response header from upstream, client: 192.0.2.1, server: example.com";

    "php-script-denied" Reason AccessRules
    when [words(&["access to the script ", "has been denied"])]
    means "PHP-FPM refuses to run this file, because of its ending."
    likely "security.limit_extensions allows .php only, or the path of the request is odd."
    like "2026/03/01 10:00:00 [error] 7#7: *1 FastCGI sent in stderr: \"Access to the script '/var/www/html/style.css' has been denied (see security.limit_extensions)\" while reading response header from upstream";

    "php-script-unreadable" Reason AccessRules
    when [words(&["unable to open primary script"])]
    means "PHP-FPM found the file and may not read it."
    likely "The pool’s user has no right to the file or its folder."
    like "2026/03/01 10:00:00 [error] 7#7: *1 FastCGI sent in stderr: \"Unable to open primary script: /var/www/html/index.php (Permission denied)\" while reading response header from upstream";

    "php-fatal" Reason ApplicationError
    when [
        words(&["php ", "fatal error"]).general(),
        words(&["fatal error: ", ".php"]).general(),
        words(&["php parse error"]).general(),
        words(&["parse error: ", ".php"]).general(),
        words(&["uncaught error: ", ".php"]).general(),
        words(&["uncaught exception", ".php"]).general(),
        words(&["uncaught typeerror", ".php"]).general(),
        words(&["php catchable fatal error"]).general(),
        words(&["recoverable fatal error", ".php"]).general(),
        words(&["unable to load dynamic library"]).without(&["php startup: unable", "php warning"]).general(),
    ]
    means "The application ended with an error. The line names file and line."
    likely "A bug, a missing file, or a plug-in that does not fit this PHP."
    like "PHP Fatal error:  Uncaught Error: Call to undefined function wp_cache_get() in /var/www/html/wp-content/plugins/shop/shop.php:12";

    "php-extension-missing" Reason Updates
    when [
        words(&["php startup: unable to load dynamic library"]),
        words(&["php warning", "unable to load dynamic library"]),
        words(&["call to undefined function mysqli"]),
        words(&["call to undefined function mysql_"]),
        words(&["call to undefined function curl_"]),
        words(&["call to undefined function mb_"]),
        words(&["call to undefined function simplexml"]),
        words(&["class \"redis\" not found"]),
        words(&["class 'redis' not found"]),
        words(&["class \"memcached\" not found"]),
        words(&["class 'memcached' not found"]),
        words(&["class \"imagick\" not found"]),
        words(&["class 'imagick' not found"]),
        words(&["class \"ziparchive\" not found"]),
        words(&["class 'ziparchive' not found"]),
        words(&["class \"domdocument\" not found"]),
        words(&["class 'domdocument' not found"]),
        words(&["class \"mysqli\" not found"]),
        words(&["class 'mysqli' not found"]),
        words(&["class \"numberformatter\" not found"]),
        words(&["class 'numberformatter' not found"]),
        words(&["class \"soapclient\" not found"]),
        words(&["class 'soapclient' not found"]),
        words(&["class \"simplexmlelement\" not found"]),
        words(&["class 'simplexmlelement' not found"]),
        words(&["class \"intldateformatter\" not found"]),
        words(&["class 'intldateformatter' not found"]),
        words(&["class \"pdo\" not found"]),
        words(&["class 'pdo' not found"]),
        words(&["could not find driver"]),
        words(&["your php installation appears to be missing the mysql extension"]),
    ]
    means "PHP lacks an extension that the application needs, or cannot load one."
    likely "After an update of PHP its extensions were not installed for the new version."
    like "PHP Fatal error:  Uncaught Error: Call to undefined function mysqli_connect() in /var/www/html/db.php:3";

    "php-class-missing" Reason ApplicationError
    when [
        words(&["vendor/autoload.php", "failed to open stream"]),
        words(&["failed opening required", ".php"]),
        words(&["class \"", "\" not found in "]).general(),
        words(&["class '", "' not found in "]).general(),
    ]
    means "PHP did not find a file or class of the application. Visitors saw 500."
    likely "The upload or installation is not complete: run composer install, or upload the files again."
    like "PHP Fatal error:  Uncaught Error: Failed opening required '/var/www/html/vendor/autoload.php' (include_path='.:/usr/share/php') in /var/www/html/index.php:3";

    "php-storage-denied" Reason AccessRules
    when [
        words(&["the stream or file", "could not be opened"]).error(&[Denied]),
        words(&["the stream or file", "permission denied"]),
        words(&["file_put_contents(", "failed to open stream"]).error(&[Denied]),
        words(&["failed to open stream: permission denied"]),
        words(&["could not be created: permission denied"]),
        words(&["unable to create the ", " directory"]).only(&[Source::Php]),
        words(&["the ", "bootstrap/cache directory must be present and writable"]),
        words(&["unable to write in the ", " directory"]),
        words(&["failed to clear cache. make sure you have the appropriate permissions"]),
    ]
    means "The application may not write its own log, cache or storage folder, so its pages end with 500."
    likely "The folder belongs to another user, often root after a command by hand. Give it to the user that PHP runs as."
    like "The stream or file \"/var/www/html/storage/logs/laravel.log\" could not be opened in append mode: failed to open stream: Permission denied";

    "php-script-not-open" Reason MissingPage
    when [words(&["failed opening '", "' for inclusion"]), words(&["failed to open stream: no such file or directory"])]
    means "PHP did not find a file that the application wants to read."
    likely "It was not uploaded, or its path is another one since a move."
    like "PHP Warning:  include(/var/www/html/inc/menu.php): failed to open stream: No such file or directory in /var/www/html/index.php on line 3";

    "php-upload-limit" Reason PhpLimits
    when [
        words(&["post content-length of ", "exceeds the limit of"]),
        words(&["exceeds the upload_max_filesize"]),
        words(&["upload_max_filesize directive"]),
    ]
    means "A visitor’s upload is larger than PHP allows."
    likely "post_max_size or upload_max_filesize is lower than the web server’s own limit."
    like "PHP Warning:  POST Content-Length of 12582912 bytes exceeds the limit of 8388608 bytes in Unknown on line 0";

    "php-session-denied" Reason AccessRules
    when [words(&["session_start(): ", "failed"]), words(&["failed to write session data"]), words(&["failed to read session data"])]
    means "PHP cannot keep its sessions, so visitors cannot log in."
    likely "The folder of sessions belongs to another user, its disk is full, or its Redis is down."
    like "PHP Warning:  session_start(): open(/var/lib/php/sessions/sess_a, O_RDWR) failed: Permission denied (13) in /var/www/html/index.php on line 2";

    "php-hhvm-crash" Reason Updates
    when [words(&["core dumped: segmentation fault"]), words(&["hhvm", "segmentation fault"]), words(&["runtime: hhvm"]), words(&["hhvm", "core dumped"]), words(&["core dumped: aborted"])]
    means "The program that runs the PHP pages (HHVM) crashed."
    likely "A bug in it. HHVM no longer runs PHP since its version 4: move to PHP-FPM."
    like "Core dumped: Segmentation fault";

    "php-stopped" Harmless FpmStatus
    when [words(&["[pool ", "] child ", " exited on signal 15"])]
    means "PHP-FPM ended this worker on purpose, because it was restarted or stopped."
    likely "An update, or a command by hand. It is no crash."
    like "[01-Mar-2026 10:00:00] WARNING: [pool www] child 4242 exited on signal 15 (SIGTERM) after 286.989870 seconds from start";

    "php-fpm-config" Reason FpmStatus
    when [
        words(&["failed to load configuration file"]).only(&[Source::Php]),
        words(&["fpm", "unable to include"]),
        words(&["no pool defined"]),
        words(&["[pool ", "pm.start_servers(", "must not be"]),
        words(&["[pool ", "pm.max_children must be"]),
        words(&["[pool ", "chdir path", "does not exist"]),
        words(&["unknown entry '"]).only(&[Source::Php]),
        words(&["failed to open error_log"]),
        words(&["failed to post process the configuration"]),
    ]
    means "PHP-FPM did not start: it does not take its configuration."
    likely "A mistake in a pool’s file. The line names it, and php-fpm -t tests it."
    like "[01-Mar-2026 10:00:00] ERROR: [pool www] pm.start_servers(10) must not be less than pm.min_spare_servers(5) and not greater than pm.max_spare_servers(8)";

    "php-fork-failed" Symptom Resources
    when [words(&["fork() failed"]).only(&[Source::Php]), words(&["fork() failed: cannot allocate memory"])]
    means "PHP-FPM could not start another worker."
    likely "Memory or the number of processes is used up."
    like "[01-Mar-2026 10:00:00] ERROR: [pool www] fork() failed: Cannot allocate memory (12)";

    "php-warning" Harmless ApplicationError
    when [
        words(&["php notice: "]),
        words(&["php deprecated: "]),
        words(&["php warning:  undefined "]),
        words(&["deprecated: ", " on line "]).only(&[Source::Php]),
    ]
    means "A remark of PHP about the application’s code. The page was made all the same."
    likely "Code that is older than this PHP. It is no reason for an error page."
    like "PHP Deprecated:  Creation of dynamic property Shop::$cart is deprecated in /var/www/html/shop.php on line 12";
}
