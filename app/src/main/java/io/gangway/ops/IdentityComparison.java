package io.gangway.ops;

import io.gangway.identity.IdentityDrift;
import io.gangway.identity.IdentityProviderFailed;
import io.gangway.identity.OAuthClients;
import io.gangway.tenant.TenantKind;
import io.gangway.tenant.Tenants;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares every organization's members with the identity provider's, and repairs what differs there. */
@DisallowConcurrentExecution
public class IdentityComparison implements Job {
    private static final Logger log = LoggerFactory.getLogger(IdentityComparison.class);

    private final Tenants tenants;
    private final IdentityDrift drift;
    private final OAuthClients clients;

    IdentityComparison(Tenants tenants, IdentityDrift drift, OAuthClients clients) {
        this.clients = clients;
        this.tenants = tenants;
        this.drift = drift;
    }

    @Override
    public void execute(JobExecutionContext context) {
        clients.removeEnded();
        for (var kind : TenantKind.values()) {
            for (var organization : tenants.ofKind(kind)) {
                try {
                    drift.repair(organization)
                            .forEach(found -> log.warn(
                                    "Repairing the identity provider: of {}, {}.", organization.slug(), found));
                } catch (IdentityProviderFailed failed) {
                    log.warn(
                            "Could not compare members with the identity provider; the next run does. {}",
                            failed.getMessage());
                    return;
                }
            }
        }
    }
}
