//! Lines and pages of delivery networks and load balancers: Cloudflare, CloudFront, Amazon's load balancers.

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
        sign(Sign::EdgeCode("1003")),
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
        sign(Sign::EdgeCode("1019")),
        words(&["worker threw exception"]),
        words(&["worker exceeded resource limits"]),
    ]
    means "A Worker of yours at Cloudflare failed or used too much time or memory."
    likely "An error in its code. Its log at Cloudflare names the line."
    like "Error 1101 Worker threw exception";
}

patterns! { AWS of Aws:
    "cloudfront-connect" Symptom Origin
    when [
        words(&["cloudfront wasn't able to connect to the origin"]),
        words(&["can't connect to the server for this app or website"]).without(&["request blocked", "bad request"]),
        words(&["origincommerror"]),
        words(&["originconnecterror"]),
        words(&["cloudfront attempted to establish a connection with the origin"]),
        words(&["origindnserror"]),
        words(&["cloudfront wasn't able to resolve the origin domain name"]),
    ]
    means "CloudFront could not connect to your server. Visitors saw 502 or 504."
    likely "The server is stopped, its certificate is not valid for the origin’s name, or a firewall keeps CloudFront’s addresses out."
    like "502 ERROR The request could not be satisfied. CloudFront wasn't able to connect to the origin. Generated by cloudfront (CloudFront)";

    "cloudfront-blocked" Symptom AllowCdn
    when [
        words(&["request blocked. we can't connect to the server"]),
        words(&["the request could not be satisfied", "request blocked"]),
        words(&["bad request. we can't connect to the server"]),
        words(&["the request could not be satisfied", "bad request"]),
        words(&["the distribution does not match the certificate"]),
        words(&["the distribution is not configured to allow the http request method"]),
        words(&["the amazon cloudfront distribution is configured to block access from your country"]),
    ]
    means "CloudFront refused the request itself. The page names the reason."
    likely "The name is not among the distribution’s alternate names, a firewall rule (WAF) or a country is blocked, or the server did not answer."
    like "403 ERROR The request could not be satisfied. Request blocked. We can't connect to the server for this app or website at this time.";

    "cloudfront-function" Symptom FunctionLog
    when [words(&["lambdaexecutionerror"]), words(&["lambdavalidationerror"]), words(&["lambda function associated with the cloudfront distribution"]), words(&["functionexecutionerror"])]
    means "A function of yours inside CloudFront failed. Visitors saw 502 or 503."
    likely "An error in the function, or an answer that CloudFront does not take. Its log is in the region of the visitor."
    like "The Lambda function associated with the CloudFront distribution was throttled. Generated by cloudfront (CloudFront)";

    "aws-target-error" Status ApplicationLog
    when [sign(Sign::TargetAnswered(&[500, 501, 502, 503, 504, 505, 520]))]
    means "Your own server behind the load balancer gave this error; the balancer only passed it on."
    likely "Look into the log of the server that the line names, not at the balancer."
    like "2026-03-01T10:00:00.991796Z my-lb 192.0.2.1:43326 10.0.0.5:80 0.00008 0.000626 0.000057 503 503 566 326 \"POST http://example.com:80/api HTTP/1.0\" \"app/1.0\" - -";

    "aws-balancer-502" Status AskBackend
    when [sign(Sign::BalancerAnswered(&[502])), sign(Sign::BalancerAnswered(&[500]))]
    means "The load balancer got no valid answer from your server (502)."
    likely "The server closed the connection, often because it keeps idle ones for a shorter time than the balancer’s 60 seconds. Or it crashed."
    like "http 2026-03-01T10:00:00.186641Z app/my-lb/50dc6c495c0c9188 192.0.2.1:2817 10.0.0.5:80 0.000 0.001 -1 502 - 34 366 \"GET http://example.com:80/ HTTP/1.1\" \"curl\" - -";

    "aws-balancer-503" Status EachBackend
    when [sign(Sign::BalancerAnswered(&[503])), words(&["503 service temporarily unavailable", "awselb"])]
    means "The load balancer has no healthy server to ask (503)."
    likely "No server is registered in the target group, or all fail the health check."
    like "http 2026-03-01T10:00:00.186641Z app/my-lb/50dc6c495c0c9188 192.0.2.1:2817 - -1 -1 -1 503 - 34 366 \"GET http://example.com:80/ HTTP/1.1\" \"curl\" - -";

    "aws-balancer-504" Status SlowRequests
    when [sign(Sign::BalancerAnswered(&[504]))]
    means "Your server did not answer the load balancer in time (504)."
    likely "A page slower than the idle time-out, 60 seconds, or a security group that drops the packets."
    like "http 2026-03-01T10:00:00.186641Z app/my-lb/50dc6c495c0c9188 192.0.2.1:2817 10.0.0.5:80 -1 -1 -1 504 - 34 366 \"GET http://example.com:80/ HTTP/1.1\" \"curl\" - -";

    "aws-balancer-client" Status SlowRequests
    when [sign(Sign::BalancerAnswered(&[460, 400, 408, 463, 464]))]
    means "The visitor left before the answer came, or sent something that the load balancer does not take."
    likely "460 is a visitor who closed the connection; others are robots mostly. Some such lines are normal."
    like "http 2026-03-01T10:00:00.186641Z app/my-lb/50dc6c495c0c9188 192.0.2.1:2817 10.0.0.5:80 0.001 4.205 -1 460 - 125 0 \"GET http://example.com:80/ HTTP/1.1\" \"curl\" - -";

    "aws-unhealthy" Symptom HealthChecks
    when [
        words(&["target.responsecodemismatch"]),
        words(&["target.timeout"]),
        words(&["target.failedhealthchecks"]),
        words(&["health checks failed with these codes"]),
        words(&["(reason health checks failed"]),
        words(&["is unhealthy in (target-group"]),
        words(&["is unhealthy in target-group"]),
    ]
    means "The load balancer’s health check of your server fails, so it gets no requests or is replaced."
    likely "The check’s page answers with a redirect or error, the port differs, or a security group keeps the balancer out."
    like "(service web) (port 8080) is unhealthy in (target-group arn) due to (reason Health checks failed with these codes: [502])";
}
