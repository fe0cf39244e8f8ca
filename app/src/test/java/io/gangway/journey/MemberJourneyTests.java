package io.gangway.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.gangway.identity.IdentityDrift;
import io.gangway.local.Mail;
import io.gangway.support.Browser;
import io.gangway.support.Identities;
import io.gangway.support.PlatformTest;
import io.gangway.support.Servers;
import io.gangway.support.Tenancies;
import io.gangway.tenant.MemberRole;
import io.gangway.tenant.Members;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Members come, change and go, with real mail and the real identity provider. */
@PlatformTest
class MemberJourneyTests {
    /** What is promised to open pages. */
    private static final double WITHIN_5_SECONDS = 5_000;

    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

    private final Tenancies tenancies;
    private final Members members;
    private final IdentityDrift drift;

    MemberJourneyTests(Tenancies tenancies, Members members, IdentityDrift drift) {
        this.tenancies = tenancies;
        this.members = members;
        this.drift = drift;
    }

    @Test
    void aPersonIsInvitedByMailRegistersJoinsAndIsRemoved() {
        var acme = tenancies.customer("Acme");
        tenancies.member(acme, "cleo", MemberRole.ADMIN);
        var cleo = Browser.signedIn("cleo", acme);
        var email = "ivy-%s@people.example".formatted(UUID.randomUUID());
        invite(cleo, email, "Ivy Iverson", "Logistics");
        assertThat(row(cleo, email)).containsText("Ivy Iverson");
        assertThat(cleo.getByText("Until ").first()).isVisible();

        var ivy = Browser.window();
        ivy.navigate(linkOf(mailTo(email)));
        ivy.locator("#kc-info-message a").click();
        ivy.locator("#password-new").fill(Servers.PASSWORD);
        ivy.locator("#password-confirm").fill(Servers.PASSWORD);
        submit(ivy);
        ivy.getByText("Go to Gangway").click();
        Browser.signIn(ivy, email);
        ivy.waitForURL(url -> url.startsWith(Servers.url()) && !url.contains("/login/"));
        assertThat(ivy.getByText(acme.name() + " invites you")).isVisible();
        ivy.getByText("Join " + acme.name()).click();
        assertThat(ivy.getByText("No shipments yet")).isVisible();
        assertThat(ivy.locator(".brand-organization")).hasText(acme.name());
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(Identities.membersOf(acme)).contains(email));

        assertThat(cleo.locator(".status-badge[data-status=ACTIVE]:visible")).hasCount(2);
        action(cleo, "Ivy Iverson", "Remove");
        cleo.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Remove").setExact(true))
                .click();
        assertThat(ivy.getByText("You belong to no organization yet"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(WITHIN_5_SECONDS));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(Identities.membersOf(acme)).doesNotContain(email));
        assertThat(row(cleo, email)).hasCount(0);
    }

    @Test
    void aMemberOfTwoOrganizationsTurnsFromOneToTheOther() {
        var acme = tenancies.customer("Acme");
        var baltic = tenancies.partner("Baltic");
        tenancies.member(acme, "hanna", MemberRole.LOGISTICS);
        tenancies.member(baltic, "paul", MemberRole.OWNER);
        var hanna = Browser.signedIn("hanna", acme);
        var paul = Browser.signedIn("paul", baltic);
        invite(paul, "hanna@people.example", "Hanna", "Viewer");
        assertThat(hanna.getByText("1 invitation"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(WITHIN_5_SECONDS));
        assertThat(mailTo("hanna@people.example").subject()).isNotBlank();

        hanna.getByText("1 invitation").click();
        hanna.getByText("Join " + baltic.name()).click();
        assertThat(hanna.locator(".brand-organization")).hasText(baltic.name());
        assertThat(hanna.getByText("No messages yet")).isVisible();

        // A page of the one organization is worth nothing once the person has turned to the other.
        var other = hanna.context().newPage();
        other.navigate(Servers.url() + "/messages");
        assertThat(other.locator(".brand-organization")).hasText(baltic.name());
        Browser.switchTo(hanna, acme);
        assertThat(hanna.locator(".brand-organization")).hasText(acme.name());
        other.reload();
        assertThat(other.locator(".brand-organization")).hasText(acme.name());
    }

    /** An attack: what is open as an administrator of one organization, used while the session speaks for another. */
    @Test
    void anOpenPageOfOneOrganizationDoesNothingOnceThePersonHasTurnedToAnother() {
        var acme = tenancies.customer("Acme");
        var baltic = tenancies.partner("Baltic");
        tenancies.member(acme, "bo", MemberRole.ADMIN);
        tenancies.member(baltic, "bo", MemberRole.VIEWER);
        var bo = Browser.signedIn("bo", acme);
        bo.navigate(Servers.url() + "/access/members");
        bo.locator("#invite").click();
        bo.getByLabel("E-mail address").fill("friend@people.example");
        bo.getByLabel("Name").fill("Friend");
        bo.getByText("Sees all shipments.").first().click();
        var other = bo.context().newPage();
        other.navigate(Servers.url() + "/shipments");
        Browser.switchTo(other, baltic);

        // The page may have noticed by itself, and be another one by now.
        bo.evaluate("""
                () => [...document.querySelectorAll('vaadin-button')]
                    .filter(button => button.textContent.includes('Send invitation'))
                    .forEach(button => button.click())""");
        bo.reload();
        assertThat(bo.locator(".brand-organization")).hasText(baltic.name());
        assertThat(members.of(acme.id())).hasSize(1);
        assertThat(members.of(baltic.id())).hasSize(1);
    }

    @Test
    void aNewRoleIsFeltByOpenPagesAndTheLastOwnerStays() {
        var northwind = tenancies.partner("Northwind");
        tenancies.member(northwind, "nora", MemberRole.OWNER);
        tenancies.member(northwind, "pia", MemberRole.VIEWER);
        var pia = Browser.signedIn("pia", northwind);
        assertThat(pia.getByText("API keys")).isHidden();
        var nora = Browser.signedIn("nora", northwind);

        nora.navigate(Servers.url() + "/access/members");
        action(nora, "nora", "Leave");
        nora.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Leave").setExact(true))
                .click();
        assertThat(nora.getByText("nora is the last owner of " + northwind.name()))
                .isVisible();

        action(nora, "pia", "Offer ownership");
        nora.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Offer").setExact(true))
                .click();
        assertThat(nora.getByText("Offered the ownership")).isVisible();
        pia.reload();
        pia.getByText("1 invitation").click();
        pia.getByText("Accept the ownership").click();
        assertThat(pia.getByText("API keys")).isVisible();
        assertThat(nora.getByText("API keys"))
                .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(WITHIN_5_SECONDS));
        assertThat(members.of(northwind.id()))
                .extracting(member -> member.displayName() + " " + member.role())
                .containsExactlyInAnyOrder("nora DEVELOPER", "pia OWNER");
    }

    @Test
    void whileTheIdentityProviderRefusesUsNothingIsLost() {
        var acme = tenancies.customer("Acme");
        tenancies.member(acme, "clara", MemberRole.ADMIN);
        var clara = Browser.signedIn("clara", acme);
        var email = "late-%s@people.example".formatted(UUID.randomUUID());
        Identities.letPlatformIn(false);
        try {
            invite(clara, email, "Late Comer", "Finance");
            assertThat(clara.getByText("1 change waits for the identity provider"))
                    .isVisible();
        } finally {
            Identities.letPlatformIn(true);
        }
        assertThat(mailTo(email).subject()).isNotBlank();
        assertThat(clara.locator(".banner")).isHidden();
    }

    @Test
    void aLoginThatEndsAtTheIdentityProviderEndsHere() {
        tenancies.member(tenancies.customer("Acme"), "anna", MemberRole.ADMIN);
        var anna = Browser.signedIn("anna");
        Identities.endSessions("anna");
        assertThat(anna.locator("#username"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(WITHIN_5_SECONDS));
    }

    @Test
    void whatIsChangedAtTheIdentityProviderByHandIsRepaired() {
        var baltic = tenancies.partner("Baltic");
        tenancies.member(baltic, "otto", MemberRole.OWNER);
        Browser.signedIn("otto");
        assertThat(drift.repair(baltic)).containsExactly("otto@people.example is missing at the identity provider");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(Identities.membersOf(baltic)).containsExactly("otto@people.example"));
        Identities.add("nobody", baltic);
        assertThat(drift.repair(baltic)).containsExactly("nobody@people.example is unknown here");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(Identities.membersOf(baltic)).containsExactly("otto@people.example"));
        assertThat(drift.repair(baltic)).isEmpty();
    }

    @Test
    void wrongInputIsSaidBesideTheFieldAndNothingIsSaved() {
        var acme = tenancies.customer("Acme");
        tenancies.member(acme, "anna", MemberRole.ADMIN);
        var anna = Browser.signedIn("anna", acme);
        anna.navigate(Servers.url() + "/access/members");
        anna.locator("#invite").click();
        anna.getByText("Send invitation").click();
        assertThat(anna.getByText("This is not an e-mail address.").first()).isVisible();
        assertThat(anna.getByText("The name needs 1 to 120 characters.").first())
                .isVisible();
        assertThat(anna.getByText("Choose a role.").first()).isVisible();
        anna.getByLabel("E-mail address").fill("ANNA@people.example");
        anna.getByLabel("Name").fill("<b>Anna</b>");
        anna.getByText("Sees all shipments.").first().click();
        anna.getByText("Send invitation").click();
        assertThat(anna.getByText("anna@people.example is a member already").first())
                .isVisible();
        assertThat(members.of(acme.id())).hasSize(1);
    }

    private static void invite(Page page, String email, String name, String role) {
        page.navigate(Servers.url() + "/access/members");
        page.locator("#invite").click();
        page.getByLabel("E-mail address").fill(email);
        page.getByLabel("Name").fill(name);
        page.locator("vaadin-radio-button")
                .filter(new Locator.FilterOptions().setHasText(role))
                .click();
        page.getByText("Send invitation").click();
        assertThat(page.getByText(email + " is invited.")).isVisible();
    }

    private static void submit(Page page) {
        page.locator("input[type=submit], button[type=submit]").first().click();
    }

    private static void action(Page page, String name, String action) {
        page.getByLabel("Actions for " + name).click();
        page.locator("vaadin-context-menu-item")
                .filter(new Locator.FilterOptions().setHasText(action))
                .click();
    }

    private static Locator row(Page page, String text) {
        return page.locator("vaadin-grid-cell-content:visible")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    private static Mail mailTo(String email) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> Servers.inbox().mails().stream()
                                .filter(mail -> mail.to().contains(email))
                                .reduce((first, last) -> last)
                                .orElse(null),
                        mail -> mail != null);
    }

    private static String linkOf(Mail mail) {
        var link = LINK.matcher(mail.html());
        assertThat(link.find()).as(mail.html()).isTrue();
        return link.group(1).replace("&amp;", "&");
    }
}
