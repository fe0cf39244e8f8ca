/**
 * What every sender's message is translated into, and what is asked of carriers. A kind of message is a record; its
 * name, version, limits and classification are annotations, from which the type model, the schemas and the documentation
 * come. See {@code docs/canonical-model.md}.
 */
@NullMarked
package io.gangway.canonical;

import org.jspecify.annotations.NullMarked;
