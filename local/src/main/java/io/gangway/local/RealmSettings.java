package io.gangway.local;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the realm file leaves open, as environment variables fill it in production.
 *
 * @param publicUrl where browsers reach the portal, such as {@code http://localhost:8080}
 * @param portalSecret of the client {@link RealmFile#PORTAL_CLIENT}
 * @param administrationSecret of the client {@link RealmFile#ADMINISTRATION_CLIENT}
 * @param mailPort where a mail server of this machine listens
 */
public record RealmSettings(String publicUrl, String portalSecret, String administrationSecret, int mailPort) {
    Map<String, String> placeholders() {
        var values = new LinkedHashMap<String, String>();
        values.put("GANGWAY_PUBLIC_URL", publicUrl);
        values.put("GANGWAY_PORTAL_CLIENT_SECRET", portalSecret);
        values.put("GANGWAY_IDENTITY_ADMIN_CLIENT_SECRET", administrationSecret);
        values.put("GANGWAY_MAIL_HOST", "127.0.0.1");
        values.put("GANGWAY_MAIL_PORT", Integer.toString(mailPort));
        values.put("GANGWAY_MAIL_FROM", "gangway@localhost.example");
        values.put("GANGWAY_MAIL_AUTH", "false");
        values.put("GANGWAY_MAIL_USERNAME", "");
        values.put("GANGWAY_MAIL_PASSWORD", "");
        values.put("GANGWAY_MAIL_STARTTLS", "false");
        return values;
    }

    /** Keeps the secrets out of logs. */
    @Override
    public String toString() {
        return publicUrl;
    }
}
