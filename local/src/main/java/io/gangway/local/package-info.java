/** PostgreSQL, Keycloak and the application as child processes on one machine. Never part of a production build. */
@NullMarked
package io.gangway.local;

import org.jspecify.annotations.NullMarked;
