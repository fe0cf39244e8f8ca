/** What tests run on: one PostgreSQL, one Keycloak, one browser, one platform and a clock they set, for all of them. */
@NullMarked
package io.gangway.support;

import org.jspecify.annotations.NullMarked;
