//! Lines and pages of Cloudflare.

use crate::logs::pattern::{Sign, patterns, sign, words};

patterns! { EDGE of Edge:
    "cloudflare-520" Symptom Origin
    when [
        sign(Sign::EdgeCode("520")),
        words(&["web server is returning an unknown error"]),
    ]
    means "Your server answered Cloudflare with something it could not read, or hung up."
    likely "A crash, headers over 128 kB, or an empty answer."
    like "<title>example.com | 520: Web server is returning an unknown error</title>";

    "cloudflare-521" Symptom Origin
    when [
        sign(Sign::EdgeCode("521")),
        words(&["web server is down"]),
    ]
    means "Your server refused Cloudflare’s connection."
    likely "The web server is stopped, or a firewall blocks Cloudflare’s addresses."
    like "Error 521: Web server is down";

    "cloudflare-522" Symptom AllowCdn
    when [
        sign(Sign::EdgeCode("522")),
        words(&["522: connection timed out"]),
    ]
    means "Your server did not answer Cloudflare’s connection at all."
    likely "A firewall drops the packets, the address is old, or the server is overloaded."
    like "error code: 522";

    "cloudflare-523" Symptom DnsRecords
    when [
        sign(Sign::EdgeCode("523")),
        words(&["523: origin is unreachable"]),
        words(&["origin is unreachable"]),
    ]
    means "No route leads from Cloudflare to your server."
    likely "The address in Cloudflare’s DNS is wrong or old."
    like "Error 523: Origin is unreachable";

    "cloudflare-524" Symptom SlowRequests
    when [
        sign(Sign::EdgeCode("524")),
        words(&["524: a timeout occurred"]),
        words(&["a timeout occurred", "error code 524"]),
    ]
    means "Your server took the request and was not done after about 100 seconds."
    likely "A long export, import or query. Let it run in the background."
    like "{\"ClientRequestHost\":\"example.com\",\"EdgeResponseStatus\":524}";

    "cloudflare-525" Symptom CdnTls
    when [
        sign(Sign::EdgeCode("525")),
        words(&["525: ssl handshake failed"]),
    ]
    means "Cloudflare and your server could not agree on a secure connection."
    likely "Port 443 has no certificate, or TLS versions do not fit."
    like "Error 525: SSL handshake failed";

    "cloudflare-526" Symptom CdnTls
    when [
        sign(Sign::EdgeCode("526")),
        words(&["526: invalid ssl certificate"]),
    ]
    means "Your server’s own certificate is not valid, and Cloudflare is told to check it."
    likely "It has expired, or names another site."
    like "HTTP/2 526";

    "cloudflare-527" Symptom Origin
    when [sign(Sign::EdgeCode("527"))]
    means "The link between Cloudflare and a Railgun program on your server failed."
    likely "Railgun has been retired: remove it."
    like "Error 527: Railgun Listener to origin error";

    "cloudflare-530" Symptom DnsRecords
    when [sign(Sign::EdgeCode("530"))]
    means "Cloudflare has a second error for you: a number such as 1016 stands beside it."
    likely "With 1016, the name of your server has no address. With 1033, a tunnel is down."
    like "HTTP/2 530";

    "cloudflare-1033" Symptom NetworkPath
    when [sign(Sign::EdgeCode("1033")), words(&["argo tunnel error"]), words(&["cloudflare tunnel error"]), words(&["is configured as an argo tunnel"]), words(&["is configured as a cloudflare tunnel"])]
    means "The Cloudflare tunnel of this name is down, so Cloudflare has no way to your server (1033)."
    likely "cloudflared is stopped or cannot reach Cloudflare. Start it and look into its log."
    like "Error 1033 Ray ID: 8137b904b966d184 Argo Tunnel error";

    "cloudflare-1016" Symptom DnsRecords
    when [sign(Sign::EdgeCode("1016")), sign(Sign::EdgeCode("1001")), words(&["origin dns error"]), words(&["dns resolution error", "cloudflare"])]
    means "Cloudflare found no address for your server’s name (1016 or 1001)."
    likely "A CNAME in Cloudflare’s DNS leads to a name that does not exist, or a tunnel was deleted and its record was not."
    like "Error 1016 Origin DNS error";

    "cloudflare-1000" Symptom DnsRecords
    when [
        sign(Sign::EdgeCode("1000")),
        sign(Sign::EdgeCode("1002")),
        sign(Sign::EdgeCode("1003")),
        sign(Sign::EdgeCode("1034")),
        sign(Sign::EdgeCode("1014")),
        sign(Sign::EdgeCode("1018")),
        sign(Sign::EdgeCode("1013")),
        words(&["dns points to prohibited ip"]),
        words(&["direct ip access not allowed"]),
        words(&["cname cross-user banned"]),
    ]
    means "The site’s records in Cloudflare lead where they may not: to Cloudflare itself, to another account, or nowhere."
    likely "An A record holds an address of Cloudflare, the host is not set up yet, or the address was opened instead of the name."
    like "Error 1000 DNS points to prohibited IP";

    "cloudflare-1020" Symptom SecurityRules
    when [
        sign(Sign::EdgeCode("1020")),
        sign(Sign::EdgeCode("1006")),
        sign(Sign::EdgeCode("1007")),
        sign(Sign::EdgeCode("1008")),
        sign(Sign::EdgeCode("1009")),
        sign(Sign::EdgeCode("1010")),
        sign(Sign::EdgeCode("1011")),
        sign(Sign::EdgeCode("1012")),
        words(&["access denied", "used cloudflare to restrict access"]),
        words(&["the site owner has blocked access based on"]),
    ]
    means "A firewall rule of your own at Cloudflare turned this visitor away."
    likely "A rule for countries, addresses or programs that fits more than it should. The Ray ID leads to it under Security Events."
    like "Error 1020 Access denied";

    "cloudflare-1015" Symptom UnblockVisitors
    when [sign(Sign::EdgeCode("1015")), words(&["you are being rate limited", "cloudflare"])]
    means "A limit of your own at Cloudflare turned this visitor away for a while."
    likely "The rate limiting rule is too strict, or it is a robot."
    like "Error 1015 You are being rate limited";

    "cloudflare-worker" Symptom FunctionLog
    when [
        sign(Sign::EdgeCode("1101")),
        sign(Sign::EdgeCode("1102")),
        sign(Sign::EdgeCode("1042")),
        sign(Sign::EdgeCode("1019")),
        words(&["worker threw exception"]),
        words(&["worker exceeded resource limits"]),
    ]
    means "A Worker of yours at Cloudflare failed or used too much time or memory."
    likely "An error in its code. Its log at Cloudflare names the line."
    like "Error 1101 Worker threw exception";
}
