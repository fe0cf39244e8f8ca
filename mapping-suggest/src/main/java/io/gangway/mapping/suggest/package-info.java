/**
 * Suggestions: what a mapping for some sample payloads would probably say, with a confidence and the reasons for it.
 * Rules alone, without chance, clock or network, so that the same samples give the same answer anywhere.
 */
@NullMarked
package io.gangway.mapping.suggest;

import org.jspecify.annotations.NullMarked;
