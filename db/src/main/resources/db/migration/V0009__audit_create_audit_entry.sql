-- Who did what to what, when. Append only: no role may update or delete a row.
CREATE TABLE audit_entry (
    tenant_id      uuid        NOT NULL,
    id             uuid        NOT NULL,
    at             timestamptz NOT NULL,
    actor          text        NOT NULL,
    action         text        NOT NULL,
    subject        text        NOT NULL,
    detail         jsonb       NOT NULL,
    correlation_id text,
    CONSTRAINT audit_entry_pk PRIMARY KEY (tenant_id, id)
);
SELECT gangway_protect('audit_entry');
GRANT SELECT, INSERT ON audit_entry TO gangway_portal;
GRANT SELECT, INSERT ON audit_entry TO gangway_worker;
