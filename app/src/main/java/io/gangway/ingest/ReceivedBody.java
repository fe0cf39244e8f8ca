package io.gangway.ingest;

/**
 * A body in the stages of its unpacking; without compression and form all three are the same array.
 *
 * @param sent as it came over the wire
 * @param unpacked without its content encoding
 * @param json what is kept and translated
 */
public record ReceivedBody(byte[] sent, byte[] unpacked, byte[] json) {
    public static final ReceivedBody NONE = plain(new byte[0]);

    public static ReceivedBody plain(byte[] bytes) {
        return new ReceivedBody(bytes, bytes, bytes);
    }

    boolean isCompressed() {
        return sent != unpacked;
    }
}
