/** Who may come in by the door for machines. */
@NullMarked
package io.gangway.api.security;

import org.jspecify.annotations.NullMarked;
