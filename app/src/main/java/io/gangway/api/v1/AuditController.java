package io.gangway.api.v1;

import io.gangway.api.problem.InvalidRequest;
import io.gangway.api.problem.ProblemDocument.Fault;
import io.gangway.api.security.NeedsScope;
import io.gangway.audit.AuditEntry;
import io.gangway.audit.AuditTrail;
import io.gangway.identity.MachineIdentity;
import io.gangway.identity.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what in the caller's organization. */
@RestController
@RequestMapping("/v1/audit")
@Tag(name = "Audit")
class AuditController {
    private static final Pattern SEQ = Pattern.compile("[0-9]{1,18}");

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping
    @NeedsScope(Scope.ADMIN_READ)
    @Operation(summary = "Lists what was done in your organization, the newest first.")
    PageResource<AuditResource> list(
            @AuthenticationPrincipal MachineIdentity caller,
            @RequestParam(name = "after", required = false)
                    @Parameter(description = "The 'next' of the page before.")
                    @Nullable
                    String after,
            @RequestParam(name = "limit", required = false) @Parameter(description = PageSize.DESCRIPTION) @Nullable
                    String limit) {
        var faults = new ArrayList<Fault>();
        var before = after == null || after.isBlank() ? null : seq(after, faults);
        var size = PageSize.read(limit, faults);
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        var entries = trail.of(caller.tenant(), "", before, size + 1);
        var items = entries.stream().limit(size).map(AuditResource::of).toList();
        return new PageResource<>(
                items, entries.size() > size ? String.valueOf(items.getLast().seq()) : null);
    }

    private static @Nullable Long seq(String after, ArrayList<Fault> faults) {
        if (SEQ.matcher(after).matches()) {
            return Long.valueOf(after);
        }
        faults.add(new Fault("?after", "'%s' is not the 'next' of a page. Begin without it.".formatted(after)));
        return null;
    }

    /** @param seq number of the entry in the organization's chain, from 1 without a gap */
    record AuditResource(
            long seq,
            Instant at,
            String actor,
            String action,
            String subject,
            Map<String, Object> detail,
            @Nullable String address,
            @Nullable String correlationId) {
        static AuditResource of(AuditEntry entry) {
            return new AuditResource(
                    entry.seq(),
                    entry.at(),
                    entry.actor(),
                    entry.action(),
                    entry.subject(),
                    entry.detail(),
                    entry.address(),
                    entry.correlationId());
        }
    }
}
