package io.gangway.support;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@TestConfiguration(proxyBeanMethods = false)
@Import(Tenancies.class)
class PlatformFixtures {
    @Bean
    SettableClock settableClock() {
        return new SettableClock();
    }

    @Bean
    Http http() {
        return new Http(Servers.url());
    }
}
