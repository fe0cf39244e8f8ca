/** Who did what to what, when. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "credential"})
package io.gangway.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
