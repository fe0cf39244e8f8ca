package io.gangway.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Made once on this machine and kept beside the data that they protect, readable for their owner alone.
 *
 * @param portalClient of the portal towards Keycloak
 * @param identityClient of the platform as it administers members in Keycloak
 * @param masterKey wraps the tenants' data keys; without it the sealed secrets in the database are lost
 * @param keycloakAdmin of Keycloak's administrator
 * @param logins password of each person, secret of each program
 */
record LocalSecrets(
        String portalClient,
        String identityClient,
        String masterKey,
        String keycloakAdmin,
        Map<String, String> logins) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Whoever is new in the demo gets a password; nobody loses theirs. */
    static LocalSecrets in(Path folder, DemoPeople demo) {
        var file = folder.resolve("secrets.json");
        var known = Files.isRegularFile(file)
                ? JSON.readValue(file.toFile(), LocalSecrets.class)
                : new LocalSecrets(
                        Passwords.random(), Passwords.random(), Passwords.key(), Passwords.random(), Map.of());
        var logins = new TreeMap<>(known.logins);
        demo.people().forEach(person -> logins.computeIfAbsent(person.username(), name -> Passwords.readable()));
        demo.clients().forEach(client -> logins.computeIfAbsent(client.clientId(), name -> Passwords.random()));
        // Files of former versions lack it.
        var identityClient = Objects.requireNonNullElseGet(known.identityClient, Passwords::random);
        var all = new LocalSecrets(known.portalClient, identityClient, known.masterKey, known.keycloakAdmin, logins);
        Passwords.write(file, JSON.writeValueAsString(all));
        return all;
    }

    String passwordOf(String login) {
        return Objects.requireNonNull(logins.get(login), login);
    }

    /** Keeps the secrets out of logs. */
    @Override
    public String toString() {
        return "LocalSecrets of " + logins.keySet();
    }
}
