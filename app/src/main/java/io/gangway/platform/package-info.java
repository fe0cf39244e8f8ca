/** What every stage stands on: correlation, clock, the database pools, signals between nodes. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "rateplan"})
package io.gangway.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
