package io.gangway.ingest;

import io.gangway.platform.StageTimes;
import io.gangway.rateplan.Asked;
import io.gangway.rateplan.RateLimiter;
import io.gangway.rateplan.RequestKind;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Service;

/** Takes webhooks in: what is genuine and new is on disk before the sender hears of it. */
@Service
public class Webhooks {
    private static final Logger log = LoggerFactory.getLogger(Webhooks.class);

    private final EndpointDirectory directory;
    private final SignatureVerifier verifier;
    private final Inbox inbox;
    private final Refusals refusals;
    private final RateLimiter limiter;
    private final MeterRegistry meters;
    private final Timer verifyTime;
    private final Timer storeTime;

    Webhooks(
            EndpointDirectory directory,
            Inbox inbox,
            Refusals refusals,
            RateLimiter limiter,
            Clock clock,
            MeterRegistry meters) {
        this.directory = directory;
        this.verifier = new SignatureVerifier(clock);
        this.inbox = inbox;
        this.refusals = refusals;
        this.limiter = limiter;
        this.meters = meters;
        this.verifyTime = StageTimes.of("verify", meters);
        this.storeTime = StageTimes.of("store", meters);
    }

    /**
     * The open endpoint of an address. The only look-up of a webhook: what comes later uses its answer. Throws
     * {@link java.util.concurrent.CompletionException} if nobody can say now.
     */
    public Optional<GuardedEndpoint> endpoint(String token) {
        return directory.find(token);
    }

    /** Why a request is turned away before its body is read; null if its proof is there, or can only be in the body. */
    public Reception.@Nullable Refused missingProof(IncomingWebhook head) {
        var rejected = SignatureVerifier.missingProof(head);
        return rejected == null ? null : refuse(head, rejected.cause(), rejected.detail());
    }

    /** Whether a request without a message has the right address, secret part included. */
    public boolean isAddressRight(IncomingWebhook head) {
        var verifier = head.endpoint().verifier();
        return !verifier.isProofInAddress() || verifier.algorithm().signs() || this.verifier.isAddressProven(head);
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
            case Reception.Refused(var cause, var detail) -> refused(webhook, cause, detail);
            case Reception.TooMany tooMany ->
                refused(
                        webhook,
                        RefusalCause.RATE_LIMITED,
                        "More webhooks arrived than the plan allows. They were refused with 429 and are expected again.");
        }
        return reception;
    }

    /** Notes that a request for a known endpoint was turned away before it could be read whole. */
    public Reception.Refused refuse(IncomingWebhook head, RefusalCause cause, String detail) {
        refused(head, cause, detail);
        return new Reception.Refused(cause, detail);
    }

    /** Notes a request that belongs to no endpoint. */
    public void refuseUnknownCaller(RefusalCause cause) {
        count(cause);
        refusals.noteUnknownCaller(cause);
    }

    private void count(RefusalCause cause) {
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
        var verdict = verifyTime.record(() -> verifier.verify(webhook));
        return switch (verdict) {
            case null -> throw new IllegalStateException("A verifier always answers.");
            case Verdict.Rejected(var cause, var detail) -> new Reception.Refused(cause, detail);
            case Verdict.Genuine genuine -> {
                var endpoint = webhook.endpoint();
                // After the signature: nobody else may use up what is the partner's.
                var allowance = limiter.ask(new Asked(
                        endpoint.tenant(),
                        endpoint.environment(),
                        RequestKind.WEBHOOK,
                        endpoint.id().toString()));
                yield allowance.isGranted() ? store(webhook, genuine) : new Reception.TooMany(allowance);
            }
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

    private void refused(IncomingWebhook webhook, RefusalCause cause, String detail) {
        var endpoint = webhook.endpoint();
        count(cause);
        refusals.note(endpoint, webhook.correlation(), cause, detail);
    }

    private void count(String result) {
        meters.counter("gangway.messages.received", "result", result).increment();
    }
}
