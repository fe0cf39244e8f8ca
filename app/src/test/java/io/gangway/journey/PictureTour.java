package io.gangway.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.gangway.support.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes pictures of every view of a running {@code ./gangway run}: light and dark, wide and narrow. For the eyes of
 * those who change the portal, and for the README.
 *
 * <p>Arguments: the address, the folder for the pictures, and a file with what the run printed (names and passwords).
 */
final class PictureTour {
    private static final Pattern LOGIN = Pattern.compile("^ {2}(\\w+) +(\\w+-\\w+-\\w+-\\d+) ", Pattern.MULTILINE);

    private final String url;
    private final Path folder;
    private final Map<String, String> passwords;

    private PictureTour(String url, Path folder, Map<String, String> passwords) {
        this.url = url;
        this.folder = folder;
        this.passwords = passwords;
    }

    public static void main(String[] arguments) throws Exception {
        var printed = Files.readString(Path.of(arguments[2]));
        var passwords = LOGIN.matcher(printed)
                .results()
                .collect(Collectors.toMap(login -> login.group(1), login -> login.group(2), (one, other) -> one));
        try {
            new PictureTour(arguments[0], Path.of(arguments[1]), passwords).all();
        } finally {
            Browser.close();
        }
    }

    private void all() {
        for (var scheme : ColorScheme.values()) {
            if (scheme == ColorScheme.LIGHT || scheme == ColorScheme.DARK) {
                tour("wide", 1440, 900, scheme);
                tour("narrow", 390, 844, scheme);
            }
        }
    }

    private void tour(String size, int width, int height, ColorScheme scheme) {
        var suffix = "-" + size + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
        signInPages(Browser.window(width, height, scheme), suffix);
        var anna = signIn(Browser.window(width, height, scheme), "anna");
        picture(anna, "customer-shipments" + suffix);
        openFirst(anna, ".tone-done");
        picture(anna, "customer-shipment" + suffix);
        anna.navigate(url + "/shipments?q=nothing-like-this");
        picture(anna, "customer-nothing-found" + suffix);
        anna.navigate(url + "/access/api-keys");
        picture(anna, "customer-api-keys" + suffix);
        anna.locator("#new-key").click();
        picture(anna, "customer-new-key" + suffix);
        anna.navigate(url + "/access/oauth-clients");
        picture(anna, "customer-oauth-clients" + suffix);
        anna.locator("#new-client").click();
        picture(anna, "customer-new-client" + suffix);
        anna.navigate(url + "/access/members");
        picture(anna, "customer-members" + suffix);
        anna.locator("#invite").click();
        picture(anna, "customer-invite" + suffix);
        anna.navigate(url + "/invitations");
        picture(anna, "customer-invitations" + suffix);
        anna.navigate(url + "/access/audit");
        picture(anna, "customer-audit" + suffix);
        anna.navigate(url + "/usage");
        picture(anna, "customer-usage" + suffix);
        anna.navigate(url + "/messages");
        picture(anna, "unknown-page" + suffix);

        var nora = signIn(Browser.window(width, height, scheme), "nora");
        picture(nora, "partner-messages" + suffix);
        openFirst(nora, ".status-badge");
        picture(nora, "partner-message" + suffix);
        nora.navigate(url + "/usage");
        picture(nora, "partner-usage" + suffix);
        nora.navigate(url + "/shipments");
        picture(nora, "partner-shipments" + suffix);
        nora.navigate(url + "/codes");
        picture(nora, "partner-codes" + suffix);

        var olga = signIn(Browser.window(width, height, scheme), "olga");
        picture(olga, "operator-dead-letters" + suffix);
        olga.navigate(url + "/codes");
        picture(olga, "operator-codes" + suffix);
        olga.navigate(url + "/rate-plans");
        picture(olga, "operator-rate-plans" + suffix);
        olga.getByText("New plan").first().click();
        picture(olga, "operator-new-plan" + suffix);
        olga.navigate(url + "/shipments");
        picture(olga, "operator-shipments" + suffix);
        openFirst(olga, ".tone-done");
        picture(olga, "operator-shipment" + suffix);
    }

    private static void openFirst(Page page, String badge) {
        // Rows move while the feed plays; a click on a cell opens its row, whichever that is by then.
        page.locator("vaadin-grid-cell-content:visible:has(%s)".formatted(badge))
                .first()
                .click();
        page.locator(".detail-page").waitFor();
    }

    private void signInPages(Page page, String suffix) {
        page.navigate(url + "/");
        shoot(page, "sign-in" + suffix);
        page.locator("#username").fill("anna");
        if (!page.locator("#password").isVisible()) {
            page.locator("#kc-login").click();
        }
        page.locator("#password").fill("not it");
        page.locator("#kc-login").click();
        shoot(page, "sign-in-refused" + suffix);
    }

    private Page signIn(Page page, String person) {
        page.navigate(url + "/");
        page.locator("#username").fill(person);
        if (!page.locator("#password").isVisible()) {
            page.locator("#kc-login").click();
        }
        page.locator("#password").fill(String.valueOf(passwords.get(person)));
        page.locator("#kc-login").click();
        page.locator("vaadin-app-layout").waitFor();
        return page;
    }

    /** When the page has come to rest. */
    private void picture(Page page, String name) {
        page.locator(".list-page, .detail-page, .empty-state").first().waitFor();
        page.waitForFunction(
                "() => !document.querySelector('vaadin-connection-indicator[loading]') && document.fonts.status === 'loaded'");
        shoot(page, name);
    }

    private void shoot(Page page, String name) {
        page.waitForTimeout(700);
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    }
}
