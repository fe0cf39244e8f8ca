package io.gangway.mapping.suggest;

/**
 * What a field may be filled from instead.
 *
 * @param source as in {@link Proposal#sources()}
 * @param confidence from 0 to 1
 */
public record Alternative(String source, double confidence) {}
