package io.gangway.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import io.gangway.support.AccessMatrix;
import io.gangway.support.Tenancies;
import io.gangway.tenant.MemberRole;
import io.gangway.tenant.Tenant;
import io.gangway.tenant.TenantKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every page against every role; the answers are data, and a page that they lack fails here. */
class PortalMatrixTests extends ViewTest {
    private MemberRole role = MemberRole.OWNER;

    PortalMatrixTests(Tenancies tenancies) {
        super(tenancies);
    }

    @Override
    protected Tenant register(Tenancies tenancies) {
        if (MemberRole.of(TenantKind.PARTNER).contains(role)) {
            return tenancies.partner("Matrix");
        }
        return MemberRole.of(TenantKind.CUSTOMER).contains(role) ? tenancies.customer("Matrix") : tenancies.operator();
    }

    @Override
    protected MemberRole roleIn(Tenant organization) {
        return role;
    }

    @Test
    void everyRoleOpensWhatItMayAndNothingElse() {
        var matrix = AccessMatrix.read("portal.csv", ",");
        assertThat(matrix).extracting(row -> row.get("route")).containsExactlyInAnyOrderElementsOf(routes());
        var wrong = new ArrayList<String>();
        for (var each : MemberRole.values()) {
            role = each;
            cleanVaadinEnvironment();
            initVaadinEnvironment();
            for (var row : matrix) {
                var route = row.get("route");
                var allowed = row.get("roles").equals("ALL")
                        || Set.of(row.get("roles").split(" ")).contains(each.name());
                // No page of an id that exists: what is asked is whether the page itself opens.
                var page = route.replaceAll("/:\\w+", "");
                if (opens(page) != allowed) {
                    wrong.add("%s %s %s".formatted(each, allowed ? "does not open" : "opens", route));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private boolean opens(String page) {
        return !open(page).contains("There is nothing here");
    }

    private static List<String> routes() {
        return RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .map(RouteData::getTemplate)
                .map(template -> template.replaceAll("/:___url_parameter(\\([^)]*\\))?", "/:id"))
                .toList();
    }
}
