package io.gangway.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.gangway.support.Browser;
import io.gangway.support.EasyPost;
import io.gangway.support.PlatformTest;
import io.gangway.support.Servers;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import io.gangway.tenant.MemberRole;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A message that can't be read: seen by its partner, sent through again by an operator once the cause is mended. */
@PlatformTest
class DeadLetterJourneyTests {
    private static final String NUMBER = "EZ3000000003";

    private final Tenancies tenancies;
    private final SettableClock clock;

    DeadLetterJourneyTests(Tenancies tenancies, SettableClock clock) {
        this.tenancies = tenancies;
        this.clock = clock;
    }

    @Test
    void aDeadLetterTellsItsFaultAndIsReplayedWhenTheMappingIsMended() {
        var parcelway = tenancies.partner("Parcelway");
        tenancies.member(parcelway, "pia", MemberRole.OWNER);
        tenancies.member(tenancies.operator(), "oscar", MemberRole.PLATFORM_ADMIN);
        var feed = tenancies.feed(parcelway, "easypost", "easypost", "gls");
        var pia = Browser.signedIn("pia");
        var oscar = Browser.signedIn("oscar");
        assertThat(pia.getByText("No messages yet")).isVisible();

        var body = EasyPost.tracker(NUMBER)
                .outForDelivery(clock.instant().minus(Duration.ofHours(1)))
                .json();
        feed.post(body, clock.instant());

        // The partner sees it come, opens it and reads what is wrong.
        assertThat(pia.locator("vaadin-grid")).containsText("no-message");
        pia.locator("vaadin-grid a").first().click();
        assertThat(pia.locator(".detail-page")).containsText("Dead letter");
        assertThat(pia.locator(".faults")).containsText("no-message");
        assertThat(pia.locator(".payload").first()).containsText(NUMBER);
        assertThat(pia.locator(".detail-page")).containsText("X-Hmac-Signature");

        // The operator finds it by the partner's name; nothing is mended yet, so a replay brings it back.
        oscar.locator(".search input").fill(parcelway.name());
        assertThat(rows(oscar)).hasCount(1);
        replay(oscar);
        assertThat(oscar.locator("vaadin-grid-cell-content")
                        .getByText("1", new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(rows(oscar)).containsText("no-message");

        tenancies.readAs(feed, "easypost");
        replay(oscar);
        assertThat(oscar.getByText("Nothing matches").or(oscar.getByText("No dead letters")))
                .isVisible();
        oscar.navigate(Servers.url() + "/shipments?q=" + NUMBER);
        assertThat(oscar.locator("vaadin-grid")).containsText("Out for delivery");

        pia.reload();
        assertThat(pia.locator(".detail-page")).containsText("Translated");
        pia.navigate(Servers.url() + "/shipments");
        assertThat(pia.locator("vaadin-grid")).containsText(NUMBER);
        pia.locator("vaadin-grid a:visible").first().click();
        assertThat(pia.locator("#shipment-status")).hasText("Out for delivery");
    }

    private static void replay(Page page) {
        page.locator("vaadin-checkbox:visible").last().click();
        page.getByText("Replay selected").click();
        assertThat(page.getByText("on the way through translation again").last())
                .isVisible();
    }

    private static Locator rows(Page page) {
        return page.locator(".list-page .code:visible");
    }
}
