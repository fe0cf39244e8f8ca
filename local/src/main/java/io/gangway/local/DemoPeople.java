package io.gangway.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** Who may log in to a local run, and which programs: names only, passwords are made on this machine. */
record DemoPeople(List<Person> people, List<Program> clients) {
    private static final String RESOURCE = "demo-logins.json";

    record Person(String username, String email, String firstName, String lastName) {}

    record Program(String clientId, List<String> scopes) {}

    static DemoPeople read() {
        try (var resource = Objects.requireNonNull(DemoPeople.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return JsonMapper.shared().readValue(resource, DemoPeople.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    RealmFile addTo(RealmFile realm, LocalSecrets secrets) {
        var filled = realm;
        for (var person : people) {
            filled = filled.withUser(new RealmUser(
                    person.username,
                    person.email,
                    person.firstName,
                    person.lastName,
                    secrets.passwordOf(person.username)));
        }
        for (var client : clients) {
            filled = filled.withServiceClient(
                    new ServiceClient(client.clientId, secrets.passwordOf(client.clientId), client.scopes));
        }
        return filled;
    }
}
