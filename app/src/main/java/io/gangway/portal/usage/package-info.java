/** What an organization uses of its plan. */
@NullMarked
package io.gangway.portal.usage;

import org.jspecify.annotations.NullMarked;
