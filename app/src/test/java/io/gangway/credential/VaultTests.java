package io.gangway.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.TenantId;
import io.gangway.support.PlatformTest;
import io.gangway.support.Servers;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was sealed for one place is of no use in another: attempts on bytes and on rows. */
@PlatformTest
class VaultTests {
    private static final byte[] PLAIN = "correct horse".getBytes(StandardCharsets.UTF_8);
    private static final String PURPOSE = "verifier:one";

    private final Tenancies tenancies;
    private final Vault vault;
    private final Secrets secrets;
    private final CrossTenantDatabase database;
    private final SettableClock clock;
    private TenantId tenant;
    private TenantId other;

    VaultTests(Tenancies tenancies, Vault vault, Secrets secrets, CrossTenantDatabase database, SettableClock clock) {
        this.tenancies = tenancies;
        this.vault = vault;
        this.secrets = secrets;
        this.database = database;
        this.clock = clock;
    }

    @BeforeEach
    void twoTenants() {
        tenant = tenancies.partner("Northwind").id();
        other = tenancies.partner("Baltic").id();
    }

    @Test
    void opensForTheSameTenantAndContextWhatItSealed() throws GeneralSecurityException {
        var sealed = vault.seal(tenant, "a", PLAIN);
        assertThat(sealed).isNotEqualTo(PLAIN).isNotEqualTo(vault.seal(tenant, "a", PLAIN));
        assertThat(vault.open(tenant, "a", sealed)).isEqualTo(PLAIN);
        assertThat(startedAgain().open(tenant, "a", sealed)).isEqualTo(PLAIN);
    }

    @Test
    void opensNothingForAnotherTenant() {
        var sealed = vault.seal(tenant, "a", PLAIN);
        assertNotOpened(() -> vault.open(other, "a", sealed), "'a' of tenant " + other);
    }

    @Test
    void opensNothingInAnotherContext() {
        var sealed = vault.seal(tenant, "message:1", PLAIN);
        for (var context : new String[] {"message:2", "secret:1", "message:1 ", "message:", ""}) {
            assertNotOpened(() -> vault.open(tenant, context, sealed), "'%s' of tenant".formatted(context));
        }
    }

    @Test
    void opensNothingThatWasChanged() {
        var sealed = vault.seal(tenant, "a", PLAIN);
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertNotOpened(() -> vault.open(tenant, "a", changed), "'a' of tenant " + tenant);
        }
        assertNotOpened(() -> vault.open(tenant, "a", new byte[0]), "'a' of tenant " + tenant);
    }

    @Test
    void opensNothingWithAnotherMasterKey() throws GeneralSecurityException {
        var sealed = vault.seal(tenant, "a", PLAIN);
        var otherKey = Base64.getEncoder()
                .encodeToString("fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.US_ASCII));
        var withOtherKey = new Vault(database, clock, new VaultProperties(otherKey));
        for (ThrowingCallable attempt : new ThrowingCallable[] {
            () -> withOtherKey.open(tenant, "a", sealed), () -> withOtherKey.seal(tenant, "a", PLAIN)
        }) {
            assertThatThrownBy(attempt)
                    .isInstanceOf(VaultFailed.class)
                    .hasMessage(
                            "The data key of tenant %s does not open with this master key. Is gangway.vault.master-key the one that this database was made with?"
                                    .formatted(tenant));
        }
        assertThat(vault.open(tenant, "a", sealed)).as("with the right one").isEqualTo(PLAIN);
    }

    @Test
    void aDataKeyOfAnotherTenantIsOfNoUse() throws GeneralSecurityException {
        vault.seal(tenant, "a", PLAIN);
        var sealed = vault.seal(other, "a", PLAIN);
        Servers.execute("""
                UPDATE data_key SET wrapped_keyset = (SELECT wrapped_keyset FROM data_key WHERE tenant_id = '%s')
                WHERE tenant_id = '%s'""".formatted(other.value(), tenant.value()));
        var afterwards = startedAgain();
        assertThatThrownBy(() -> afterwards.open(tenant, "a", sealed))
                .isInstanceOf(VaultFailed.class)
                .hasMessageContaining("The data key of tenant %s does not open".formatted(tenant));
    }

    @Test
    void aSecretInTheRowOfAnotherTenantFails() {
        put(tenant);
        put(other);
        Servers.execute("""
                UPDATE secret SET sealed = (SELECT sealed FROM secret WHERE tenant_id = '%s' AND purpose = '%s')
                WHERE tenant_id = '%s' AND purpose = '%s'""".formatted(tenant.value(), PURPOSE, other.value(), PURPOSE));
        assertNotOpened(() -> secrets.valid(other, PURPOSE), "of tenant " + other);
        assertThat(secrets.valid(tenant, PURPOSE)).containsExactly("hush");
    }

    @Test
    void aSecretThatWasMovedToAnotherIdOrPurposeFails() {
        put(tenant);
        Servers.execute(
                "UPDATE secret SET id = '%s' WHERE tenant_id = '%s'".formatted(UUID.randomUUID(), tenant.value()));
        assertNotOpened(() -> secrets.valid(tenant, PURPOSE), "of tenant " + tenant);

        put(other);
        assertThat(secrets.valid(other, PURPOSE)).containsExactly("hush");
        Servers.execute("UPDATE secret SET purpose = 'verifier:two' WHERE tenant_id = '%s'".formatted(other.value()));
        assertThat(secrets.valid(other, PURPOSE)).isEmpty();
        assertNotOpened(() -> secrets.valid(other, "verifier:two"), "of tenant " + other);
    }

    private void put(TenantId whose) {
        secrets.put(whose, PURPOSE, "hush", clock.instant());
    }

    /** The same master key, nothing remembered. */
    private Vault startedAgain() throws GeneralSecurityException {
        var settings = Servers.settings(Servers.postgres());
        return new Vault(
                database,
                clock,
                new VaultProperties(settings.get("gangway.vault.master-key").toString()));
    }

    private static void assertNotOpened(ThrowingCallable attempt, String whatAndWhose) {
        assertThatThrownBy(attempt)
                .isInstanceOf(VaultFailed.class)
                .hasMessageContaining(whatAndWhose)
                .hasMessageContaining("it was sealed for something else, or with another master key.")
                .hasMessageNotContaining("hush");
    }
}
