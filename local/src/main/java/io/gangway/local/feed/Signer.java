package io.gangway.local.feed;

import java.time.Instant;
import java.util.Map;

/** How one sender proves that a webhook is its own. */
public interface Signer {
    /**
     * @param secret as the endpoint knows it, in the sender's spelling
     * @param at when it is sent; schemes without a time ignore it
     * @return the headers that carry the proof
     */
    Map<String, String> sign(byte[] body, String secret, Instant at);
}
