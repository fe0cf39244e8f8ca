-- Counts and filters by status read no more rows than they show, however many there are. The included column is what
-- row-level security looks at besides, so that counts need the index alone.
CREATE INDEX shipment_of_customer_by_status ON shipment (customer_id, environment, status, updated_at DESC, id DESC)
    INCLUDE (tenant_id) WHERE customer_id IS NOT NULL;
CREATE INDEX shipment_of_partner_by_status ON shipment (tenant_id, environment, status, updated_at DESC, id DESC)
    INCLUDE (customer_id);

-- The results that are rare; of the others the newest messages have enough.
CREATE INDEX message_by_rare_result ON message (tenant_id, environment, state, received_at DESC, id DESC)
    WHERE state IN ('PARTLY_TRANSLATED', 'NOTHING_TO_REPORT', 'DEAD');
