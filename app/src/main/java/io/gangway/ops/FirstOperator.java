package io.gangway.ops;

import io.gangway.identity.IdentityIntents;
import io.gangway.identity.IdentityIntents.Kind;
import io.gangway.tenant.MemberRole;
import io.gangway.tenant.Members;
import io.gangway.tenant.TenantKind;
import io.gangway.tenant.Tenants;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Lets somebody in to operate an empty platform: the address that the settings name. */
@Component
class FirstOperator implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(FirstOperator.class);

    private final Tenants tenants;
    private final Members members;
    private final IdentityIntents intents;
    private final String email;

    FirstOperator(
            Tenants tenants,
            Members members,
            IdentityIntents intents,
            @Value("${gangway.operator.email:}") String email) {
        this.tenants = tenants;
        this.members = members;
        this.intents = intents;
        this.email = email.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (email.isEmpty() || !tenants.ofKind(TenantKind.OPERATOR).isEmpty()) {
            return;
        }
        var operations = tenants.register(TenantKind.OPERATOR, "Operations");
        intents.add(Kind.INVITE, members.add(operations, email, email, MemberRole.PLATFORM_ADMIN));
        log.info("The platform was empty; the address in gangway.operator.email is invited as its operator.");
    }
}
