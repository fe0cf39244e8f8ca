/** The REST API, version 1. */
@NullMarked
package io.gangway.api.v1;

import org.jspecify.annotations.NullMarked;
