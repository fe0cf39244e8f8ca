package io.gangway.partner;

import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/** What a proof is checked with. */
public sealed interface VerificationKey {
    /**
     * A secret that both sides know.
     *
     * @param text as the sender has it
     * @param bytes as the scheme takes it
     */
    record Shared(String text, byte[] bytes) implements VerificationKey {
        @Override
        public String toString() {
            return "Shared[…]";
        }
    }

    /** The public half of the sender's key; {@code id} is its {@code kid}, if it has one. */
    record Public(@Nullable String id, PublicKey key) implements VerificationKey {}
}
