/** What customers see. */
@NullMarked
package io.gangway.portal.customer;

import org.jspecify.annotations.NullMarked;
