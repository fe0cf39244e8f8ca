package io.gangway.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gangway.mapping.KnownSenders;
import io.gangway.support.Feed;
import io.gangway.support.PlatformTest;
import io.gangway.support.Servers;
import io.gangway.support.Tenancies;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who wrote a mapping can't make it go live. */
@PlatformTest
class FourEyesTests {
    private static final String AUTHOR = "member:nora@northwind.example";
    private static final String COLLEAGUE = "member:paul@northwind.example";

    private final Tenancies tenancies;
    private final MappingVersions mappings;
    private Feed feed;
    private MappingVersion draft;

    FourEyesTests(Tenancies tenancies, MappingVersions mappings) {
        this.tenancies = tenancies;
        this.mappings = mappings;
    }

    @BeforeEach
    void aDraftBesideAnActiveVersion() {
        feed = tenancies.feed(tenancies.partner("Northwind"), "easypost");
        var spec = KnownSenders.find("easypost").orElseThrow().mapping();
        draft = mappings.draft(feed.partner().id(), feed.connection(), "easypost", spec, AUTHOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {AUTHOR, "member:Nora@Northwind.example", " member:nora@northwind.example "})
    void theAuthorCannotApprove(String approver) {
        assertThatThrownBy(() -> mappings.activate(feed.partner().id(), draft.id(), approver))
                .isInstanceOf(ApprovalRefused.class)
                .hasMessage("'%s' wrote version 2 of mapping 'easypost' and can't approve it. Ask somebody else."
                        .formatted(approver));
        assertThat(states()).containsExactly("2 DRAFT", "1 ACTIVE");
        assertThat(Servers.rows("SELECT actor FROM audit_entry WHERE action = 'mapping.activated' AND subject = '%s'"
                        .formatted(draft.id())))
                .isEmpty();
    }

    @Test
    void somebodyElseCan() {
        assertThat(mappings.activate(feed.partner().id(), draft.id(), COLLEAGUE).state())
                .isEqualTo(MappingVersion.State.ACTIVE);
        assertThat(states()).containsExactly("2 ACTIVE", "1 RETIRED");
        assertThat(Servers.rows("SELECT actor FROM audit_entry WHERE action = 'mapping.activated' AND subject = '%s'"
                        .formatted(draft.id())))
                .containsExactly(COLLEAGUE);
    }

    @Test
    void anotherTenantCannotApproveEither() {
        var other = tenancies.partner("Baltic");
        assertThatThrownBy(() -> mappings.activate(other.id(), draft.id(), COLLEAGUE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(states()).containsExactly("2 DRAFT", "1 ACTIVE");
    }

    private List<String> states() {
        return mappings.of(feed.partner().id()).stream()
                .map(version -> version.version() + " " + version.state())
                .toList();
    }
}
