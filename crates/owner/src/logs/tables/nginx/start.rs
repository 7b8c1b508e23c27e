//! nginx does not start or does not take its configuration: lines of the level "emerg". Files that are missing are in
//! [`super::files`].

use crate::logs::pattern::{patterns, words};
use crate::logs::reading::ErrorWord::{CannotAssign, Denied, InUse, NoFamily, PortForbidden};
use crate::logs::reading::Level::Emergency;

patterns! { START of Nginx:
    "nginx-configuration" Reason FrontReload
    when [words(&["[emerg]"]).general()]
    means "nginx did not start, or did not take its new configuration. The line says why."
    likely "Something in the configuration, or something that it needs and that is not there."
    like "nginx: [emerg] unexpected parameter in /etc/nginx/sites-enabled/site:7";

    "nginx-syntax" Reason FrontReload
    when [
        words(&["is not terminated by \";\""]).level(Emergency),
        words(&["unexpected \""]).level(Emergency),
        words(&["unexpected end of file"]).level(Emergency),
        words(&["has no opening \"{\""]).level(Emergency),
        words(&["too long parameter"]).level(Emergency),
        words(&["unexpected \";\""]).level(Emergency),
    ]
    means "nginx did not start: a semicolon, a brace or a quotation mark is missing or stands too often."
    likely "The line names file and place. The mistake can be some lines above."
    like "nginx: [emerg] directive \"root\" is not terminated by \";\" in /etc/nginx/sites-enabled/site:7";

    "nginx-unknown-directive" Reason FrontReload
    when [words(&["unknown directive"]).level(Emergency), words(&["parameter requires ngx_"]).level(Emergency)]
    means "nginx did not start: it does not know a word in the configuration."
    likely "A misspelt word, a module that is not installed, or an invisible sign from copying."
    like "nginx: [emerg] unknown directive \"prox_pass\" in /etc/nginx/sites-enabled/site:7";

    "nginx-wrong-place" Reason FrontReload
    when [words(&["directive is not allowed here"]).level(Emergency)]
    means "nginx did not start: a directive stands where it is not allowed."
    likely "A brace closes too early, or a whole server block was put into a place for a part of one."
    like "nginx: [emerg] \"server\" directive is not allowed here in /etc/nginx/nginx.conf:7";

    "nginx-arguments" Reason FrontReload
    when [
        words(&["invalid number of arguments"]).level(Emergency),
        words(&["invalid parameter"]).level(Emergency),
        words(&["invalid value"]).level(Emergency),
        words(&["invalid condition"]).level(Emergency),
        words(&["invalid variable name"]).level(Emergency),
        words(&["unknown \"", "\" variable"]).level(Emergency),
        words(&["invalid url prefix"]).level(Emergency),
        words(&["invalid host in upstream"]).level(Emergency),
        words(&["invalid port in"]).level(Emergency),
        words(&["cannot have uri part in location"]).level(Emergency),
        words(&["pcre_compile() failed"]).level(Emergency),
        words(&["pcre2_compile() failed"]).level(Emergency),
    ]
    means "nginx did not start: a directive has a value that it does not take."
    likely "A value too many or too few, http:// missing or too much, or a variable that a template did not fill in."
    like "nginx: [emerg] invalid number of arguments in \"server_name\" directive in /etc/nginx/sites-enabled/site:4";

    "nginx-duplicate" Reason FrontReload
    when [
        words(&["is duplicate"]).level(Emergency),
        words(&["duplicate listen options"]).level(Emergency),
        words(&["a duplicate default server"]).level(Emergency),
        words(&["duplicate upstream"]).level(Emergency),
        words(&["duplicate location"]).level(Emergency),
        words(&["a duplicate "]).level(Emergency),
    ]
    means "nginx did not start: something is said twice that may be said once only."
    likely "Two files define the same, often a backup copy or Debian’s default site in the same folder."
    like "nginx: [emerg] a duplicate default server for 0.0.0.0:80 in /etc/nginx/sites-enabled/site:2";

    "nginx-upstream-name" Reason UpstreamName
    when [words(&["host not found in upstream"]), words(&["no host in upstream"]).level(Emergency)]
    means "nginx could not find the address of the application’s name, so it did not start."
    likely "The name is misspelt, or its DNS or container was not there yet."
    like "2026/03/01 10:00:00 [emerg] 1#1: host not found in upstream \"app\" in /etc/nginx/conf.d/default.conf:12";

    "nginx-port-taken" Reason FrontStatus
    when [words(&["bind() to "]).error(&[InUse]), words(&["still could not bind()"])]
    means "nginx did not start: another program has its port."
    likely "Apache, another container or a second nginx runs."
    like "2026/03/01 10:00:00 [emerg] 1#1: bind() to 0.0.0.0:80 failed (98: Address already in use)";

    "nginx-no-ipv6" Reason FrontReload
    when [words(&["socket() [", "failed"]).error(&[NoFamily]), words(&["socket() "]).error(&[NoFamily]).level(Emergency)]
    means "nginx did not start: it was told to listen on IPv6, and this machine has none."
    likely "IPv6 is switched off. Remove the lines “listen [::]:80” and “listen [::]:443”, or switch it on."
    like "nginx: [emerg] socket() [::]:80 failed (97: Address family not supported by protocol)";

    "nginx-port-windows" Reason FrontStatus
    when [words(&["bind() to "]).error(&[PortForbidden])]
    means "nginx did not start: Windows does not give it the port."
    likely "Another program holds it, often IIS or a service of Windows, or Windows has set it aside."
    like "2026/03/01 10:00:00 [emerg] 18072#8496: bind() to 0.0.0.0:443 failed (10013: An attempt was made to access a socket in a way forbidden by its access permissions)";

    "nginx-bind-denied" Reason FrontStatus
    when [words(&["bind() to "]).error(&[Denied])]
    means "nginx did not start: it may not take this port."
    likely "Ports below 1024 need root rights, and SELinux allows a web server certain ports only."
    like "2026/03/01 10:00:00 [emerg] 1#1: bind() to 0.0.0.0:80 failed (13: Permission denied)";

    "nginx-bind-address" Reason FrontReload
    when [words(&["bind() to "]).error(&[CannotAssign])]
    means "nginx did not start: the address in listen is not one of this machine’s."
    likely "The address is of another machine, or the network was not up yet. “listen 80” without an address takes all."
    like "2026/03/01 10:00:00 [emerg] 1#1: bind() to 203.0.113.10:80 failed (99: Cannot assign requested address)";

    "nginx-module" Reason Updates
    when [
        words(&["module ", "is not binary compatible"]).level(Emergency),
        words(&["dlopen() "]).level(Emergency),
        words(&["module ", "version ", "instead of"]).level(Emergency),
    ]
    means "nginx did not start: a module does not fit it or is not there."
    likely "nginx was updated and the module was not. Update both from the same source."
    like "nginx: [emerg] module \"/usr/lib/nginx/modules/ngx_http_geoip2_module.so\" version 1018000 instead of 1022001 in /etc/nginx/modules-enabled/50-mod.conf:1";

    "nginx-no-user" Reason FrontReload
    when [words(&["getpwnam(\""]), words(&["getgrnam(\""])]
    means "nginx did not start: the user in its configuration does not exist here."
    likely "The file came from another system. Debian’s user is www-data, nginx’s own packages have nginx."
    like "nginx: [emerg] getpwnam(\"www-data\") failed in /etc/nginx/nginx.conf:1";

    "nginx-names-hash" Reason FrontReload
    when [words(&["could not build ", "_hash"]).level(Emergency), words(&["could not build the ", "hash"]).level(Emergency)]
    means "nginx did not start: a server name is longer than its table has room for."
    likely "Raise server_names_hash_bucket_size, or the directive that the line names."
    like "nginx: [emerg] could not build server_names_hash, you should increase server_names_hash_bucket_size: 64";

    "nginx-no-servers" Reason EachBackend
    when [words(&["no servers are inside upstream"]).level(Emergency)]
    means "nginx did not start: an upstream has no server in it."
    likely "A template found no running container, or all servers are commented out."
    like "nginx: [emerg] no servers are inside upstream in /etc/nginx/conf.d/default.conf:64";

    "nginx-name-twice" Symptom FrontReload
    when [words(&["conflicting server name"])]
    means "Two server blocks have the same name and port, so nginx leaves one of them out."
    likely "A second file with the same server_name, often a backup copy in the same folder."
    like "nginx: [warn] conflicting server name \"example.com\" on 0.0.0.0:80, ignored";

    "nginx-deprecated" Harmless Updates
    when [
        words(&["directive is deprecated"]),
        words(&["protocol options redefined for"]),
    ]
    means "nginx takes this line still, and asks for its newer form. That is harmless."
    likely "The configuration was written for an older nginx. The line names what to write instead."
    like "nginx: [warn] the \"listen ... http2\" directive is deprecated, use the \"http2\" directive instead in /etc/nginx/sites-enabled/site:2";

    "nginx-leftovers" Harmless FrontStatus
    when [
        words(&["open socket #", "left in connection"]),
        words(&["ignoring stale global ssl error"]),
        words(&["io_setup() failed"]),
        words(&["could not get list of", "aborting"]),
    ]
    means "nginx notes something from its own stopping or starting. Visitors do not notice."
    likely "A reload while connections were open. It needs no action."
    like "2026/03/01 10:00:00 [alert] 7#7: *12 open socket #11 left in connection 5";
}
