package io.gangway.crash;

import io.gangway.Application;
import io.gangway.support.Http;
import io.gangway.support.Tenancies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * The product in a process of its own, to be killed. At its first start it connects a sender and writes down where and
 * with which secret to post; at every start it then says that it is ready.
 */
final class SeededApplication {
    private SeededApplication() {}

    public static void main(String[] arguments) {
        var folder = Path.of(arguments[0]);
        var application = new SpringApplication(Application.class);
        application.addInitializers(context -> {
            var beans = (org.springframework.context.support.GenericApplicationContext) context;
            beans.registerBean(Http.class, () -> new Http(""));
            beans.registerBean(Tenancies.class);
        });
        application.addListeners((ApplicationListener<ApplicationReadyEvent>) ready -> {
            try {
                var sender = folder.resolve("sender");
                if (!Files.exists(sender)) {
                    var tenancies = ready.getApplicationContext().getBean(Tenancies.class);
                    var feed = tenancies.feed(tenancies.partner("Northwind"), "easypost");
                    Files.write(sender, List.of(feed.endpoint().path(), feed.secret()));
                }
                Files.createFile(folder.resolve("ready"));
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
        });
        application.run();
    }
}
