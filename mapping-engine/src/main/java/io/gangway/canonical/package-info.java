/** What every sender's message is translated into. Version 1 of the shape is named {@code tracking-event/1}. */
@NullMarked
package io.gangway.canonical;

import org.jspecify.annotations.NullMarked;
