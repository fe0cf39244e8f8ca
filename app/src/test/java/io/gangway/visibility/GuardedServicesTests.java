package io.gangway.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gangway.ingest.MessageId;
import io.gangway.kernel.Environment;
import io.gangway.ops.DeadLetters;
import io.gangway.ops.Replays;
import io.gangway.registry.UnmappedCodes;
import io.gangway.support.Caller;
import io.gangway.support.PlatformTest;
import io.gangway.support.Tenancies;
import io.gangway.tenant.Tenant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

/** Attempts to reach past the views: services ask by themselves who calls. */
@PlatformTest
class GuardedServicesTests {
    private static final String CUSTOMER = "ROLE_CUSTOMER";
    private static final String PARTNER = "ROLE_PARTNER";
    private static final String OPERATOR = "ROLE_OPERATOR";
    private static final MessageId NO_MESSAGE = new MessageId(UUID.fromString("01890000-0000-7000-8000-000000000000"));

    private final Tenancies tenancies;
    private final TrackedShipments shipments;
    private final MessageLog messages;
    private final DeadLetters letters;
    private final UnmappedCodes codes;
    private final Replays replays;
    private Tenant tenant;

    GuardedServicesTests(
            Tenancies tenancies,
            TrackedShipments shipments,
            MessageLog messages,
            DeadLetters letters,
            UnmappedCodes codes,
            Replays replays) {
        this.tenancies = tenancies;
        this.shipments = shipments;
        this.messages = messages;
        this.letters = letters;
        this.codes = codes;
        this.replays = replays;
    }

    @BeforeEach
    void aTenant() {
        tenant = tenancies.partner("Northwind");
    }

    @Test
    void nobodyLooksWithEyesThatAreNotTheirs() {
        var all = ShipmentFilter.all(Environment.LIVE);
        Map.of(
                        CUSTOMER, new Viewer.Customer(tenant.id()),
                        PARTNER, new Viewer.Partner(tenant.id()),
                        OPERATOR, new Viewer.Operator())
                .forEach((role, viewer) -> assertOnly(List.of(role), () -> shipments.page(viewer, all, 0, 1)));
    }

    @Test
    void machinesSeeACustomersShipmentsAlone() {
        var all = ShipmentFilter.all(Environment.LIVE);
        var scope = "SCOPE_shipments:read";
        assertThat(Caller.with(scope, () -> shipments.after(new Viewer.Customer(tenant.id()), all, null, 1)))
                .isEmpty();
        for (var viewer : List.of(new Viewer.Partner(tenant.id()), new Viewer.Operator())) {
            assertThatThrownBy(() -> Caller.with(scope, () -> shipments.after(viewer, all, null, 1)))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void eachServiceIsOpenToItsOwnRoles() {
        assertOnly(List.of(PARTNER), () -> messages.countByResult(tenant.id(), Environment.LIVE));
        assertOnly(List.of(PARTNER), () -> codes.of(tenant.id(), Environment.LIVE));
        assertOnly(List.of(OPERATOR), () -> codes.ofAllPartners(Environment.LIVE));
        assertOnly(List.of(OPERATOR), () -> letters.countByParty());
        assertOnly(List.of("ROLE_REPLAY"), () -> replays.replay(tenant.id(), NO_MESSAGE, "test:replay"));
    }

    private static void assertOnly(List<String> allowed, Supplier<?> call) {
        for (var role : List.of(CUSTOMER, PARTNER, OPERATOR, "ROLE_REPLAY", "SCOPE_orders:write")) {
            if (allowed.contains(role)) {
                assertThat(Caller.<Object>with(role, call::get)).as(role).isNotNull();
            } else {
                assertThatThrownBy(() -> Caller.<Object>with(role, call::get))
                        .as(role)
                        .isInstanceOf(AccessDeniedException.class);
            }
        }
        assertThatThrownBy(call::get)
                .as("without a login")
                .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }
}
