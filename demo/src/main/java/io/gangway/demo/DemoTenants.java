package io.gangway.demo;

import io.gangway.demo.DemoFile.DemoEndpoint;
import io.gangway.demo.DemoFile.DemoKey;
import io.gangway.demo.DemoFile.DemoLogin;
import io.gangway.identity.ApiKeys;
import io.gangway.identity.NewApiKey;
import io.gangway.identity.OAuthClients;
import io.gangway.identity.Scope;
import io.gangway.kernel.Environment;
import io.gangway.partner.Accounts;
import io.gangway.tenant.MemberRole;
import io.gangway.tenant.Members;
import io.gangway.tenant.Tenant;
import io.gangway.tenant.TenantKind;
import io.gangway.tenant.Tenants;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Loads two customers, three partners and the operator through the services that the portal and the API use; once, into
 * an empty database.
 */
@Component
@Profile("local")
class DemoTenants implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(DemoTenants.class);
    private static final String ACTOR = "system:demo";

    private final Tenants tenants;
    private final Members members;
    private final Accounts accounts;
    private final ApiKeys keys;
    private final OAuthClients clients;
    private final DemoSenders senders;
    private final DemoFiles files;

    DemoTenants(
            Tenants tenants,
            Members members,
            Accounts accounts,
            ApiKeys keys,
            OAuthClients clients,
            DemoSenders senders,
            DemoFiles files) {
        this.tenants = tenants;
        this.members = members;
        this.accounts = accounts;
        this.keys = keys;
        this.clients = clients;
        this.senders = senders;
        this.files = files;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!tenants.ofKind(TenantKind.OPERATOR).isEmpty()) {
            log.info("The demo tenants are there from a former run.");
            return;
        }
        var logins = new ArrayList<DemoLogin>();
        var operator = tenants.register(TenantKind.OPERATOR, "Gangway Operations");
        logins.add(member(operator, "olga", "olga@gangway.example", "Olga Operator", MemberRole.PLATFORM_ADMIN));

        var acme = tenants.register(TenantKind.CUSTOMER, "Acme Outdoor");
        logins.add(member(acme, "anna", "anna@acme.example", "Anna Alder", MemberRole.ADMIN));
        var birch = tenants.register(TenantKind.CUSTOMER, "Birch & Co");
        logins.add(member(birch, "bo", "bo@birch.example", "Bo Birch", MemberRole.ADMIN));

        var northwind = tenants.register(TenantKind.PARTNER, "Northwind Fulfilment");
        logins.add(member(northwind, "nora", "nora@northwind.example", "Nora North", MemberRole.OWNER));
        var parcelway = tenants.register(TenantKind.PARTNER, "Parcelway");
        logins.add(member(parcelway, "pia", "pia@parcelway.example", "Pia Parcel", MemberRole.OWNER));
        var baltic = tenants.register(TenantKind.PARTNER, "Baltic Express");
        logins.add(member(baltic, "ben", "ben@balticexpress.example", "Ben Baltic", MemberRole.OWNER));

        var endpoints = new ArrayList<DemoEndpoint>();
        endpoints.add(senders.connect(northwind, "easypost", "easypost"));
        endpoints.add(senders.connect(northwind, "aftership", "aftership"));
        endpoints.add(senders.connect(parcelway, "gls", "gls"));
        endpoints.add(senders.connect(parcelway, "dhl-unified", "standard-webhooks"));
        endpoints.add(senders.connect(baltic, "ups", "ups"));
        endpoints.add(senders.connect(baltic, "sendcloud", "sendcloud"));

        var apiKeys = new ArrayList<DemoKey>();
        for (var customer : List.of(acme, birch)) {
            var number = 1;
            for (var partner : List.of(northwind, parcelway, baltic)) {
                accounts.open(
                        customer.id(),
                        partner.id(),
                        Environment.LIVE,
                        "%s-%s-%d".formatted(customer.slug(), partner.slug(), number++),
                        ACTOR);
            }
            var key = keys.issue(
                    customer.id(),
                    new NewApiKey("Demo", Environment.LIVE, Scope.of(TenantKind.CUSTOMER), null),
                    null,
                    ACTOR);
            apiKeys.add(new DemoKey(customer.name(), Environment.LIVE.keyWord(), key.text()));
        }
        clients.register(acme.id(), "acme-erp", Environment.LIVE, ACTOR);
        files.write(new DemoFile(endpoints, apiKeys, logins));
        log.info("Loaded the demo: two customers, three partners, six senders.");
    }

    private DemoLogin member(Tenant tenant, String username, String email, String name, MemberRole role) {
        members.add(tenant, email, name, role);
        return new DemoLogin(username, tenant.name(), role.name());
    }
}
