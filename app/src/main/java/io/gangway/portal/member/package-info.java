/** The people of an organization. */
@NullMarked
package io.gangway.portal.member;

import org.jspecify.annotations.NullMarked;
