/** Who may do what: keys, for administrators of organizations. */
@NullMarked
package io.gangway.portal.access;

import org.jspecify.annotations.NullMarked;
