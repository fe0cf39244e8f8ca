-- tenant_id is the partner that tells of the shipment; customer_id the customer whose it is, null while unclaimed.
CREATE TABLE shipment (
    tenant_id             uuid        NOT NULL CONSTRAINT shipment_tenant REFERENCES tenant,
    id                    uuid        NOT NULL,
    environment           text        NOT NULL CONSTRAINT shipment_environment CHECK (environment IN ('SANDBOX', 'LIVE')),
    carrier               text        NOT NULL,
    tracking_number       text        NOT NULL,
    customer_id           uuid        CONSTRAINT shipment_customer REFERENCES tenant,
    claimed_by            text        CONSTRAINT shipment_claimed_by CHECK (claimed_by IN ('ACCOUNT', 'REFERENCE')),
    -- More than one customer answers to what the messages say; an operator decides.
    contested             boolean     NOT NULL DEFAULT false,
    account_number        text,
    order_reference       text,
    status                text        NOT NULL,
    reason                text,
    responsible           text,
    raw_code              text,
    raw_text              text,
    last_event_at         timestamptz,
    first_event_at        timestamptz,
    city                  text,
    region                text,
    postal_code           text,
    country_code          text,
    service               text,
    estimated_delivery_at timestamptz,
    delivered_at          timestamptz,
    event_count           int         NOT NULL DEFAULT 0,
    created_at            timestamptz NOT NULL,
    updated_at            timestamptz NOT NULL,
    CONSTRAINT shipment_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT shipment_id_unique UNIQUE (id),
    CONSTRAINT shipment_number_unique UNIQUE (tenant_id, environment, carrier, tracking_number),
    CONSTRAINT shipment_claim CHECK ((customer_id IS NULL) = (claimed_by IS NULL))
);
CREATE INDEX shipment_of_customer ON shipment (customer_id, environment, updated_at DESC, id DESC)
    WHERE customer_id IS NOT NULL;
CREATE INDEX shipment_of_customer_by_id ON shipment (customer_id, environment, id DESC) WHERE customer_id IS NOT NULL;
CREATE INDEX shipment_of_partner ON shipment (tenant_id, environment, updated_at DESC, id DESC);
CREATE INDEX shipment_unclaimed ON shipment (tenant_id, environment, tracking_number) WHERE customer_id IS NULL;
CREATE INDEX shipment_search ON shipment USING gin
    ((tracking_number || ' ' || coalesce(order_reference, '')) gin_trgm_ops);
SELECT gangway_protect('shipment');
CREATE POLICY customer_reads ON shipment FOR SELECT TO gangway_portal USING (customer_id = gangway_tenant());
GRANT SELECT ON shipment TO gangway_portal;
GRANT SELECT, INSERT, UPDATE ON shipment TO gangway_worker;

-- Order references that messages named for a shipment.
CREATE TABLE shipment_reference (
    tenant_id   uuid NOT NULL,
    shipment_id uuid NOT NULL,
    reference   text NOT NULL,
    CONSTRAINT shipment_reference_pk PRIMARY KEY (tenant_id, shipment_id, reference),
    CONSTRAINT shipment_reference_shipment FOREIGN KEY (tenant_id, shipment_id) REFERENCES shipment
);
CREATE INDEX shipment_reference_by_value ON shipment_reference (tenant_id, reference);
SELECT gangway_protect('shipment_reference');
CREATE POLICY customer_reads ON shipment_reference FOR SELECT TO gangway_portal
    USING (EXISTS (SELECT FROM shipment s WHERE s.id = shipment_id AND s.customer_id = gangway_tenant()));
GRANT SELECT ON shipment_reference TO gangway_portal;
GRANT SELECT, INSERT ON shipment_reference TO gangway_worker;

CREATE TABLE package (
    tenant_id     uuid        NOT NULL,
    id            uuid        NOT NULL,
    shipment_id   uuid        NOT NULL,
    number        text        NOT NULL,
    status        text        NOT NULL,
    reason        text,
    raw_code      text,
    last_event_at timestamptz,
    CONSTRAINT package_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT package_shipment FOREIGN KEY (tenant_id, shipment_id) REFERENCES shipment,
    CONSTRAINT package_number_unique UNIQUE (tenant_id, shipment_id, number)
);
SELECT gangway_protect('package');
CREATE POLICY customer_reads ON package FOR SELECT TO gangway_portal
    USING (EXISTS (SELECT FROM shipment s WHERE s.id = shipment_id AND s.customer_id = gangway_tenant()));
GRANT SELECT ON package TO gangway_portal;
GRANT SELECT, INSERT, UPDATE ON package TO gangway_worker;

-- What a sender stated, once and for all: no role may update or delete a row.
CREATE TABLE event (
    tenant_id             uuid        NOT NULL,
    id                    uuid        NOT NULL,
    recorded_at           timestamptz NOT NULL,
    shipment_id           uuid        NOT NULL,
    connection_id         uuid        NOT NULL,
    message_id            uuid        NOT NULL,
    correlation_id        text        NOT NULL,
    mapping_version_id    uuid        NOT NULL,
    revision              int         NOT NULL,
    occurrence            bytea       NOT NULL,
    content_hash          bytea       NOT NULL,
    sender_event_id       text,
    occurred_at           timestamptz NOT NULL,
    status                text        NOT NULL,
    reason                text,
    responsible           text,
    raw_code              text        NOT NULL,
    raw_text              text,
    city                  text,
    region                text,
    postal_code           text,
    country_code          text,
    package_numbers       text[]      NOT NULL,
    service               text,
    estimated_delivery_at timestamptz,
    CONSTRAINT event_pk PRIMARY KEY (tenant_id, id, recorded_at)
) PARTITION BY RANGE (recorded_at);
CREATE TABLE event_default PARTITION OF event DEFAULT;
ALTER TABLE event_default ENABLE ROW LEVEL SECURITY;
ALTER TABLE event_default FORCE ROW LEVEL SECURITY;
SELECT gangway_ensure_partitions('event', 3);
CREATE INDEX event_of_shipment ON event (shipment_id, occurred_at);
CREATE INDEX event_of_message ON event (tenant_id, message_id);
SELECT gangway_protect('event');
CREATE POLICY customer_reads ON event FOR SELECT TO gangway_portal
    USING (EXISTS (SELECT FROM shipment s WHERE s.id = shipment_id AND s.customer_id = gangway_tenant()));
GRANT SELECT ON event TO gangway_portal;
GRANT SELECT, INSERT ON event TO gangway_worker;

-- Makes an event unique over all partitions of time.
CREATE TABLE event_fingerprint (
    tenant_id     uuid        NOT NULL,
    connection_id uuid        NOT NULL,
    content_hash  bytea       NOT NULL,
    event_id      uuid        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    CONSTRAINT event_fingerprint_pk PRIMARY KEY (tenant_id, connection_id, content_hash)
);
SELECT gangway_protect('event_fingerprint');
GRANT SELECT, INSERT, DELETE ON event_fingerprint TO gangway_worker;

-- What a customer says is its own: an order, with the tracking numbers it knows for it.
CREATE TABLE customer_order (
    tenant_id   uuid        NOT NULL CONSTRAINT customer_order_tenant REFERENCES tenant,
    id          uuid        NOT NULL,
    environment text        NOT NULL CONSTRAINT customer_order_environment CHECK (environment IN ('SANDBOX', 'LIVE')),
    reference   text        NOT NULL,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    CONSTRAINT customer_order_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT customer_order_reference_unique UNIQUE (tenant_id, environment, reference)
);
CREATE INDEX customer_order_by_reference ON customer_order (environment, reference);
SELECT gangway_protect('customer_order');
GRANT SELECT, INSERT, UPDATE ON customer_order TO gangway_portal;
GRANT SELECT ON customer_order TO gangway_worker;

CREATE TABLE customer_order_tracking_number (
    tenant_id       uuid NOT NULL,
    order_id        uuid NOT NULL,
    tracking_number text NOT NULL,
    CONSTRAINT customer_order_tracking_number_pk PRIMARY KEY (tenant_id, order_id, tracking_number),
    CONSTRAINT customer_order_tracking_number_order FOREIGN KEY (tenant_id, order_id) REFERENCES customer_order
);
CREATE INDEX customer_order_by_tracking_number ON customer_order_tracking_number (tracking_number);
SELECT gangway_protect('customer_order_tracking_number');
GRANT SELECT, INSERT, DELETE ON customer_order_tracking_number TO gangway_portal;
GRANT SELECT ON customer_order_tracking_number TO gangway_worker;
