package io.gangway.mapping.plan;

/** Takes what is wrong with a payload, so that all of it can be told at once. */
@FunctionalInterface
public interface Notes {
    void fault(String code, String pointer, String detail);
}
