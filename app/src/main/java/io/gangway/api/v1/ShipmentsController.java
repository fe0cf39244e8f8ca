package io.gangway.api.v1;

import io.gangway.api.problem.InvalidRequest;
import io.gangway.api.problem.NotFound;
import io.gangway.api.problem.ProblemDocument.Fault;
import io.gangway.api.security.NeedsScope;
import io.gangway.canonical.ShipmentStatus;
import io.gangway.identity.MachineIdentity;
import io.gangway.identity.Scope;
import io.gangway.shipment.ShipmentId;
import io.gangway.visibility.ShipmentFilter;
import io.gangway.visibility.ShipmentRow;
import io.gangway.visibility.TrackedShipments;
import io.gangway.visibility.Viewer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/shipments")
@Tag(name = "Shipments")
class ShipmentsController {
    private static final int LONGEST_SEARCH = 200;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final TrackedShipments shipments;

    ShipmentsController(TrackedShipments shipments) {
        this.shipments = shipments;
    }

    @GetMapping
    @NeedsScope(Scope.SHIPMENTS_READ)
    @Operation(summary = "Lists your shipments, the newest first.")
    PageResource<ShipmentResource> list(
            @AuthenticationPrincipal MachineIdentity caller,
            @RequestParam(name = "status", required = false)
                    @Parameter(description = "One or more canonical statuses, separated by commas.")
                    @Nullable
                    String status,
            @RequestParam(name = "q", required = false)
                    @Parameter(
                            description =
                                    "Part of a tracking number, package number or order reference, however it is written; at most the 1,000 newest matches.")
                    @Nullable
                    String text,
            @RequestParam(name = "updatedSince", required = false)
                    @Parameter(description = "ISO 8601 with offset: only shipments changed at or after it.")
                    @Nullable
                    String updatedSince,
            @RequestParam(name = "after", required = false)
                    @Parameter(description = "The 'next' of the page before.")
                    @Nullable
                    String after,
            @RequestParam(name = "limit", required = false) @Parameter(description = PageSize.DESCRIPTION) @Nullable
                    String limit) {
        var faults = new ArrayList<Fault>();
        var filter = new ShipmentFilter(
                caller.environment(), statuses(status, faults), searched(text, faults), since(updatedSince, faults));
        var cursor = cursor(after, faults);
        var size = PageSize.read(limit, faults);
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        // One more than asked for tells whether there is a next page.
        var rows = shipments.after(viewer(caller), filter, cursor, size + 1);
        var items = rows.stream()
                .limit(size)
                .map(row -> ShipmentResource.of(row, null))
                .toList();
        var next = rows.size() > size ? items.getLast().id() : null;
        return new PageResource<>(items, next);
    }

    @GetMapping("/{id}")
    @NeedsScope(Scope.SHIPMENTS_READ)
    @Operation(summary = "Shows one shipment with its packages.")
    ShipmentResource show(@AuthenticationPrincipal MachineIdentity caller, @PathVariable("id") String id) {
        var row = find(caller, id);
        var packages = shipments.packages(viewer(caller), row.environment(), row.id()).stream()
                .map(ShipmentResource.PackageResource::of)
                .toList();
        return ShipmentResource.of(row, packages);
    }

    @GetMapping("/{id}/events")
    @NeedsScope(Scope.SHIPMENTS_READ)
    @Operation(summary = "Lists what happened to a shipment, the latest first.")
    PageResource<EventResource> events(@AuthenticationPrincipal MachineIdentity caller, @PathVariable("id") String id) {
        var row = find(caller, id);
        return new PageResource<>(
                shipments.timeline(viewer(caller), row.environment(), row.id()).stream()
                        .map(EventResource::of)
                        .toList(),
                null);
    }

    private ShipmentRow find(MachineIdentity caller, String id) {
        return ShipmentId.read(id)
                .flatMap(shipment -> shipments.find(viewer(caller), caller.environment(), shipment))
                .orElseThrow(() -> new NotFound("You have no shipment '%s'.".formatted(id)));
    }

    private static Viewer viewer(MachineIdentity caller) {
        return new Viewer.Customer(caller.tenant());
    }

    private static Set<ShipmentStatus> statuses(@Nullable String words, List<Fault> faults) {
        var statuses = EnumSet.noneOf(ShipmentStatus.class);
        if (words == null || words.isBlank()) {
            return statuses;
        }
        for (var word : words.split(",")) {
            Arrays.stream(ShipmentStatus.values())
                    .filter(status -> status.name().equals(word.strip()))
                    .findFirst()
                    .ifPresentOrElse(
                            statuses::add,
                            () -> faults.add(new Fault(
                                    "?status",
                                    "'%s' is not a valid status. Valid are %s."
                                            .formatted(word.strip(), Arrays.toString(ShipmentStatus.values())))));
        }
        return statuses;
    }

    private static @Nullable Instant since(@Nullable String text, List<Fault> faults) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var since = OffsetDateTime.parse(text).toInstant();
            if (since.isAfter(EARLIEST) && since.isBefore(LATEST)) {
                return since;
            }
        } catch (DateTimeException unreadable) {
            // reported below, with the times that are beyond all calendars
        }
        faults.add(new Fault(
                "?updatedSince", "'%s' is not a valid time. Give it as 2026-11-23T08:00:00Z.".formatted(text)));
        return null;
    }

    private static String searched(@Nullable String text, List<Fault> faults) {
        if (text == null) {
            return "";
        }
        if (text.length() > LONGEST_SEARCH || text.indexOf('\0') >= 0) {
            faults.add(
                    new Fault("?q", "A search has at most %d characters, none of them NUL.".formatted(LONGEST_SEARCH)));
            return "";
        }
        return text;
    }

    private static @Nullable ShipmentId cursor(@Nullable String text, List<Fault> faults) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var cursor = ShipmentId.read(text);
        if (cursor.isEmpty()) {
            faults.add(new Fault("?after", "'%s' is not the 'next' of a page. Begin without it.".formatted(text)));
        }
        return cursor.orElse(null);
    }
}
