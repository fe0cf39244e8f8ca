package io.gangway.local;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes every mail that is sent on this machine, whoever it is for, and shows it on a page. Nothing leaves the machine. */
public final class Inbox implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final GreenMail server;
    private final @Nullable HttpServer page;

    private Inbox(GreenMail server, @Nullable HttpServer page) {
        this.server = server;
        this.page = page;
    }

    /** With a page at {@code port}; mail is taken at {@code smtpPort}. Ends with this program. */
    static Inbox start(int port, int smtpPort) {
        var server = mailServer(smtpPort);
        try {
            var page = HttpServer.create(new InetSocketAddress(LOOPBACK, port), 0);
            var inbox = new Inbox(server, page);
            page.createContext("/", new InboxPage(inbox::mails));
            page.start();
            return inbox;
        } catch (IOException refused) {
            server.stop();
            throw new UncheckedIOException("The inbox can't listen on port %d.".formatted(port), refused);
        }
    }

    /** Without a page, for tests. */
    public static Inbox withoutPage(int smtpPort) {
        return new Inbox(mailServer(smtpPort), null);
    }

    private static GreenMail mailServer(int smtpPort) {
        var server = new GreenMail(new ServerSetup(smtpPort, LOOPBACK, ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    String url() {
        return page == null ? "" : "http://localhost:" + page.getAddress().getPort();
    }

    /** The oldest first. */
    public List<Mail> mails() {
        return Stream.of(server.getReceivedMessages()).map(Mail::read).toList();
    }

    @Override
    public void close() {
        if (page != null) {
            page.stop(0);
        }
        server.stop();
    }
}
