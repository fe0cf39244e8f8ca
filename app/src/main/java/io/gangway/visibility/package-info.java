/** Read models only. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "kernel", "partner", "credential", "shipment", "ingest", "canonical"})
package io.gangway.visibility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
