/** From messages to canonical events. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "kernel",
            "partner",
            "credential",
            "registry",
            "ingest",
            "shipment",
            "mapping",
            "canonical"
        })
package io.gangway.translation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
