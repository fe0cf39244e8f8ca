package io.gangway.partner;

/** What it takes to open an endpoint. {@code secret} is what the sender signs with; it is sealed and never shown. */
public record NewEndpoint(
        ConnectionId connection, String name, String mappingName, VerifierDescriptor verifier, String secret) {
    @Override
    public String toString() {
        return "NewEndpoint[connection=%s, name=%s]".formatted(connection, name);
    }
}
