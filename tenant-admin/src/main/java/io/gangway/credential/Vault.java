package io.gangway.credential;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.util.SecretBytes;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/**
 * Seals bytes with a data key of the tenant's own (AES-256-GCM), itself wrapped by the master key: envelope encryption.
 * Sealed bytes are bound to their tenant and context: what was sealed for one place can't be opened in another.
 */
@Service
public class Vault {
    private final CrossTenantDatabase database;
    private final Clock clock;
    private final Aead master;
    private final Map<TenantId, Aead> dataKeys = new ConcurrentHashMap<>();

    Vault(CrossTenantDatabase database, Clock clock, VaultProperties properties) throws GeneralSecurityException {
        AeadConfig.register();
        this.database = database;
        this.clock = clock;
        this.master = masterOf(properties.keyBytes());
    }

    /** @param context what the bytes are, such as {@code message:msg_…}; needed again to open them */
    public byte[] seal(TenantId tenant, String context, byte[] plain) {
        try {
            return dataKey(tenant).encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException failed) {
            throw new VaultFailed("Could not seal '%s' of tenant %s.".formatted(context, tenant), failed);
        }
    }

    /** Throws {@link VaultFailed} if the bytes were not sealed for this tenant and context. */
    public byte[] open(TenantId tenant, String context, byte[] sealed) {
        try {
            return dataKey(tenant).decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException failed) {
            throw new VaultFailed(
                    "Could not open '%s' of tenant %s: it was sealed for something else, or with another master key."
                            .formatted(context, tenant),
                    failed);
        }
    }

    private Aead dataKey(TenantId tenant) {
        return dataKeys.computeIfAbsent(tenant, this::loadOrCreate);
    }

    @CrossTenant("the runtime seals and opens for every tenant")
    private Aead loadOrCreate(TenantId tenant) {
        try {
            return unwrap(tenant, database.write(() -> {
                // Two nodes may make one at once: the first wins, and both read what was kept.
                database.jdbc()
                        .sql("""
                                INSERT INTO data_key (tenant_id, wrapped_keyset, created_at) VALUES (?, ?, ?)
                                ON CONFLICT DO NOTHING""")
                        .params(tenant.value(), wrapNew(tenant), Timestamp.from(clock.instant()))
                        .update();
                return database.jdbc()
                        .sql("SELECT wrapped_keyset FROM data_key WHERE tenant_id = ?")
                        .param(tenant.value())
                        .query(byte[].class)
                        .single();
            }));
        } catch (GeneralSecurityException failed) {
            throw new VaultFailed(
                    "The data key of tenant %s does not open with this master key. Is gangway.vault.master-key the one that this database was made with?"
                            .formatted(tenant),
                    failed);
        }
    }

    private byte[] wrapNew(TenantId tenant) {
        try {
            var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(keyset, master, context(tenant));
        } catch (GeneralSecurityException failed) {
            throw new VaultFailed("Could not make a data key for tenant %s.".formatted(tenant), failed);
        }
    }

    private Aead unwrap(TenantId tenant, byte[] wrapped) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, master, context(tenant))
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static byte[] context(TenantId tenant) {
        return ("data-key:" + tenant).getBytes(StandardCharsets.UTF_8);
    }

    @AccessesPartialKey
    private static Aead masterOf(byte[] key) throws GeneralSecurityException {
        var parameters = AesGcmParameters.builder()
                .setKeySizeBytes(32)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build();
        var masterKey = AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                .build();
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(masterKey).withRandomId().makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }
}
