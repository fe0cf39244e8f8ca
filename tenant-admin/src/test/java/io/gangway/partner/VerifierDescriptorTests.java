package io.gangway.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class VerifierDescriptorTests {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void readsTheKnownSenders() {
        var known = new KnownVerifiers(JSON);

        assertThat(known.names())
                .contains("easypost", "aftership", "sendcloud", "ups", "gls", "shippo", "standard-webhooks");
        assertThat(known.of("easypost").prefix()).isEqualTo("hmac-sha256-hex=");
        assertThatThrownBy(() -> known.of("nobody")).hasMessageContaining("Known are [aftership, ");
    }

    @Test
    void refusesAnIdThatIsNotSigned() {
        var faults = faultsOf("""
                {"algorithm": "hmac-sha256", "header": "X-Signature", "messageId": {"header": "X-Id"}}""");

        assertThat(faults)
                .containsExactly(
                        "'messageId.header' and {id} in 'signed' need each other: an id that isn't signed could"
                                + " be changed to pass a copy off as new.");
    }

    @Test
    void refusesATimeThatIsNotSigned() {
        var faults = faultsOf("""
                {"algorithm": "hmac-sha256", "header": "X-Signature", "timestamp": {"header": "X-Time", "format": "unix"}}""");

        assertThat(faults)
                .containsExactly(
                        "'timestamp' and {timestamp} in 'signed' need each other: a time that isn't signed can be forged.");
    }

    @Test
    void tellsAllFaultsAtOnce() {
        var faults = faultsOf("""
                {"algorithm": "hmac-sha256", "header": "no header", "format": "prefixed", "signed": "{who}",
                 "toleranceSeconds": 0}""");

        assertThat(faults)
                .containsExactly(
                        "'header' is 'no header', which is not the name of an HTTP header.",
                        "'prefix' is missing: format 'prefixed' needs the text before the proof.",
                        "'toleranceSeconds' is 0; it must be from 1 to 86400.",
                        "'signed' has '{who}'; known are {id}, {timestamp}, {method}, {path} and {body}, and JSON pointers where the signature is in the body.",
                        "'signed' lacks {body}: the proof would say nothing about what was sent.");
    }

    @Test
    void refusesASignatureInTheBodyThatCouldBeUsedForAnyMessage() {
        assertThat(faultsOf("""
                {"algorithm": "hmac-sha256", "bodyPointer": "/signature", "signed": "{/token}"}"""))
                .containsExactly(
                        "A signature in the body needs 'messageId.bodyPointer', and that pointer in 'signed': otherwise"
                                + " one signature could pass off any number of messages as new.");
    }

    @Test
    void refusesSecretsWithBlanksAndShortOnes() {
        var ups = new KnownVerifiers(JSON).of("ups");

        assertThatThrownBy(() -> VerificationKeys.checkNew(ups, "0123456789abcdef "))
                .hasMessage("The secret has blanks or line breaks in it or around it. Copy it again without them.");
        assertThatThrownBy(() -> VerificationKeys.checkNew(ups, "0123456789abcde"))
                .hasMessage(
                        "The secret has 15 bytes; it needs at least 16, so that it can't be guessed. Let the sender make a longer one.");
        VerificationKeys.checkNew(ups, "0123456789abcdef");
    }

    @Test
    void survivesBeingStored() {
        var known = new KnownVerifiers(JSON);
        for (var name : known.names()) {
            var stored = JSON.writeValueAsString(known.of(name));

            assertThat(JSON.readValue(stored, VerifierDescriptor.class)).isEqualTo(known.of(name));
        }
    }

    private static java.util.List<String> faultsOf(String json) {
        var failed = catchThrowableOfType(
                tools.jackson.databind.exc.ValueInstantiationException.class,
                () -> JSON.readValue(json, VerifierDescriptor.class));
        return ((VerifierDescriptorInvalid) failed.getCause()).faults();
    }
}
