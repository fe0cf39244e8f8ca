-- A partner's newest messages, however many it has.
CREATE INDEX message_by_partner ON message (tenant_id, environment, received_at DESC, id DESC);
