package io.gangway.api.v1;

import io.gangway.api.problem.InvalidRequest;
import io.gangway.api.problem.NotFound;
import io.gangway.api.problem.ProblemDocument.Fault;
import io.gangway.api.security.NeedsScope;
import io.gangway.identity.MachineIdentity;
import io.gangway.identity.Scope;
import io.gangway.ingest.MessageId;
import io.gangway.ops.Replays;
import io.gangway.visibility.MessageDetail;
import io.gangway.visibility.MessageLog;
import io.gangway.visibility.MessageRow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For partners: what became of the messages that they sent. */
@RestController
@RequestMapping("/v1/messages")
@Tag(name = "Messages")
class MessagesController {
    private static final Set<MessageRow.Result> RESULTS = EnumSet.complementOf(EnumSet.of(MessageRow.Result.REFUSED));

    private final MessageLog messages;
    private final Replays replays;

    MessagesController(MessageLog messages, Replays replays) {
        this.messages = messages;
        this.replays = replays;
    }

    @GetMapping
    @NeedsScope(Scope.EVENTS_READ)
    @Operation(summary = "Lists the messages that your endpoints received, the newest first.")
    PageResource<MessageResource> list(
            @AuthenticationPrincipal MachineIdentity caller,
            @RequestParam(name = "result", required = false)
                    @Parameter(
                            description =
                                    "WAITING, TRANSLATED, PARTLY_TRANSLATED, NOTHING_TO_REPORT or DEAD; all if absent.")
                    @Nullable
                    String result,
            @RequestParam(name = "after", required = false)
                    @Parameter(description = "The 'next' of the page before.")
                    @Nullable
                    String after,
            @RequestParam(name = "limit", required = false) @Parameter(description = PageSize.DESCRIPTION) @Nullable
                    String limit) {
        var faults = new ArrayList<Fault>();
        var wanted = result(result, faults);
        var cursor =
                after == null || after.isBlank() ? null : MessageId.read(after).orElse(null);
        if (cursor == null && after != null && !after.isBlank()) {
            faults.add(new Fault("?after", "'%s' is not the 'next' of a page. Begin without it.".formatted(after)));
        }
        var size = PageSize.read(limit, faults);
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        var identity = caller;
        // One more than asked for, to know whether there is a next page.
        var rows = messages.after(identity.tenant(), identity.environment(), wanted, cursor, size + 1);
        var items = rows.stream().limit(size).map(MessageResource::of).toList();
        return new PageResource<>(items, rows.size() > size ? items.getLast().id() : null);
    }

    @GetMapping("/{id}")
    @NeedsScope(Scope.EVENTS_READ)
    @Operation(summary = "Shows one message with everything that could not be read in it.")
    MessageResource show(@AuthenticationPrincipal MachineIdentity caller, @PathVariable("id") String id) {
        return MessageResource.of(find(caller, id));
    }

    @PostMapping("/{id}/replay")
    @NeedsScope(Scope.CONNECTIONS_WRITE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Sends a message with faults through translation again.",
            description =
                    "It is read with the mapping and code lists of now. Events that were recorded before are not recorded twice. A message without faults stays as it is.")
    MessageResource replay(@AuthenticationPrincipal MachineIdentity caller, @PathVariable("id") String id) {
        find(caller, id);
        replays.replay(caller.tenant(), MessageId.read(id).orElseThrow(), caller.name());
        return MessageResource.of(find(caller, id));
    }

    private MessageDetail find(MachineIdentity caller, String id) {
        return MessageId.read(id)
                .flatMap(message -> messages.find(caller.tenant(), message))
                .filter(detail -> detail.row().environment() == caller.environment())
                .orElseThrow(() -> new NotFound("You have no message '%s'.".formatted(id)));
    }

    private static MessageRow.@Nullable Result result(@Nullable String word, List<Fault> faults) {
        if (word == null || word.isBlank()) {
            return null;
        }
        var found = RESULTS.stream()
                .filter(result -> result.name().equals(word.strip()))
                .findFirst();
        if (found.isEmpty()) {
            faults.add(new Fault(
                    "?result",
                    "'%s' is not a valid result. Valid are %s."
                            .formatted(word.strip(), Arrays.toString(RESULTS.toArray()))));
        }
        return found.orElse(null);
    }
}
