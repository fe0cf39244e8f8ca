/** Undoes or repeats: dead letters and replay; keeps the house: partitions and the replay cache. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "identity",
            "kernel",
            "tenant",
            "audit",
            "rateplan",
            "credential",
            "registry",
            "mapping",
            "ingest",
            "canonical"
        })
package io.gangway.ops;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
