/** Verify, limit, keep: from the door to the inbox. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "kernel", "partner", "credential", "rateplan", "canonical"})
package io.gangway.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
