package io.gangway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.gangway.api.security.NeedsScope;
import io.gangway.api.security.OpenToAll;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One way through the house, and one home for everything. */
class ArchitectureTests {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.gangway");

    /** The roles that open a view, by its package. */
    private static final Map<String, Set<String>> AUDIENCES = Map.of(
            "io.gangway.portal.partner", Set.of("PARTNER"),
            "io.gangway.portal.operator", Set.of("OPERATOR"),
            "io.gangway.portal.access", Set.of("MANAGE_ACCESS"),
            "io.gangway.portal.audit", Set.of("SEE_AUDIT"),
            "io.gangway.portal.usage", Set.of("CUSTOMER", "PARTNER"),
            "io.gangway.portal.rateplan", Set.of("MANAGE_RATE_PLANS"),
            "io.gangway.portal.member", Set.of("CUSTOMER", "PARTNER", "OPERATOR"),
            "io.gangway.portal.code", Set.of("PARTNER", "OPERATOR"),
            "io.gangway.portal.shipment", Set.of("CUSTOMER", "PARTNER", "OPERATOR"));

    @Test
    void onlyThePortalKnowsVaadin() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("io.gangway.portal..", "io.gangway")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.vaadin.."));
    }

    @Test
    void onlyTheApiKnowsTheWeb() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("io.gangway.api..", "io.gangway.portal.shell..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "jakarta.servlet..", "io.swagger.."));
    }

    @Test
    void onlyOnePackageKnowsJolt() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.gangway.mapping.jolt..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.bazaarvoice.."));
    }

    @Test
    void theMappingEngineKnowsNoSpring() {
        check(noClasses()
                .that()
                .resideInAnyPackage("io.gangway.mapping..", "io.gangway.canonical..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta.."));
    }

    @Test
    void thePortalHasNoCycles() {
        check(slices().matching("io.gangway.portal.(*)..").should().beFreeOfCycles());
    }

    @Test
    void nobodyImportsADoor() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("io.gangway.portal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.gangway.portal.."));
        check(noClasses()
                .that()
                .resideOutsideOfPackages("io.gangway.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.gangway.api.."));
    }

    @Test
    void dataGoesOneWayAndImportsPointBack() {
        var way = new String[] {"platform", "registry", "ingest", "shipment", "translation", "visibility", "ops"};
        for (int i = 0; i < way.length; i++) {
            var later = Arrays.stream(way, i + 1, way.length)
                    .map("io.gangway.%s.."::formatted)
                    .toArray(String[]::new);
            if (later.length > 0) {
                check(noClasses()
                        .that()
                        .resideInAPackage("io.gangway.%s..".formatted(way[i]))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(later));
            }
        }
    }

    @Test
    void viewsAreHiddenAndGuardedByTheRoleOfTheirAudience() {
        check(classes().that().areAnnotatedWith(Route.class).should().bePackagePrivate());
        check(classes()
                .that()
                .areAnnotatedWith(Route.class)
                .should(new ArchCondition<>("be guarded by the role of their package") {
                    @Override
                    public void check(JavaClass view, ConditionEvents events) {
                        var role = AUDIENCES.get(view.getPackageName());
                        var guarded = role == null
                                ? view.isAnnotatedWith(PermitAll.class) || view.isAnnotatedWith(AnonymousAllowed.class)
                                : view.isAnnotatedWith(RolesAllowed.class)
                                        && Set.of(view.getAnnotationOfType(RolesAllowed.class)
                                                        .value())
                                                .equals(role);
                        events.add(new SimpleConditionEvent(
                                view, guarded, view.getName() + (guarded ? " is" : " is not") + " guarded by " + role));
                    }
                }));
    }

    /** A view is not the only way to a service: each of them asks by itself who calls. */
    @Test
    void servicesThatThePortalCallsAreGuardedByRole() {
        check(classes()
                .that()
                .resideInAPackage("io.gangway.portal..")
                .and()
                // At the login, before anybody has a role.
                .doNotHaveFullyQualifiedName("io.gangway.portal.shell.PortalUsers")
                .and()
                // Before every request, to find out which roles somebody has.
                .doNotHaveFullyQualifiedName("io.gangway.portal.shell.CurrentMemberships")
                .should(new ArchCondition<>("call services that are guarded by role") {
                    @Override
                    public void check(JavaClass caller, ConditionEvents events) {
                        caller.getMethodCallsFromSelf().stream()
                                .filter(call -> call.getTargetOwner().isAnnotatedWith(Service.class))
                                .forEach(call -> events.add(new SimpleConditionEvent(
                                        call, isGuarded(call), call.getDescription() + ", which is not guarded")));
                        caller.getMethodReferencesFromSelf().stream()
                                .filter(reference -> reference.getTargetOwner().isAnnotatedWith(Service.class))
                                .forEach(reference -> events.add(new SimpleConditionEvent(
                                        reference,
                                        isGuarded(reference),
                                        reference.getDescription() + ", which is not guarded")));
                    }
                }));
        assertThat(CLASSES.stream()
                        .filter(type -> type.getPackageName().startsWith("io.gangway.portal"))
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .filter(call -> call.getTargetOwner().isAnnotatedWith(Service.class)))
                .as("calls that were looked at")
                .hasSizeGreaterThan(10);
    }

    private static boolean isGuarded(JavaCodeUnitAccess<? extends CodeUnitAccessTarget> access) {
        return access.getTargetOwner().isAnnotatedWith(PreAuthorize.class)
                || access.getTarget().isAnnotatedWith(PreAuthorize.class);
    }

    @Test
    void everyOperationSaysWhoMayCallIt() {
        check(methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(RestController.class)
                .and()
                .areMetaAnnotatedWith(RequestMapping.class)
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("io.gangway.api.v1..")
                .should()
                .beAnnotatedWith(NeedsScope.class)
                .orShould()
                .beAnnotatedWith(OpenToAll.class));
    }

    @Test
    void repositoriesAreHiddenAndAskForTheTenantFirst() {
        var repositories = classes().that().areAssignableTo(Repository.class);
        check(repositories.should().bePackagePrivate().allowEmptyShould(true));
        check(methods()
                .that()
                .areDeclaredInClassesThat()
                .areAssignableTo(Repository.class)
                .should(nameTheTenantFirst())
                .allowEmptyShould(true));
    }

    private static ArchCondition<JavaMethod> nameTheTenantFirst() {
        return new ArchCondition<>("name the tenant first, or say why not") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var saves = method.getName().equals("save");
                var crosses = method.isAnnotatedWith(CrossTenant.class)
                        || method.getOwner().isAnnotatedWith(CrossTenant.class);
                var parameters = method.reflect().getParameters();
                var tenantFirst =
                        parameters.length > 0 && parameters[0].getName().startsWith("tenant");
                events.add(new SimpleConditionEvent(method, saves || crosses || tenantFirst, method.getFullName()));
            }
        };
    }

    @Test
    void whoCrossesTenantsSaysWhy() {
        check(classes().that().areAnnotatedWith(CrossTenant.class).should(new ArchCondition<>("give a reason") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var reason = type.getAnnotationOfType(CrossTenant.class).value();
                events.add(new SimpleConditionEvent(type, !reason.isBlank(), type.getName() + ": " + reason));
            }
        }));
        check(classes()
                .that()
                .resideOutsideOfPackage("io.gangway.kernel..")
                .should(new ArchCondition<>("say why with @CrossTenant where they use the database of all tenants") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getMethodCallsFromSelf().stream()
                                .filter(call -> call.getTargetOwner().isEquivalentTo(CrossTenantDatabase.class))
                                .map(JavaMethodCall::getOrigin)
                                .forEach(caller -> events.add(new SimpleConditionEvent(
                                        caller,
                                        caller.isAnnotatedWith(CrossTenant.class)
                                                || type.isAnnotatedWith(CrossTenant.class),
                                        "%s crosses tenants and does not say why".formatted(caller.getFullName()))));
                    }
                }));
    }

    @Test
    void namesSayWhatThingsAre() {
        check(noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Processor"));
    }

    @Test
    void dependenciesComeByConstructor() {
        check(noFields().should().beAnnotatedWith(Autowired.class));
        check(noFields()
                .that()
                .areNotFinal()
                .should()
                .haveModifier(JavaModifier.STATIC)
                .because("static state outlives the test and the request"));
    }

    @Test
    void timeComesFromTheClock() {
        check(noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis"));
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.gangway.platform.TimeConfiguration")
                .and()
                .resideOutsideOfPackage("io.gangway.local..")
                .should()
                .callMethod(Clock.class, "systemUTC"));
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
