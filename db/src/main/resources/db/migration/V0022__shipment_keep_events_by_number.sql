-- A number of a carrier's, as one partner's senders report it. Whoever records something about it locks its row, so that
-- all that is concluded from its messages is concluded by one transaction at a time.
CREATE TABLE tracked_number (
    tenant_id       uuid NOT NULL CONSTRAINT tracked_number_tenant REFERENCES tenant,
    id              uuid NOT NULL,
    environment     text NOT NULL CONSTRAINT tracked_number_environment CHECK (environment IN ('SANDBOX', 'LIVE')),
    -- The carrier's code, whatever the sender calls it.
    carrier         text NOT NULL,
    -- Letters and digits in upper case: what numbers are compared by.
    number_key      text NOT NULL,
    -- For people.
    tracking_number text NOT NULL,
    CONSTRAINT tracked_number_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT tracked_number_unique UNIQUE (tenant_id, environment, carrier, number_key)
);

-- A shipment is one life of a number: carriers use their numbers again.
ALTER TABLE shipment
    ADD COLUMN number_id             uuid,
    ADD COLUMN number_key            text,
    ADD COLUMN estimated_delivery_on date,
    DROP CONSTRAINT shipment_number_unique;

-- Forced row-level security binds the owner too, which here has to see every row.
ALTER TABLE shipment NO FORCE ROW LEVEL SECURITY;
ALTER TABLE shipment_reference NO FORCE ROW LEVEL SECURITY;
ALTER TABLE event NO FORCE ROW LEVEL SECURITY;

-- The spellings that Gangway's own senders could use so far; all other carriers keep their name in upper case.
UPDATE shipment SET
    carrier = coalesce(
        (SELECT code FROM (VALUES
            ('UPSDAP', 'UPS'), ('UNITEDPARCELSERVICE', 'UPS'), ('FEDEXDEFAULT', 'FEDEX'), ('FEDEXSMARTPOST', 'FEDEX'),
            ('DHLEXPRESS', 'DHL'), ('DHLPAKET', 'DHL'), ('DHLPARCEL', 'DHL'), ('DHLECOMMERCE', 'DHL'),
            ('DHLGERMANY', 'DHL'), ('DHLDE', 'DHL'), ('GLSDE', 'GLS'), ('DPDDE', 'DPD'), ('DPDUK', 'DPD'),
            ('ROYALMAIL', 'ROYAL_MAIL'), ('ROYALMAILV2', 'ROYAL_MAIL'), ('MONDIALRELAY', 'MONDIAL_RELAY'),
            ('CANADAPOST', 'CANADA_POST'), ('AUSTRALIAPOST', 'AUSTRALIA_POST'), ('DEUTSCHEPOST', 'DEUTSCHE_POST'),
            ('HERMESDE', 'HERMES')) AS known (folded, code)
         WHERE folded = upper(regexp_replace(carrier, '[^[:alnum:]]', '', 'g'))),
        btrim(upper(regexp_replace(carrier, '[[:space:]_-]+', ' ', 'g')))),
    number_key = coalesce(nullif(upper(regexp_replace(tracking_number, '[^[:alnum:]]', '', 'g')), ''),
                          upper(tracking_number)),
    tracking_number = upper(regexp_replace(tracking_number, '[[:space:]]', '', 'g'));
INSERT INTO tracked_number (tenant_id, id, environment, carrier, number_key, tracking_number)
SELECT DISTINCT ON (tenant_id, environment, carrier, number_key)
       tenant_id, id, environment, carrier, number_key, tracking_number
FROM shipment ORDER BY tenant_id, environment, carrier, number_key, id;
UPDATE shipment s SET number_id = n.id
FROM tracked_number n
WHERE n.tenant_id = s.tenant_id AND n.environment = s.environment AND n.carrier = s.carrier
  AND n.number_key = s.number_key;

-- Shipments that were two because of how their number was written become one with their next message.
ALTER TABLE shipment
    ALTER COLUMN number_id SET NOT NULL,
    ALTER COLUMN number_key SET NOT NULL,
    ADD CONSTRAINT shipment_number FOREIGN KEY (tenant_id, number_id) REFERENCES tracked_number;
SELECT gangway_protect('tracked_number');
GRANT SELECT, INSERT, UPDATE ON tracked_number TO gangway_worker;
CREATE INDEX shipment_of_number ON shipment (tenant_id, number_id);
DROP INDEX shipment_unclaimed;
CREATE INDEX shipment_unclaimed ON shipment (tenant_id, environment, number_key) WHERE customer_id IS NULL;
GRANT DELETE ON shipment, shipment_reference, package TO gangway_worker;

-- What became of shipments whose lives turned out to be one: the id goes on leading to it.
CREATE TABLE shipment_alias (
    tenant_id   uuid NOT NULL,
    id          uuid NOT NULL,
    shipment_id uuid NOT NULL,
    CONSTRAINT shipment_alias_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT shipment_alias_id_unique UNIQUE (id),
    CONSTRAINT shipment_alias_shipment FOREIGN KEY (tenant_id, shipment_id) REFERENCES shipment ON DELETE CASCADE
);
CREATE INDEX shipment_alias_of_shipment ON shipment_alias (tenant_id, shipment_id);
SELECT gangway_protect('shipment_alias');
CREATE POLICY customer_reads ON shipment_alias FOR SELECT TO gangway_portal
    USING (EXISTS (SELECT FROM shipment s WHERE s.id = shipment_id AND s.customer_id = gangway_tenant()));
GRANT SELECT ON shipment_alias TO gangway_portal;
GRANT SELECT, INSERT, UPDATE, DELETE ON shipment_alias TO gangway_worker;

-- An event row is what was said of an event, once; who says it again leaves a report alone. What was said and by which
-- message never changes; what is concluded from it may.
ALTER TABLE event
    ADD COLUMN reported_at timestamptz,
    ADD COLUMN received_at timestamptz,
    -- Place among the statements of its event in the order in which they were reported last; the highest holds. Zero if
    -- no message says so any more.
    ADD COLUMN standing    int NOT NULL DEFAULT 0;
-- The time inside a message's id is the time of its receipt. Rows that differ in their estimates alone state the same facts.
UPDATE event SET received_at = coalesce(uuid_extract_timestamp(message_id), recorded_at);
ALTER TABLE event ADD COLUMN same_as uuid;
UPDATE event e SET same_as = s.same_as
FROM (SELECT tenant_id, id, recorded_at,
             first_value(id) OVER (PARTITION BY tenant_id, shipment_id, connection_id, sender_event_id, occurred_at, status,
                                                reason, responsible, raw_code, raw_text, city, region, postal_code,
                                                country_code, package_numbers, service
                                   ORDER BY id) AS same_as
      FROM event) s
WHERE s.tenant_id = e.tenant_id AND s.id = e.id AND s.recorded_at = e.recorded_at;

-- What a message says about a number, by its last reading.
CREATE TABLE event_report (
    tenant_id             uuid        NOT NULL,
    message_id            uuid        NOT NULL,
    number_id             uuid        NOT NULL,
    part                  int         NOT NULL,
    revision              int         NOT NULL,
    received_at           timestamptz NOT NULL,
    reported_at           timestamptz,
    events                uuid[]      NOT NULL,
    shipper_references    text[]      NOT NULL,
    account_number        text,
    estimated_delivery_at timestamptz,
    estimated_delivery_on date,
    CONSTRAINT event_report_pk PRIMARY KEY (tenant_id, message_id, number_id, part)
);
CREATE INDEX event_report_of_number ON event_report (tenant_id, number_id);
INSERT INTO event_report (tenant_id, message_id, number_id, part, revision, received_at, events, shipper_references,
                          account_number, estimated_delivery_at)
SELECT e.tenant_id, e.message_id, s.number_id, 0, max(e.revision), min(e.received_at), array_agg(DISTINCT e.same_as),
       coalesce((SELECT array_agg(r.reference) FROM shipment_reference r
                 WHERE r.tenant_id = e.tenant_id AND r.shipment_id = ANY (array_agg(s.id))), '{}'),
       min(s.account_number),
       (array_agg(e.estimated_delivery_at ORDER BY e.occurred_at DESC)
           FILTER (WHERE e.estimated_delivery_at IS NOT NULL))[1]
FROM (SELECT *, max(revision) OVER (PARTITION BY tenant_id, message_id) AS last_revision FROM event) e
JOIN shipment s ON s.tenant_id = e.tenant_id AND s.id = e.shipment_id
WHERE e.revision = e.last_revision
GROUP BY e.tenant_id, e.message_id, s.number_id;
DELETE FROM event WHERE id <> same_as;
UPDATE event e SET standing = s.standing
FROM (SELECT tenant_id, id, recorded_at,
             row_number() OVER (PARTITION BY shipment_id, sender_event_id,
                                             CASE WHEN sender_event_id IS NULL THEN occurred_at END,
                                             CASE WHEN sender_event_id IS NULL THEN raw_code END
                                ORDER BY received_at, message_id, id) AS standing
      FROM event) s
WHERE s.tenant_id = e.tenant_id AND s.id = e.id AND s.recorded_at = e.recorded_at;

SELECT gangway_protect('event_report');
GRANT SELECT, INSERT, DELETE ON event_report TO gangway_worker;

ALTER TABLE event
    ALTER COLUMN received_at SET NOT NULL,
    ALTER COLUMN standing DROP DEFAULT,
    DROP COLUMN same_as,
    DROP COLUMN occurrence,
    DROP COLUMN content_hash,
    DROP COLUMN estimated_delivery_at;
GRANT UPDATE (shipment_id, revision, standing) ON event TO gangway_worker;
COMMENT ON TABLE event IS 'What was said of an event, once; the worker may change what is concluded from it alone.';

ALTER TABLE shipment FORCE ROW LEVEL SECURITY;
ALTER TABLE shipment_reference FORCE ROW LEVEL SECURITY;
ALTER TABLE event FORCE ROW LEVEL SECURITY;

-- Equal facts are found under the lock of their number.
DROP TABLE event_fingerprint;
