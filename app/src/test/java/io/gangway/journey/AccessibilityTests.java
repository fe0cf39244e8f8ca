package io.gangway.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.vaadin.flow.router.Route;
import io.gangway.kernel.Environment;
import io.gangway.shipment.Orders;
import io.gangway.support.Browser;
import io.gangway.support.EasyPost;
import io.gangway.support.PlatformTest;
import io.gangway.support.Servers;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import io.gangway.tenant.MemberRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** axe-core on every view, light and wide, dark and narrow: with rows, without, and where nothing is found. */
@PlatformTest
class AccessibilityTests {
    private static final String NUMBER = "EZ7000000007";

    /** The script itself: the library around it opens a further page for every run, which takes most of the time. */
    private static final String AXE = axe();

    /** Vaadin's bar for a lost connection is the browser's top layer, in no landmark. */
    private static final String RUN = """
            async () => {
                const results = await axe.run({exclude: ['vaadin-connection-indicator']}, {resultTypes: ['violations']});
                return results.violations.flatMap(rule =>
                    rule.nodes.map(node => `${rule.impact} ${rule.id}: ${node.target} ${node.html}`));
            }""";

    /** What a sender writes without a blank must not be cut off, nor make a page wider than the window. */
    private static final String WIDER_THAN_THE_PAGE = """
            () => [...document.querySelectorAll('html, .detail-page, .detail-page .section, .list-page')]
                .filter(e => e.scrollWidth > e.clientWidth + 1)
                .map(e => `${e.tagName}.${e.className} ${e.scrollWidth} > ${e.clientWidth}`)""";

    /** The drawer leaves the page a moment after the window has become narrow. */
    private static final String SETTLED = """
            () => {
                const layout = document.querySelector('vaadin-app-layout');
                return (!layout || layout.hasAttribute('overlay'))
                    && document.getAnimations().every(a =>
                        a.playState !== 'running' || a.effect.getComputedTiming().iterations === Infinity);
            }""";

    private final Tenancies tenancies;
    private final SettableClock clock;
    private final Orders orders;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> views = new LinkedHashSet<>();

    AccessibilityTests(Tenancies tenancies, SettableClock clock, Orders orders) {
        this.tenancies = tenancies;
        this.clock = clock;
        this.orders = orders;
    }

    @Test
    void everyViewIsAccessible() {
        var acme = tenancies.customer("Acme");
        var northwind = tenancies.partner("Northwind");
        tenancies.member(acme, "cleo", MemberRole.ADMIN);
        tenancies.member(northwind, "paul", MemberRole.OWNER);
        tenancies.member(tenancies.operator(), "otto", MemberRole.PLATFORM_ADMIN);
        tenancies.account(acme, northwind);
        tenancies.apiKey(acme);
        orders.register(acme.id(), Environment.LIVE, "SO-7", List.of(NUMBER));
        var at = clock.instant().minus(Duration.ofHours(20));
        var feed = tenancies.feed(northwind, "easypost");
        var tracker = EasyPost.tracker(NUMBER).announced(at).pickedUp(at.plusSeconds(3_600));
        feed.post(tracker.json(), clock.instant());
        feed.post(
                tracker.with(at.plusSeconds(7_200), "held_at_depot", "depot", "HX", "Held-at-depot-".repeat(20), "RENO")
                        .json(),
                clock.instant());
        tenancies.feed(northwind, "easypost", "easypost", "gls").post(tracker.json(), clock.instant());

        var cleo = Browser.signedIn("cleo");
        look(cleo, "shipments", "ShipmentsView", "vaadin-grid .status-badge:visible");
        look(cleo, "shipments?q=nothing-like-this", "ShipmentsView", ".empty-state:visible");
        open(cleo, "shipments", "ShipmentView", NUMBER);
        look(cleo, "access/api-keys", "ApiKeysView", "vaadin-grid .status-badge:visible");
        look(cleo, "access/oauth-clients", "OAuthClientsView", ".empty-state:visible");
        look(cleo, "access/members", "MembersView", "vaadin-grid .status-badge:visible");
        look(cleo, "usage", "UsageView", ".minute-chart:visible");
        look(cleo, "invitations", "InvitationsView", ".empty-state:visible");
        look(cleo, "access/audit", "AuditView", "vaadin-grid .code:visible");
        look(cleo, "nowhere", "UnknownPageView", ".empty-state:visible");

        var paul = Browser.signedIn("paul");
        look(paul, "messages", "MessagesView", "vaadin-grid .status-badge:visible");
        open(paul, "messages?show=dead", "MessageView", "no-message");
        look(paul, "codes", "UnmappedCodesView", "vaadin-grid .code:visible");

        var otto = Browser.signedIn("otto");
        look(otto, "dead-letters", "DeadLettersView", "vaadin-grid .code:visible");
        look(otto, "rate-plans", "RatePlansView", "vaadin-grid vaadin-select:visible");
        look(Browser.signedIn("nobody"), "", "HomeView", ".empty-state:visible");

        newKeyDialog(cleo);
        newClientDialog(cleo);
        inviteDialog(cleo);

        assertThat(faults).isEmpty();
        assertThat(views).containsAll(routes());
    }

    /** With its faults beside the fields, and then with the secret. */
    private void newClientDialog(Page page) {
        navigate(page, "access/oauth-clients");
        page.locator("#new-client").click();
        page.getByText("With its private key; I paste its public keys (private_key_jwt)")
                .click();
        page.getByText("Create client").click();
        assertThat(page.getByText("The client needs at least one scope.").first())
                .isVisible();
        assertThat(page.getByText("The keys must be a JSON Web Key Set").first())
                .isVisible();
        check(page, "NewClientDialog", "light, wide");
        page.getByText("With a secret (client_secret_basic)").click();
        page.getByLabel("Name").fill("Odoo");
        page.getByText("shipments:read: see shipments").click();
        page.getByText("Create client").click();
        assertThat(page.locator("#issued-secret")).isVisible();
        check(page, "IssuedClientDialog", "light, wide");
        page.getByText("I have copied it").click();
        assertThat(page.locator("vaadin-grid .status-badge:visible")).hasText("Active");
        page.getByText("Revoke").first().click();
        page.locator("vaadin-confirm-dialog vaadin-button[slot='confirm-button']")
                .click();
        assertThat(page.locator("vaadin-grid .status-badge:visible")).hasText("Revoked");
    }

    /** With its faults beside the fields, and then with the key. */
    private void newKeyDialog(Page page) {
        navigate(page, "access/api-keys");
        page.locator("#new-key").click();
        page.getByText("Create key").click();
        assertThat(page.getByText("The key needs at least one scope.")).isVisible();
        check(page, "NewKeyDialog", "light, wide");
        page.getByLabel("Name").fill("Odoo");
        page.getByText("shipments:read: see shipments").click();
        page.getByText("Create key").click();
        assertThat(page.locator("#issued-key")).isVisible();
        check(page, "IssuedKeyDialog", "light, wide");
    }

    /** With its faults beside the fields. */
    private void inviteDialog(Page page) {
        navigate(page, "access/members");
        page.locator("#invite").click();
        page.getByText("Send invitation").click();
        assertThat(page.getByText("Choose a role.").first()).isVisible();
        check(page, "InviteDialog", "light, wide");
    }

    private void open(Page page, String path, String view, String text) {
        navigate(page, path);
        page.locator("vaadin-grid-cell-content:visible").getByText(text).first().click();
        page.locator(".detail-page").waitFor();
        check(page, view);
    }

    private void look(Page page, String path, String view, String ready) {
        navigate(page, path);
        assertThat(page.locator(ready).first()).isVisible();
        check(page, view);
    }

    private static void navigate(Page page, String path) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1440, 900);
        page.navigate(Servers.url() + "/" + path);
    }

    private void check(Page page, String view) {
        views.add(view);
        check(page, view, "light, wide");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(390, 844);
        page.waitForFunction(SETTLED);
        assertThat(page.locator("vaadin-grid:not(.narrow):visible")).hasCount(0);
        check(page, view, "dark, narrow");
    }

    @SuppressWarnings("unchecked")
    private void check(Page page, String view, String look) {
        if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(AXE);
        }
        assertThat(page.evaluate(WIDER_THAN_THE_PAGE)).as(view + ", " + look).isEqualTo(List.of());
        ((List<String>) page.evaluate(RUN)).forEach(fault -> faults.add("%s (%s): %s".formatted(view, look, fault)));
    }

    private static String axe() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> routes() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return scanner.findCandidateComponents("io.gangway").stream()
                .map(found -> found.getBeanClassName())
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
    }
}
