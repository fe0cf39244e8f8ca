/** The ledger: immutable events, and shipments as the fold of their events. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "kernel", "partner", "canonical"})
package io.gangway.shipment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
