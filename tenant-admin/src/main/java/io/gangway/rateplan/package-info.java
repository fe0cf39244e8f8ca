/** How often an organization, a key and an endpoint may ask, and how often they did. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "tenant"})
package io.gangway.rateplan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
