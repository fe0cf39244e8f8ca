/** Keycloak as the identity provider. */
@NullMarked
package io.gangway.identity.keycloak;

import org.jspecify.annotations.NullMarked;
