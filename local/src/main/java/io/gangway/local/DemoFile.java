package io.gangway.local;

import io.gangway.local.feed.SenderEndpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What the platform tells of the demo that it loaded. Written once, into an empty database. */
record DemoFile(List<SenderEndpoint> endpoints, List<ApiKey> apiKeys, List<Login> logins) {
    /** @param environment the word in the key, such as {@code live} */
    record ApiKey(String tenant, String environment, String key) {
        @Override
        public String toString() {
            return tenant + " " + environment;
        }
    }

    record Login(String username, String tenant, String role) {}

    static DemoFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StartFailed(
                    "%s is missing, though the database is there: nobody knows the demo's keys. Start anew: ./gangway run --fresh"
                            .formatted(file));
        }
        return JsonMapper.shared().readValue(file.toFile(), DemoFile.class);
    }
}
