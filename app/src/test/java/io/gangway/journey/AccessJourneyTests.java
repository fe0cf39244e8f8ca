package io.gangway.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.gangway.support.Browser;
import io.gangway.support.PlatformTest;
import io.gangway.support.Servers;
import io.gangway.support.Tenancies;
import io.gangway.tenant.MemberRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who gets in, what each finds there first, and what stays shut. */
@PlatformTest
class AccessJourneyTests {
    private static final List<String> PATHS = List.of("shipments", "messages", "codes", "dead-letters");

    private final Tenancies tenancies;

    AccessJourneyTests(Tenancies tenancies) {
        this.tenancies = tenancies;
    }

    @Test
    void whoIsNotSignedInIsSentToTheIdentityProvider() {
        Servers.keycloak();
        var page = Browser.window();
        for (var path : PATHS) {
            page.navigate(Servers.url() + "/" + path);
            assertThat(page.locator("#kc-login")).isVisible();
        }
    }

    @Test
    void whoBelongsToNoOrganizationIsToldWhatToDo() {
        var page = Browser.signedIn("nobody");
        assertThat(page.getByText("You belong to no organization yet")).isVisible();
        assertThat(page.locator("body")).containsText("nobody@people.example");
        onlyOpen(page, List.of());
    }

    /** Also what a page fetches after it was loaded. */
    @Test
    void everyAnswerToASignedInPersonHasItsHeaders() {
        tenancies.member(tenancies.customer("Hanna's"), "hanna", MemberRole.ADMIN);
        var page = Browser.signedIn("hanna");
        var answers = new ArrayList<Response>();
        page.onResponse(answers::add);
        page.navigate(Servers.url() + "/shipments");
        page.locator(".search input").fill("nothing like this");
        page.waitForResponse(
                answer -> answer.url().contains("v-r=uidl"),
                () -> page.keyboard().press("Enter"));
        var own = answers.stream()
                .filter(answer -> answer.url().startsWith(Servers.url()))
                .filter(answer -> answer.status() == 200)
                .toList();
        assertThat(own).anyMatch(answer -> answer.url().endsWith("/shipments"));
        for (var answer : own) {
            assertThat(answer.headers()).as(answer.url()).containsEntry("x-content-type-options", "nosniff");
            if (!answer.url().contains("/VAADIN/") || answer.url().contains("v-r=")) {
                assertThat(answer.headers())
                        .as(answer.url())
                        .containsKeys("content-security-policy", "referrer-policy", "cache-control");
                assertThat(answer.headers().get("content-security-policy")).contains("frame-ancestors 'none'");
            }
        }
    }

    @Test
    void anOperatorFindsTheDeadLettersFirst() {
        tenancies.member(tenancies.operator(), "olga", MemberRole.PLATFORM_ADMIN);
        var page = Browser.signedIn("olga");
        assertThat(page).hasURL(Servers.url() + "/dead-letters");
        onlyOpen(page, List.of("dead-letters", "shipments", "codes"));
    }

    @Test
    void aCustomerFindsItsShipmentsFirstAndLeavesByLoggingOut() {
        tenancies.member(tenancies.customer("Clara's"), "clara", MemberRole.LOGISTICS);
        var page = Browser.signedIn("clara");
        assertThat(page).hasURL(Servers.url() + "/shipments");
        assertThat(page.getByText("No shipments yet")).isVisible();
        onlyOpen(page, List.of("shipments"));

        page.navigate(Servers.url() + "/shipments");
        page.getByLabel("Account of clara").click();
        page.getByText("Log out").click();
        assertThat(page.locator("#kc-login, #kc-logout").first()).isVisible();
        page.navigate(Servers.url() + "/shipments");
        assertThat(page.locator("#kc-login")).isVisible();
    }

    private static void onlyOpen(Page page, List<String> open) {
        for (var path : PATHS) {
            page.navigate(Servers.url() + "/" + path);
            page.locator("vaadin-app-layout").waitFor();
            if (open.contains(path)) {
                assertThat(page.getByText("There is nothing here")).isHidden();
                assertThat(page.locator(".list-page")).isVisible();
            } else {
                assertThat(page.getByText("There is nothing here")).isVisible();
            }
        }
        assertThat(page.url()).startsWith(Servers.url());
    }
}
