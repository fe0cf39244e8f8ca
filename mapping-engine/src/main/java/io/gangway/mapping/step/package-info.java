/**
 * Gangway's own operations. They work on the messages of a document: the document itself, or what its arrays hold,
 * however nested. Internal to the mapping engine; {@code docs/mapping.md} describes each.
 */
@NullMarked
package io.gangway.mapping.step;

import org.jspecify.annotations.NullMarked;
