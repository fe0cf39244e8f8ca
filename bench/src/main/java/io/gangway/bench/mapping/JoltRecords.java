package io.gangway.bench.mapping;

import com.bazaarvoice.jolt.Chainr;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gangway.mapping.KnownSenders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mapping's shift alone by jolt-core between Jackson's reading and Jackson's binding to records. It does less: times,
 * countries and codes stay as the sender writes them, since Jolt has no operation for them.
 */
final class JoltRecords implements Binding {
    private final ObjectMapper mapper = new ObjectMapper()
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Chainr chain;

    JoltRecords(String sender) {
        try {
            var steps = mapper.readTree(KnownSenders.find(sender).orElseThrow().mapping())
                    .get("steps");
            this.chain = Chainr.fromSpec(List.of(mapper.convertValue(steps.get(0), Object.class)));
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Place(
            @Nullable String city,
            @Nullable String region,
            @Nullable String postalCode,
            @Nullable String countryCode) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Event(
            @Nullable String carrier,
            @Nullable String trackingNumber,
            @Nullable List<String> references,
            @Nullable @JsonProperty("_when") String when,
            @Nullable String rawCode,
            @Nullable String rawText,
            @Nullable Place place,
            @Nullable String service,
            @Nullable @JsonProperty("_events") List<Event> events) {}

    @Override
    public List<?> bind(byte[] json) {
        try {
            var events = new ArrayList<Event>();
            collect(chain.transform(mapper.readValue(json, Object.class)), events);
            return events;
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }

    private void collect(Object value, List<Event> events) {
        if (value instanceof List<?> list) {
            list.forEach(item -> collect(item, events));
            return;
        }
        var event = mapper.convertValue(value, Event.class);
        if (event.events() == null) {
            events.add(event);
        } else {
            events.addAll(event.events());
        }
    }
}
