/** What every module stands on: ids, environments, and the two ways to the database, as one tenant or across them. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.gangway.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
