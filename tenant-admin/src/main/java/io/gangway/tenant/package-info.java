/** Organizations and their members. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package io.gangway.tenant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
