/** Tenants and senders for a first look; on the class path of local mode alone. */
@NullMarked
@ApplicationModule
package io.gangway.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
