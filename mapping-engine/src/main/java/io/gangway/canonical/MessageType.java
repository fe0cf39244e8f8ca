package io.gangway.canonical;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Name and version of a canonical message. A published version never changes; the next one is a record of its own. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface MessageType {
    /** In kebab case: {@code tracking-event}. */
    String name();

    /** From 1. */
    int version();
}
