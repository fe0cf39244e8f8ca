/** The door for people. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "kernel",
            "tenant",
            "partner",
            "identity",
            "audit",
            "rateplan",
            "registry",
            "ingest",
            "shipment",
            "visibility",
            "ops",
            "canonical"
        })
package io.gangway.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
