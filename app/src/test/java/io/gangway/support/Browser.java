package io.gangway.support;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.gangway.tenant.Tenant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One real browser for all tests; each person has a window of its own. */
public final class Browser {
    private static final List<Path> PLACES = Stream.of(
                    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium")
            .map(Path::of)
            .toList();

    private static final Playwright PLAYWRIGHT =
            Playwright.create(new Playwright.CreateOptions().setEnv(environment()));
    private static final com.microsoft.playwright.Browser BROWSER = PLAYWRIGHT
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium())
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));

    private static final List<Page> OPEN = new ArrayList<>();

    private Browser() {}

    /** Ends the browser; otherwise it ends with the program. */
    public static void close() {
        PLAYWRIGHT.close();
    }

    static void closeWindows(Consumer<Page> last) {
        for (var window : OPEN) {
            last.accept(window);
            window.context().close();
        }
        OPEN.clear();
    }

    /** A window in which nobody is signed in. */
    public static Page window() {
        return window(1280, 900, ColorScheme.LIGHT);
    }

    public static Page window(int width, int height, ColorScheme scheme) {
        BrowserContext context = BROWSER.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Berlin"));
        context.setDefaultTimeout(30_000);
        var page = context.newPage();
        OPEN.add(page);
        return page;
    }

    /** A window in which a person has signed in on the identity provider's page. */
    public static Page signedIn(String person) {
        return signedIn(window(), person);
    }

    public static Page signedIn(Page page, String person) {
        Servers.keycloak();
        page.navigate(Servers.url() + "/");
        signIn(page, person);
        page.locator("vaadin-app-layout").waitFor();
        return page;
    }

    /** People have organizations of other tests as well. */
    public static Page signedIn(String person, Tenant organization) {
        var page = signedIn(person);
        switchTo(page, organization);
        return page;
    }

    public static void switchTo(Page page, Tenant organization) {
        var choice = page.locator("vaadin-select.organization");
        var shown = page.locator(".brand-organization").textContent();
        if (choice.isVisible() && !shown.equals(organization.name())) {
            choice.click();
            page.locator("vaadin-select-item")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions()
                            .setHasText(java.util.regex.Pattern.compile("^\\s*%s\\s*$".formatted(organization.name()))))
                    .click();
        }
        PlaywrightAssertions.assertThat(page.locator(".brand-organization")).hasText(organization.name());
    }

    /** On the identity provider's page, where the window is. */
    public static void signIn(Page page, String person) {
        page.locator("#username").fill(person);
        // Once there are organizations, the identity provider asks for the name first.
        if (!page.locator("#password").isVisible()) {
            page.locator("#kc-login").click();
        }
        page.locator("#password").fill(Servers.PASSWORD);
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.startsWith(Servers.url()) && !url.contains("/login/"));
    }

    /** Keeps a picture for whoever asks how the portal looks. */
    public static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    }

    private static HashMap<String, String> environment() {
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        return environment;
    }

    /** The one that {@code ./gangway test} found or brought, else where systems put it. */
    private static Path chromium() {
        var named = System.getenv("GANGWAY_CHROMIUM");
        return Stream.concat(Stream.ofNullable(named).map(Path::of), PLACES.stream())
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium in any of %s. Install it, on Debian with: apt-get install chromium"
                                .formatted(PLACES)));
    }
}
