/** Where senders post their webhooks. */
@NullMarked
package io.gangway.api.webhook;

import org.jspecify.annotations.NullMarked;
