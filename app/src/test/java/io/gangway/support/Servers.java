package io.gangway.support;

import io.gangway.local.Inbox;
import io.gangway.local.KeycloakProcess;
import io.gangway.local.KeycloakSettings;
import io.gangway.local.Ports;
import io.gangway.local.PostgresProcess;
import io.gangway.local.PostgresSettings;
import io.gangway.local.RealmFile;
import io.gangway.local.RealmSettings;
import io.gangway.local.RealmUser;
import io.gangway.local.ServiceClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** The servers beside the platform: PostgreSQL at once, Keycloak meanwhile, since few tests need a login. */
public final class Servers {
    public static final String PASSWORD = "correct-horse-battery";
    public static final String ERP_CLIENT = "erp-of-clara";
    public static final String STRANGE_CLIENT = "erp-of-nobody";
    public static final String CLIENT_SECRET = "not-a-secret-outside-of-this-test";

    /** Who has a login. {@code nobody} belongs to no organization. */
    static final List<String> PEOPLE =
            List.of("anna", "bo", "clara", "nora", "olga", "oscar", "pia", "cleo", "paul", "otto", "hanna", "nobody");

    private static final String PORTAL_SECRET = "portal-secret-of-the-tests";
    private static final String ADMINISTRATION_SECRET = "administration-secret-of-the-tests";
    private static final int MAIL_PORT = freePort();
    private static final Inbox INBOX = Inbox.withoutPage(MAIL_PORT);
    private static final int PORT = freePort();
    private static final int MANAGEMENT_PORT = freePort();
    private static final int KEYCLOAK_PORT = freePort();
    private static final Path FOLDER = emptyFolder("servers");
    private static final PostgresProcess POSTGRES = PostgresProcess.start(
            PostgresSettings.in(FOLDER.resolve("postgres")).notDurable());
    private static final CompletableFuture<KeycloakProcess> KEYCLOAK = CompletableFuture.supplyAsync(
            () -> KeycloakProcess.start(KeycloakSettings.in(FOLDER.resolve("keycloak"), POSTGRES, realm())
                    .onPort(KEYCLOAK_PORT)),
            work -> Thread.ofPlatform().name("keycloak-start").daemon().start(work));

    private Servers() {}

    public static PostgresProcess postgres() {
        return POSTGRES;
    }

    /** Where the platform shows its figures. */
    public static Http management() {
        return new Http("http://localhost:" + MANAGEMENT_PORT);
    }

    /** The realm of the tests, where tokens are asked for. */
    public static String issuer() {
        return "http://localhost:%d/realms/gangway".formatted(KEYCLOAK_PORT);
    }

    /** All mail that was sent. */
    public static Inbox inbox() {
        return INBOX;
    }

    /** Where the platform answers. */
    public static String url() {
        return "http://localhost:" + PORT;
    }

    /** Returns when people can log in. */
    public static KeycloakProcess keycloak() {
        return KEYCLOAK.join();
    }

    /** The settings by which a platform finds its servers, as in production by environment. */
    public static Map<String, Object> settings(PostgresProcess postgres) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("gangway.database.url", postgres.jdbcUrl("gangway"));
        settings.put("gangway.database.owner.username", postgres.owner().username());
        settings.put("gangway.database.owner.password", postgres.owner().password());
        settings.put("gangway.database.portal.username", postgres.portal().username());
        settings.put("gangway.database.portal.password", postgres.portal().password());
        settings.put("gangway.database.worker.username", postgres.worker().username());
        settings.put("gangway.database.worker.password", postgres.worker().password());
        settings.put("spring.mail.host", "localhost");
        settings.put("spring.mail.port", Integer.toString(MAIL_PORT));
        settings.put("gangway.identity.issuer", issuer());
        settings.put("gangway.identity.client-id", RealmFile.PORTAL_CLIENT);
        settings.put("gangway.identity.client-secret", PORTAL_SECRET);
        settings.put("gangway.identity.admin.client-secret", ADMINISTRATION_SECRET);
        settings.put("gangway.public-url", url());
        settings.put("gangway.vault.master-key", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
        settings.put("server.address", "127.0.0.1");
        settings.put("management.server.port", 0);
        return settings;
    }

    /** The first column of what a query finds, seen with nobody's eyes but the superuser's. */
    public static List<String> rows(String sql) {
        return rows(POSTGRES, sql);
    }

    public static List<String> rows(PostgresProcess postgres, String sql) {
        try (var connection = postgres.connect("gangway", postgres.superuser());
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        } catch (SQLException refused) {
            throw new IllegalArgumentException("The query failed: " + sql, refused);
        }
    }

    /** Statements as the superuser runs them. */
    public static void execute(String sql) {
        try (var connection = POSTGRES.connect("gangway", POSTGRES.superuser());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalArgumentException("The statement failed: " + sql, refused);
        }
    }

    /** A folder of this run's own. */
    public static Path emptyFolder(String name) {
        var folder = Path.of("target", "platform", name).toAbsolutePath();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException held) {
            throw new UncheckedIOException(held);
        }
        return folder;
    }

    public static int freePort() {
        return Ports.free();
    }

    private static RealmFile realm() {
        var realm = RealmFile.of(new RealmSettings(url(), PORTAL_SECRET, ADMINISTRATION_SECRET, MAIL_PORT))
                .withServiceClient(
                        new ServiceClient(ERP_CLIENT, CLIENT_SECRET, List.of("shipments:read", "orders:write")))
                .withServiceClient(new ServiceClient(STRANGE_CLIENT, CLIENT_SECRET, List.of("shipments:read")));
        for (var name : PEOPLE) {
            realm = realm.withUser(new RealmUser(name, email(name), name, "Example", PASSWORD));
        }
        return realm;
    }

    static String email(String name) {
        return name + "@people.example";
    }

    /** Points a Spring context to the servers. */
    static final class Connected implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var settings = settings(POSTGRES);
            settings.put("server.port", PORT);
            settings.put("management.server.port", MANAGEMENT_PORT);
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test-servers", settings));
        }
    }
}
