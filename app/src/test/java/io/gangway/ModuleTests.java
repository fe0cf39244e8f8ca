package io.gangway;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleTests {
    @Test
    void modulesKeepToWhatTheyMayKnow() {
        ApplicationModules.of(Application.class).verify();
    }
}
