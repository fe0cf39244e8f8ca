package io.gangway.api.security;

import io.gangway.api.problem.ScopeMissing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a call through to its operation if the caller has the scope that the operation names. */
@Configuration(proxyBeanMethods = false)
class ScopeGuard implements WebMvcConfigurer, HandlerInterceptor {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/v1/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod operation) || operation.hasMethodAnnotation(OpenToAll.class)) {
            return true;
        }
        var needed = operation.getMethodAnnotation(NeedsScope.class);
        var caller = SecurityContextHolder.getContext().getAuthentication();
        if (needed == null || !(caller instanceof MachineAuthentication machine)) {
            throw new AccessDeniedException("This operation declares no scope.");
        }
        if (!machine.getPrincipal().scopes().contains(needed.value())) {
            throw new ScopeMissing(needed.value().word(), machine.getName());
        }
        return true;
    }
}
