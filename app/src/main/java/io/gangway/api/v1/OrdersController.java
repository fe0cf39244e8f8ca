package io.gangway.api.v1;

import io.gangway.api.problem.InvalidRequest;
import io.gangway.api.problem.ProblemDocument.Fault;
import io.gangway.api.security.NeedsScope;
import io.gangway.identity.MachineIdentity;
import io.gangway.identity.Scope;
import io.gangway.shipment.Orders;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/orders")
@Tag(name = "Orders")
class OrdersController {
    private static final int LONGEST = 200;
    private static final int MAX_NUMBERS = 100;

    private final Orders orders;

    OrdersController(Orders orders) {
        this.orders = orders;
    }

    @PutMapping("/{reference}")
    @NeedsScope(Scope.ORDERS_WRITE)
    @Operation(
            summary = "Registers an order, so that its shipments become yours.",
            description =
                    "Shipments of partners with whom you have an account, and whose messages name this reference or one of the tracking numbers, are claimed now or when they come. The same call again changes nothing.")
    @ApiResponse(responseCode = "201", description = "Registered.")
    @ApiResponse(responseCode = "200", description = "It was known; what is new is added.")
    ResponseEntity<OrderResource> put(
            @AuthenticationPrincipal MachineIdentity caller,
            @PathVariable("reference") String reference,
            @RequestBody OrderRequest request) {
        var numbers = request.trackingNumbers() == null ? List.<String>of() : request.trackingNumbers();
        check(reference, numbers);
        var order = orders.register(
                caller.tenant(),
                caller.environment(),
                reference,
                numbers.stream().map(String::strip).toList());
        return ResponseEntity.status(order.created() ? 201 : 200)
                .body(new OrderResource(order.reference(), order.trackingNumbers(), order.claimedShipments()));
    }

    private static void check(String reference, List<String> numbers) {
        var faults = new ArrayList<Fault>();
        if (!isText(reference)) {
            faults.add(new Fault(
                    "",
                    "The reference in the address must have 1 to %d characters, none of them NUL or half of a pair."
                            .formatted(LONGEST)));
        }
        if (numbers.size() > MAX_NUMBERS) {
            faults.add(new Fault(
                    "/trackingNumbers",
                    "There are %d tracking numbers; an order has at most %d.".formatted(numbers.size(), MAX_NUMBERS)));
        }
        for (int i = 0; i < Math.min(numbers.size(), MAX_NUMBERS); i++) {
            var number = numbers.get(i);
            if (number == null || !isText(number)) {
                faults.add(new Fault(
                        "/trackingNumbers/" + i,
                        "A tracking number has 1 to %d characters, none of them NUL or half of a pair."
                                .formatted(LONGEST)));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }

    /** A lone half of a surrogate pair cannot be stored: it would come back as a question mark. */
    private static boolean isText(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST
                && text.indexOf('\0') < 0
                && text.codePoints()
                        .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    /** @param trackingNumbers those known already; may be absent if the partner's messages name the reference */
    record OrderRequest(@Nullable List<String> trackingNumbers) {}

    /** @param claimedShipments how many waiting shipments became yours by this call */
    record OrderResource(String reference, List<String> trackingNumbers, int claimedShipments) {}
}
