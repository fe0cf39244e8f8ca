package io.gangway.mapping.step;

import io.gangway.mapping.plan.Run;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes an id of chosen fields, the same whenever they are the same: a prefix and, in 64 hexadecimal digits, the SHA-256
 * of the fields' texts, each as {@code <number of bytes>:<bytes>}. A text is trimmed, in Unicode's form NFC, in UTF-8;
 * what is absent has no bytes.
 */
record IdStep(FieldPath field, List<FieldPath> from, String prefix) implements MessageStep {
    private static final int PREFIX = 50;

    static @Nullable IdStep compile(SpecObject spec) {
        var field = spec.path("field");
        var from = spec.paths("from");
        var prefix = spec.anyText("prefix", "");
        spec.refuseOthers("field", "from", "prefix");
        if (prefix.length() > PREFIX) {
            spec.fault(
                    "invalid-member",
                    "prefix",
                    "Member 'prefix' at %s has more than %d characters. Write a shorter one."
                            .formatted(spec.pointer(), PREFIX));
        }
        return field == null || from.isEmpty() ? null : new IdStep(field, from, prefix);
    }

    @Override
    public void work(Run run, int message, Position at) {
        var digest = sha256();
        var sources = new int[from.size()];
        boolean any = false;
        for (int i = 0; i < sources.length; i++) {
            sources[i] = from.get(i).get(run.document(), message);
            var text = Scalar.textOf(run.document(), sources[i]);
            any |= text != null;
            var bytes = text == null
                    ? new byte[0]
                    : Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        if (any) {
            var id = prefix + HexFormat.of().formatHex(digest.digest());
            field.put(run, message, run.document().newText(id), sources);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
