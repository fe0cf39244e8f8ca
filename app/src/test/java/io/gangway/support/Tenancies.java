package io.gangway.support;

import io.gangway.identity.ApiKeys;
import io.gangway.identity.NewApiKey;
import io.gangway.identity.OAuthClients;
import io.gangway.identity.Scope;
import io.gangway.kernel.Environment;
import io.gangway.mapping.KnownSenders;
import io.gangway.partner.Accounts;
import io.gangway.partner.ConnectionId;
import io.gangway.partner.Connections;
import io.gangway.partner.Endpoint;
import io.gangway.partner.Endpoints;
import io.gangway.partner.KnownVerifiers;
import io.gangway.partner.NewEndpoint;
import io.gangway.partner.VerifierDescriptor;
import io.gangway.registry.CodeListRows;
import io.gangway.registry.MappingVersions;
import io.gangway.tenant.Member;
import io.gangway.tenant.MemberRole;
import io.gangway.tenant.Members;
import io.gangway.tenant.Tenant;
import io.gangway.tenant.TenantKind;
import io.gangway.tenant.Tenants;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** Makes tenants and what is theirs through the services of the product. */
public final class Tenancies {
    private static final String ACTOR = "test:author";
    private static final String APPROVER = "test:approver";

    private final Tenants tenants;
    private final Members members;
    private final Accounts accounts;
    private final ApiKeys keys;
    private final OAuthClients clients;
    private final Connections connections;
    private final CodeListRows codeLists;
    private final MappingVersions mappings;
    private final Endpoints endpoints;
    private final KnownVerifiers verifiers;
    private final Http http;
    private final AtomicInteger number = new AtomicInteger();

    Tenancies(
            Tenants tenants,
            Members members,
            Accounts accounts,
            ApiKeys keys,
            OAuthClients clients,
            Connections connections,
            CodeListRows codeLists,
            MappingVersions mappings,
            Endpoints endpoints,
            KnownVerifiers verifiers,
            Http http) {
        this.tenants = tenants;
        this.members = members;
        this.accounts = accounts;
        this.keys = keys;
        this.clients = clients;
        this.connections = connections;
        this.codeLists = codeLists;
        this.mappings = mappings;
        this.endpoints = endpoints;
        this.verifiers = verifiers;
        this.http = http;
    }

    public Tenant customer(String name) {
        return tenants.register(TenantKind.CUSTOMER, unique(name));
    }

    public Tenant partner(String name) {
        return tenants.register(TenantKind.PARTNER, unique(name));
    }

    public Tenant operator() {
        return tenants.register(TenantKind.OPERATOR, unique("Operations"));
    }

    /** Lets one of {@link Servers#PEOPLE} log in for a tenant. */
    public Member member(Tenant tenant, String person, MemberRole role) {
        return members.add(tenant, Servers.email(person), person, role);
    }

    /** Opens an account of the customer at the partner and returns its number. */
    public String account(Tenant customer, Tenant partner) {
        var accountNumber = "ACC-" + UUID.randomUUID();
        accounts.open(customer.id(), partner.id(), Environment.LIVE, accountNumber, ACTOR);
        return accountNumber;
    }

    /** A header with a live key of all scopes. */
    public Map<String, String> apiKey(Tenant customer, Scope... scopes) {
        return apiKey(customer, Environment.LIVE, scopes);
    }

    public Map<String, String> apiKey(Tenant customer, Environment environment, Scope... scopes) {
        var granted = scopes.length == 0 ? Set.of(Scope.values()) : Set.of(scopes);
        return Map.of(
                "X-API-Key",
                keys.issue(customer.id(), new NewApiKey("Test", environment, granted, null), null, ACTOR)
                        .text());
    }

    public void client(Tenant customer, String clientId) {
        clients.register(customer.id(), clientId, Environment.LIVE, ACTOR);
    }

    /** Connects a known sender with its own mapping, codes and signature scheme. */
    public Feed feed(Tenant partner, String sender) {
        return feed(partner, sender, sender);
    }

    public Feed feed(Tenant partner, String sender, String verifier) {
        return feed(partner, sender, verifier, sender);
    }

    /** @param mapping whose mapping reads it; another sender's can't make sense of it */
    public Feed feed(Tenant partner, String sender, String verifier, String mapping) {
        var connection = connections.open(partner.id(), Environment.LIVE, unique(sender), ACTOR);
        readAs(partner, connection.id(), sender, mapping);
        var secret = secret(verifier);
        var endpoint = endpoints.open(
                partner.id(), new NewEndpoint(connection.id(), sender, sender, verifiers.of(verifier), secret), ACTOR);
        return new Feed(http, partner, connection.id(), endpoint, sender, secret);
    }

    /** Opens an endpoint guarded as a descriptor says; nothing reads what comes. */
    public Endpoint endpoint(Tenant partner, String descriptor, String secret) {
        var connection = connections.open(partner.id(), Environment.LIVE, unique("scheme"), ACTOR);
        var verifier = JsonMapper.shared().readValue(descriptor, VerifierDescriptor.class);
        return endpoints.open(
                partner.id(), new NewEndpoint(connection.id(), "scheme", "none", verifier, secret), ACTOR);
    }

    /** From now on the feed is read by the mapping of {@code mapping}. */
    public void readAs(Feed feed, String mapping) {
        readAs(feed.partner(), feed.connection(), feed.sender(), mapping);
    }

    /** From now on the feed is read by a mapping of the test's own. */
    public void readBy(Feed feed, String mapping) {
        var draft = mappings.draft(feed.partner().id(), feed.connection(), feed.sender(), mapping, ACTOR);
        mappings.activate(feed.partner().id(), draft.id(), APPROVER);
    }

    private void readAs(Tenant partner, ConnectionId connection, String name, String mapping) {
        var known = KnownSenders.find(mapping).orElseThrow();
        known.codeLists().forEach((list, rows) -> codeLists.put(partner.id(), connection, list, rows, ACTOR));
        var draft = mappings.draft(partner.id(), connection, name, known.mapping(), ACTOR);
        mappings.activate(partner.id(), draft.id(), APPROVER);
    }

    private static String secret(String verifier) {
        var random = UUID.randomUUID() + "-" + UUID.randomUUID();
        return verifier.equals("standard-webhooks")
                ? "whsec_"
                        + Base64.getEncoder()
                                .encodeToString(
                                        random.substring(0, 32).getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                : random;
    }

    private String unique(String name) {
        return name + " " + number.incrementAndGet();
    }
}
