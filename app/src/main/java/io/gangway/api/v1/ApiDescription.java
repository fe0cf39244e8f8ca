package io.gangway.api.v1;

import io.gangway.api.security.NeedsScope;
import io.gangway.api.security.OpenToAll;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API in words that machines read: OpenAPI 3.1 at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    /** Says of each operation which scope opens it. */
    @Bean
    OperationCustomizer scopesOfOperations() {
        return (operation, handler) -> {
            var needed = handler.getMethodAnnotation(NeedsScope.class);
            if (handler.hasMethodAnnotation(OpenToAll.class)) {
                operation.setSecurity(List.of());
            } else if (needed != null) {
                var scope = needed.value().word();
                operation.setSecurity(List.of(
                        new SecurityRequirement().addList("apiKey", scope),
                        new SecurityRequirement().addList("bearer", scope)));
                var description = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
                operation.setDescription(description + "Scope: `%s`.".formatted(scope));
            }
            return operation;
        };
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI(SpecVersion.V31)
                .info(
                        new Info()
                                .title("Gangway")
                                .version("1")
                                .description(
                                        "Shipments of all your logistics partners in one model. Errors are RFC 9457 problems; every response carries X-Correlation-Id."))
                .components(new Components()
                        .addSecuritySchemes(
                                "apiKey",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.HEADER)
                                        .name("X-API-Key")
                                        .description("gw_live_… or gw_test_…"))
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("An OAuth client-credentials token for gangway-api.")))
                .addSecurityItem(new SecurityRequirement().addList("apiKey"))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
    }
}
