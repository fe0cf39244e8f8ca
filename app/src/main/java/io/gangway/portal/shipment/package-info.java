/** Shipments, for every audience. */
@NullMarked
package io.gangway.portal.shipment;

import org.jspecify.annotations.NullMarked;
