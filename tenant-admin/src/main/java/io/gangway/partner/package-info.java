/** What partners offer: connections and their inbound endpoints; and customers' accounts with them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "credential", "audit"})
package io.gangway.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
