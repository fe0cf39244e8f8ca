package io.gangway.registry;

import io.gangway.mapping.MappingCompiler;
import io.gangway.mapping.MappingLimits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MappingConfiguration {
    @Bean
    MappingCompiler mappingCompiler() {
        return new MappingCompiler(MappingLimits.defaults());
    }
}
