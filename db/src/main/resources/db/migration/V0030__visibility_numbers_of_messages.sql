-- A partner's log says which numbers a message is about.
GRANT SELECT (tenant_id, message_id, number_id, events) ON event_report TO gangway_portal;
GRANT SELECT (tenant_id, id, tracking_number) ON tracked_number TO gangway_portal;
