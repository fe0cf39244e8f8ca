package io.gangway.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The senders that come with Gangway, as their documentation has them. */
public final class KnownSenders {
    private static final List<String> NAMES =
            List.of("aftership", "dhl-unified", "easypost", "gls", "sendcloud", "ups");
    private static final JsonMapper JSON = new JsonMapper();

    private KnownSenders() {}

    /** Names, in alphabetical order. */
    public static List<String> all() {
        return NAMES;
    }

    /** Empty if no sender of this name comes with Gangway. */
    public static Optional<KnownSender> find(String sender) {
        if (!NAMES.contains(sender)) {
            return Optional.empty();
        }
        return Optional.of(new KnownSender(
                sender,
                text(sender, "mapping.json"),
                JSON.readValue(text(sender, "codes.json"), new TypeReference<Map<String, List<CodeRow>>>() {})));
    }

    private static String text(String sender, String file) {
        var resource = "/io/gangway/senders/" + sender + "/" + file;
        try (var stream = Objects.requireNonNull(KnownSenders.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
