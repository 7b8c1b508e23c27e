//! nginx opens files: pages, temporary files, its own.

use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::{Denied, NoSuchFile};
use crate::logs::reading::Level::Emergency;

patterns! { FILES of Nginx:
    "nginx-file-denied" Reason AccessRules
    when [
        words(&["open() ", "failed (13: permission denied)"]).general(),
        words(&["\" is forbidden (13: permission denied)"]),
        words(&["stat() ", "failed (13: permission denied)"]).general(),
        words(&["realpath() ", "failed (13: permission denied)"]).general(),
        words(&["opendir() ", "failed (13: permission denied)"]).general(),
        words(&["mkdir() ", "failed (13: permission denied)"]).general(),
        words(&["rename() ", "failed (13: permission denied)"]).general(),
        words(&["unlink() ", "failed (13: permission denied)"]).general(),
        words(&["createfile() "]).error(&[Denied]).general(),
    ]
    means "nginx’s user may not read or write this file, or may not look into its folder."
    likely "Wrong owner or mode of the file, or of a folder on the way: each needs the right x. SELinux can also forbid it."
    like "2026/03/01 10:00:00 [error] 7#7: *1 open() \"/var/www/html/index.html\" failed (13: Permission denied), client: 192.0.2.1, server: example.com";

    "nginx-file-missing" Symptom MissingPage
    when [
        words(&["open() "]).error(&[NoSuchFile]).without(&["[emerg]", ".pid\"", "favicon.ico", "robots.txt", "apple-touch-icon", "/etc/"]).general(),
        words(&["createfile() "]).error(&[NoSuchFile]).without(&["[emerg]", "favicon.ico", "robots.txt"]).general(),
        words(&["\" is not found (2: no such file or directory)"]).without(&["[emerg]", "favicon.ico"]).general(),
        words(&["\" failed (20: not a directory)"]).general(),
    ]
    means "The file is not there, and visitors saw 404."
    likely "root names a wrong folder, the file was not uploaded, or a robot tries addresses that never existed."
    like "2026/03/01 10:00:00 [error] 7#7: *1 open() \"/usr/share/nginx/html/about\" failed (2: No such file or directory), client: 192.0.2.1, server: example.com, request: \"GET /about HTTP/1.1\", host: \"example.com\"";

    "nginx-icon-missing" Harmless MissingPage
    when [
        words(&["open() ", "favicon.ico"]).error(&[NoSuchFile]),
        words(&["open() ", "robots.txt"]).error(&[NoSuchFile]),
        words(&["open() ", "apple-touch-icon"]).error(&[NoSuchFile]),
        words(&["createfile() ", "favicon.ico"]).error(&[NoSuchFile]),
        words(&["createfile() ", "robots.txt"]).error(&[NoSuchFile]),
        words(&["favicon.ico\" is not found"]),
    ]
    means "The file is not there, so it is answered with 404. Browsers and robots ask for it by themselves; it is harmless."
    likely "The site has no such file. If other files are missing, too, root names a wrong folder."
    like "2026/03/01 10:00:00 [error] 7#7: *1 open() \"/usr/share/nginx/html/favicon.ico\" failed (2: No such file or directory), client: 192.0.2.1, server: example.com, request: \"GET /favicon.ico HTTP/1.1\", host: \"example.com\"";

    "nginx-no-index" Reason AccessRules
    when [words(&["directory index of ", "is forbidden"])]
    means "The folder has no index page, and listing it is forbidden. Visitors saw 403."
    likely "The index file is missing, or root names a wrong folder."
    like "2026/03/01 10:00:00 [error] 7#7: *1 directory index of \"/var/www/html/\" is forbidden, client: 192.0.2.1, server: example.com";

    "nginx-redirect-cycle" Reason MissingPage
    when [words(&["rewrite or internal redirection cycle"])]
    means "The configuration sends a request round in circles, and nginx ended it with 500."
    likely "try_files or rewrite falls back to a page that does not exist."
    like "2026/03/01 10:00:00 [error] 7#7: *1 rewrite or internal redirection cycle while internally redirecting to \"/index.html\", client: 192.0.2.1, server: example.com";

    "nginx-not-running" Reason FrontStatus
    when [
        words(&["open() ", ".pid\" failed (2: no such file"]).without(&["[emerg]"]),
        words(&["invalid pid number \"\" in"]),
        words(&["kill(", "failed (3: no such process)"]),
        words(&["openevent(\"global\\ngx_"]),
    ]
    means "nginx was told to reload or stop, and it is not running."
    likely "It did not start, or it was started in another way. Start it instead."
    like "nginx: [error] open() \"/run/nginx.pid\" failed (2: No such file or directory)";

    "nginx-own-log-denied" Reason AccessRules
    when [words(&["could not open error log file"])]
    means "nginx could not open its own log."
    likely "It was started by a user that may not write there, or the folder of the log is missing. Test with sudo."
    like "nginx: [alert] could not open error log file: open() \"/var/log/nginx/error.log\" failed (13: Permission denied)";

    "nginx-start-file" Reason FrontReload
    when [
        words(&["open() "]).error(&[NoSuchFile]).level(Emergency),
        words(&["createfile() "]).error(&[NoSuchFile]).level(Emergency),
        words(&["mkdir() "]).error(&[NoSuchFile]).level(Emergency),
    ]
    means "nginx did not start: a file or folder that its configuration names does not exist."
    likely "An include, a log, a password file or a cache folder is missing, or its path is misspelt."
    like "nginx: [emerg] open() \"/etc/nginx/snippets/ssl.conf\" failed (2: No such file or directory) in /etc/nginx/sites-enabled/site:7";

    "nginx-start-denied" Reason AccessRules
    when [
        words(&["open() "]).error(&[Denied]).level(Emergency),
        words(&["mkdir() "]).error(&[Denied]).level(Emergency),
        words(&["chown("]).error(&[Denied]).level(Emergency),
        words(&["(30: read-only file system)"]).level(Emergency),
        words(&["setgid("]).error(&[Denied]).level(Emergency),
        words(&["initgroups("]).error(&[Denied]).level(Emergency),
    ]
    means "nginx did not start: it may not read or write a file that it needs."
    likely "It was started by a user without rights, the container’s file system is read-only, or SELinux forbids it."
    like "nginx: [emerg] mkdir() \"/var/cache/nginx/client_temp\" failed (13: Permission denied)";

    "nginx-own-files-denied" Harmless FrontReload
    when [words(&["\"user\" directive makes sense only if the master process runs with super-user privileges"])]
    means "nginx was started by a user who is not root, so the directive user has no effect. That is harmless."
    likely "The container or service runs without root rights, or you tested without sudo."
    like "nginx: [warn] the \"user\" directive makes sense only if the master process runs with super-user privileges, ignored in /etc/nginx/nginx.conf:2";
}
