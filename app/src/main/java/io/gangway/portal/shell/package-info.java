/** Frame, login and navigation of the portal. */
@NullMarked
package io.gangway.portal.shell;

import org.jspecify.annotations.NullMarked;
