/** Traffic as the demo's senders would send it: their payloads, their signatures, their little faults. */
@NullMarked
package io.gangway.local.feed;

import org.jspecify.annotations.NullMarked;
