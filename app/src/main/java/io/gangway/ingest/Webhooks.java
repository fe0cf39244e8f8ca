package io.gangway.ingest;

import io.gangway.partner.Endpoint;
import io.gangway.platform.StageTimes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Service;

/** Takes webhooks in: what is genuine and new is on disk before the sender hears of it. */
@Service
public class Webhooks {
    private static final Logger log = LoggerFactory.getLogger(Webhooks.class);
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

    private final EndpointDirectory directory;
    private final SignatureVerifier verifier;
    private final Inbox inbox;
    private final Refusals refusals;
    private final MeterRegistry meters;
    private final Timer verifyTime;
    private final Timer storeTime;

    Webhooks(EndpointDirectory directory, Inbox inbox, Refusals refusals, Clock clock, MeterRegistry meters) {
        this.directory = directory;
        this.verifier = new SignatureVerifier(clock);
        this.inbox = inbox;
        this.refusals = refusals;
        this.meters = meters;
        this.verifyTime = StageTimes.of("verify", meters);
        this.storeTime = StageTimes.of("store", meters);
    }

    /** The open endpoint of an address. */
    public Optional<Endpoint> endpoint(String token) {
        return directory.find(token).map(EndpointDirectory.Guarded::endpoint);
    }

    /** Verifies and keeps a request. Returns after the commit. */
    public Reception receive(IncomingWebhook webhook) {
        try (var tenant =
                MDC.putCloseable("tenantId", webhook.endpoint().tenant().toString())) {
            return report(webhook, decide(webhook));
        }
    }

    private Reception report(IncomingWebhook webhook, Reception reception) {
        switch (reception) {
            case Reception.Accepted(var message) -> {
                count("accepted");
                log.info("Received message {} of {} bytes", message, webhook.body().length);
            }
            case Reception.Duplicate(var original) -> {
                count("duplicate");
                log.info("Received message {} again", original);
            }
            case Reception.Refused(var cause, var detail) -> refused(webhook.endpoint(), webhook, cause, detail);
        }
        return reception;
    }

    /** Notes that a request for a known endpoint was turned away before it could be read whole. */
    public Reception.Refused refuse(Endpoint endpoint, IncomingWebhook head, RefusalCause cause, String detail) {
        refused(endpoint, head, cause, detail);
        return new Reception.Refused(cause, detail);
    }

    /** Counts a request that belongs to no endpoint. */
    public void countStranger(RefusalCause cause) {
        meters.counter(
                        "gangway.messages.refused",
                        "cause",
                        cause.code(),
                        "party",
                        cause.party().name())
                .increment();
    }

    private Reception decide(IncomingWebhook webhook) {
        if (webhook.body().length == 0) {
            return new Reception.Refused(RefusalCause.BODY_EMPTY, "The body is empty. Send the message as JSON.");
        }
        var charset = foreignCharset(webhook.contentType());
        if (charset != null) {
            return new Reception.Refused(
                    RefusalCause.CHARSET_UNSUPPORTED,
                    "The content type names the charset '%s'. JSON is sent in UTF-8.".formatted(charset));
        }
        var guarded = directory.find(webhook.endpoint().token());
        if (guarded.isEmpty()) {
            return new Reception.Refused(RefusalCause.ENDPOINT_UNKNOWN, "There is no such endpoint.");
        }
        var verdict =
                verifyTime.record(() -> verifier.verify(webhook, guarded.get().secrets()));
        return switch (verdict) {
            case null -> throw new IllegalStateException("A verifier always answers.");
            case Verdict.Rejected(var cause, var detail) -> new Reception.Refused(cause, detail);
            case Verdict.Genuine genuine -> store(webhook, genuine);
        };
    }

    private Reception store(IncomingWebhook webhook, Verdict.Genuine genuine) {
        var sample = Timer.start();
        try {
            return inbox.append(webhook, genuine);
        } finally {
            sample.stop(storeTime);
        }
    }

    private void refused(Endpoint endpoint, IncomingWebhook webhook, RefusalCause cause, String detail) {
        countStranger(cause);
        refusals.note(endpoint, webhook.correlation(), cause, detail);
        log.warn("Refused a message for endpoint {}: {}", endpoint.id(), cause.code());
    }

    private void count(String result) {
        meters.counter("gangway.messages.received", "result", result).increment();
    }

    private static @Nullable String foreignCharset(@Nullable String contentType) {
        if (contentType == null) {
            return null;
        }
        var matcher = CHARSET.matcher(contentType);
        if (!matcher.find()) {
            return null;
        }
        var name = matcher.group(1).toLowerCase(Locale.ROOT);
        return name.equals("utf-8") || name.equals("utf8") || name.equals("us-ascii") ? null : name;
    }
}
