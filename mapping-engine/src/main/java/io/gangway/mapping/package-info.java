/**
 * Mappings: text that says how a sender's payload becomes canonical messages. Compiled once, with all faults at once;
 * run many times by any thread. The language is described in {@code docs/mapping.md}.
 */
@NullMarked
package io.gangway.mapping;

import org.jspecify.annotations.NullMarked;
