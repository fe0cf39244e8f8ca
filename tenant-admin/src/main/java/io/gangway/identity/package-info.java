/** API keys and OAuth clients: whom a machine speaks for. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "tenant"})
package io.gangway.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
