package io.gangway.shipment;

import java.util.List;
import java.util.UUID;

/**
 * An event of a shipment, merged by {@link ReportedEvents} from all that was said of it.
 *
 * @param id that of a statement: the first one, as long as all are about the same packages
 * @param facts as completed
 * @param holding the statement that holds
 * @param statements all of them, the one reported last comes last
 */
record ShipmentEvent(UUID id, EventFacts facts, StatedEvent holding, List<StatedEvent> statements) {}
