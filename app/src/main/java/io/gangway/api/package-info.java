/** The door for machines. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "rateplan",
            "kernel",
            "identity",
            "audit",
            "ingest",
            "partner",
            "shipment",
            "visibility",
            "ops",
            "canonical"
        })
package io.gangway.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
