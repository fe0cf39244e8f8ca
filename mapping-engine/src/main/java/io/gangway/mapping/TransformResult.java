package io.gangway.mapping;

/** What a document came to as bytes. */
public sealed interface TransformResult permits TransformResult.Transformed, MappingResult.Rejected {
    /** JSON in UTF-8; {@code null} if the mapping left nothing. */
    record Transformed(byte[] json) implements TransformResult {}
}
