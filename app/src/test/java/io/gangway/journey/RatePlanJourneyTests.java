package io.gangway.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gangway.identity.Scope;
import io.gangway.support.Browser;
import io.gangway.support.Http;
import io.gangway.support.PlatformTest;
import io.gangway.support.Servers;
import io.gangway.support.Tenancies;
import io.gangway.tenant.MemberRole;
import org.junit.jupiter.api.Test;

/** An operator makes a plan and assigns it; the organization feels it, and sees what it used. */
@PlatformTest
class RatePlanJourneyTests {
    private final Tenancies tenancies;
    private final Http http;

    RatePlanJourneyTests(Tenancies tenancies, Http http) {
        this.tenancies = tenancies;
        this.http = http;
    }

    @Test
    void aPlanIsMadeAssignedHeldAndShown() {
        var customer = tenancies.customer("Tight");
        var operator = tenancies.operator();
        tenancies.member(customer, "cleo", MemberRole.ADMIN);
        tenancies.member(operator, "otto", MemberRole.PLATFORM_ADMIN);
        var key = tenancies.apiKey(customer, Scope.SHIPMENTS_READ);

        var otto = Browser.signedIn("otto", operator);
        otto.navigate(Servers.url() + "/rate-plans");
        otto.getByText("New plan").first().click();
        otto.getByLabel("Code").fill("Not A Code");
        otto.getByLabel("A day").first().fill("1.5");
        otto.getByText("Save").click();
        assertThat(otto.getByText("The code needs 1 to 40 lower-case letters, digits and single hyphens.")
                        .first())
                .isVisible();
        assertThat(otto.getByText("The name needs 1 to 60 characters.").first()).isVisible();
        assertThat(otto.getByText("Requests at once must be a whole number from 1 to 10,000,000."))
                .not()
                .hasCount(0);
        assertThat(otto.getByText("Requests a day must be a whole number of at least 1.")
                        .first())
                .isVisible();

        otto.getByLabel("Code").fill("tight-" + customer.slug());
        otto.getByLabel("Name").fill("Tight plan");
        var once = otto.getByLabel("At once");
        var minute = otto.getByLabel("A minute");
        for (int i = 0; i < 3; i++) {
            once.nth(i).fill("2");
            minute.nth(i).fill("1");
        }
        otto.getByLabel("A day").first().fill("100");
        otto.getByText("Save").click();
        assertThat(otto.getByText("Plan Tight plan is saved.").first()).isVisible();

        otto.locator(".search input").fill(customer.name());
        otto.keyboard().press("Enter");
        var plan = otto.locator("vaadin-grid vaadin-select:visible");
        assertThat(plan).hasCount(1);
        plan.click();
        otto.locator("vaadin-select-item:visible")
                .getByText("Tight plan")
                .first()
                .click();
        assertThat(otto.getByText(customer.name() + " now has the plan Tight plan.")
                        .first())
                .isVisible();

        assertEquals(200, http.get("/v1/shipments", key).status());
        assertEquals(200, http.get("/v1/shipments", key).status());
        assertEquals(429, http.get("/v1/shipments", key).status());

        var cleo = Browser.signedIn("cleo", customer);
        cleo.navigate(Servers.url() + "/usage");
        assertThat(cleo.locator(".section")).containsText("Tight plan");
        var figures = cleo.getByText("2 allowed, 1 refused");
        for (int i = 0; i < 20 && figures.count() == 0; i++) {
            // Counts are written every two seconds.
            cleo.getByText("Refresh").click();
            cleo.waitForTimeout(500);
        }
        assertThat(figures.first()).isVisible();
        assertThat(cleo.locator("body")).containsText("2 of 100");
    }
}
