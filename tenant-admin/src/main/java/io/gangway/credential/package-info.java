/** Secrets shared with other parties, sealed with a key of the tenant's own. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package io.gangway.credential;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
