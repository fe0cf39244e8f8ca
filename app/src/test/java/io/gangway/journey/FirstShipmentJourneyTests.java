package io.gangway.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.gangway.support.Browser;
import io.gangway.support.EasyPost;
import io.gangway.support.Feed;
import io.gangway.support.Http;
import io.gangway.support.PlatformTest;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import io.gangway.tenant.MemberRole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From a carrier's webhook to its customer's screen, in a real browser with a real login. */
@PlatformTest
class FirstShipmentJourneyTests {
    private static final String NUMBER = "EZ2000000002";

    private final Tenancies tenancies;
    private final Http http;
    private final SettableClock clock;

    FirstShipmentJourneyTests(Tenancies tenancies, Http http, SettableClock clock) {
        this.tenancies = tenancies;
        this.http = http;
        this.clock = clock;
    }

    @Test
    void aWebhookAppearsOnItsCustomersScreenAndOnNobodyElses() {
        var acme = tenancies.customer("Acme");
        var birch = tenancies.customer("Birch");
        var northwind = tenancies.partner("Northwind");
        tenancies.member(acme, "anna", MemberRole.ADMIN);
        tenancies.member(birch, "bo", MemberRole.ADMIN);
        tenancies.member(northwind, "nora", MemberRole.OWNER);
        tenancies.account(acme, northwind);
        tenancies.account(birch, northwind);
        var key = tenancies.apiKey(acme);
        http.put(
                "/v1/orders/SO-4711",
                "{\"trackingNumbers\":[\"" + NUMBER + "\"]}",
                Map.of("X-API-Key", key.get("X-API-Key"), "Content-Type", "application/json"));
        var easypost = tenancies.feed(northwind, "easypost");

        var anna = Browser.signedIn("anna");
        var bo = Browser.signedIn("bo");
        assertThat(anna.getByText("No shipments yet")).isVisible();
        assertThat(bo.getByText("No shipments yet")).isVisible();

        // The shipment comes without a reload.
        var start = clock.instant().minus(Duration.ofDays(2));
        var tracker = EasyPost.tracker(NUMBER).announced(start).pickedUp(start.plusSeconds(36_000));
        assertThat(easypost.post(tracker.json(), clock.instant()).status()).isEqualTo(202);
        assertThat(link(anna)).isVisible();
        assertThat(anna.locator("vaadin-grid")).containsText("Picked up");

        // Its page follows it live.
        link(anna).click();
        var status = anna.locator("#shipment-status");
        assertThat(status).hasText("Picked up");
        assertThat(items(anna)).hasCount(2);
        var page = anna.url();
        tracker.outForDelivery(start.plusSeconds(72_000));
        assertThat(easypost.post(tracker.json(), clock.instant()).status()).isEqualTo(202);
        assertThat(status).hasText("Out for delivery");
        assertThat(items(anna)).hasCount(3);
        assertThat(items(anna).first()).containsText("Out for delivery");
        assertThat(items(anna).first()).containsText("On vehicle for delivery");

        refusesAndRepeatsChangeNothing(easypost, tracker, anna);
        strangersSeeNothing(bo, page, key);

        // The partner sees its messages, what became of them, and the refusal.
        var nora = Browser.signedIn("nora");
        assertThat(nora.locator("vaadin-grid")).containsText("3 events, 1 new");
        assertThat(nora.locator("vaadin-grid")).containsText("signature-wrong");
    }

    private void refusesAndRepeatsChangeNothing(Feed easypost, EasyPost tracker, Page anna) {
        var again = easypost.post(tracker.json(), clock.instant());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("result").asString()).isEqualTo("duplicate");

        tracker.delivered(clock.instant());
        var forged = easypost.post(
                tracker.json().getBytes(StandardCharsets.UTF_8),
                clock.instant(),
                Map.of("X-Hmac-Signature", "hmac-sha256-hex=" + "ab".repeat(32)));
        assertThat(forged.status()).isEqualTo(401);

        var dhl = tenancies.feed(easypost.partner(), "dhl-unified", "standard-webhooks");
        assertThat(dhl.post("{}", clock.instant().minus(Duration.ofMinutes(6))).status())
                .isEqualTo(401);

        anna.reload();
        assertThat(anna.locator("#shipment-status")).hasText("Out for delivery");
        assertThat(items(anna)).hasCount(3);
    }

    private void strangersSeeNothing(Page bo, String page, Map<String, String> key) {
        assertThat(bo.getByText("No shipments yet")).isVisible();
        bo.navigate(page);
        assertThat(bo.getByText("There is nothing here")).isVisible();
        assertThat(bo.locator("body")).not().containsText(NUMBER);

        var id = page.substring(page.lastIndexOf('/') + 1);
        assertThat(http.get("/v1/shipments/" + id, key).status()).isEqualTo(200);
        var strangersKey = tenancies.apiKey(tenancies.customer("Stranger"));
        assertThat(http.get("/v1/shipments/" + id, strangersKey).status()).isEqualTo(404);
        assertThat(http.get("/v1/shipments/%s/events".formatted(id), strangersKey)
                        .status())
                .isEqualTo(404);
        assertThat(http.get("/v1/shipments", strangersKey).json().path("items")).isEmpty();
    }

    private static Locator link(Page page) {
        return page.locator("vaadin-grid a:visible", new Page.LocatorOptions().setHasText(NUMBER));
    }

    private static Locator items(Page page) {
        return page.locator(".timeline-item");
    }
}
