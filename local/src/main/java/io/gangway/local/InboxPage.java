package io.gangway.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mails as a page: a list, the newest first, and each as it looks. What is in them is shown, and never run. */
final class InboxPage implements HttpHandler {
    private static final Pattern ONE = Pattern.compile("/(\\d{1,6})");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

    private static final String STYLE = """
            :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
            body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.3rem; } a { color: light-dark(#0b6b6b, #5cc9c4); }
            li { list-style: none; padding: 0.6rem 0; border-bottom: 1px solid light-dark(#ddd, #444); } ul { padding: 0; }
            small { opacity: 0.75; } pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
            iframe { width: 100%; height: 32rem; border: 1px solid light-dark(#ddd, #444); border-radius: 6px; background: #fff; }
            """;

    private final Supplier<List<Mail>> mails;

    InboxPage(Supplier<List<Mail>> mails) {
        this.mails = mails;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var received = mails.get();
        var path = exchange.getRequestURI().getPath();
        var one = ONE.matcher(path);
        if (path.equals("/")) {
            answer(exchange, 200, list(received));
        } else if (one.matches() && number(one) < received.size()) {
            answer(exchange, 200, mail(received.get(number(one))));
        } else {
            answer(exchange, 404, "<h1>There is no such mail</h1><p><a href=\"/\">All mail</a></p>");
        }
    }

    private static int number(Matcher one) {
        return Integer.parseInt(one.group(1));
    }

    private static String list(List<Mail> received) {
        var page = new StringBuilder("<h1>Mail sent on this machine</h1>");
        if (received.isEmpty()) {
            page.append("<p>Nothing yet. Invite somebody in the portal, under Members, and reload this page.</p>");
        }
        page.append("<ul>");
        for (int i = received.size() - 1; i >= 0; i--) {
            var mail = received.get(i);
            page.append("<li><a href=\"/%d\">%s</a><br><small>to %s, %s</small></li>"
                    .formatted(i, escaped(mail.subject()), escaped(mail.to()), mail.sentAt()));
        }
        return page.append("</ul>").toString();
    }

    private static String mail(Mail mail) {
        var page =
                new StringBuilder("<p><a href=\"/\">All mail</a></p><h1>%s</h1><p><small>from %s to %s, %s</small></p>"
                        .formatted(escaped(mail.subject()), escaped(mail.from()), escaped(mail.to()), mail.sentAt()));
        if (!mail.html().isEmpty()) {
            // Sandboxed: no script runs, and links open beside.
            page.append(
                    "<iframe title=\"The mail\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\" srcdoc=\"%s\"></iframe>"
                            .formatted(escaped("<base target=\"_blank\">" + mail.html())));
        }
        if (!mail.text().isEmpty()) {
            page.append("<h2>As text</h2><pre>%s</pre>".formatted(linked(mail.text())));
        }
        return page.toString();
    }

    private static String linked(String text) {
        var linked = new StringBuilder();
        var link = LINK.matcher(text);
        var end = 0;
        while (link.find()) {
            var address = escaped(link.group());
            linked.append(escaped(text.substring(end, link.start())))
                    .append("<a href=\"%s\">%s</a>".formatted(address, address));
            end = link.end();
        }
        return linked.append(escaped(text.substring(end))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static void answer(HttpExchange exchange, int status, String content) throws IOException {
        var page = """
                <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>Inbox</title><style>%s</style><body><main>%s</main></body></html>""".formatted(STYLE, content);
        var bytes = page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }
}
