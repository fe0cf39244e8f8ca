/** Which mapping version and which code lists are active. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "kernel", "partner", "audit", "mapping", "canonical"})
package io.gangway.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
