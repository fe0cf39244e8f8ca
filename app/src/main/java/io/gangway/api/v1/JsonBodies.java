package io.gangway.api.v1;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** JSON is what the API takes: what a library on the class path could read besides is 415. */
@Configuration(proxyBeanMethods = false)
class JsonBodies implements WebMvcConfigurer {
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.configureMessageConvertersList(list -> list.removeIf(
                converter -> converter.getSupportedMediaTypes().stream().anyMatch(type -> {
                    var subtype = type.getSubtype();
                    return subtype.endsWith("yaml") || subtype.endsWith("xml") || subtype.endsWith("cbor");
                })));
    }
}
