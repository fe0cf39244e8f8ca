-- What organizations may ask of the platform. Plans belong to the platform, not to a tenant; tenants may read them.
CREATE TABLE rate_plan (
    code       text        NOT NULL CONSTRAINT rate_plan_pk PRIMARY KEY
                           CONSTRAINT rate_plan_code CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name       text        NOT NULL,
    -- Each limit: so many at once, so many a minute, so many a day (null: any).
    organization_burst      int NOT NULL,
    organization_per_minute int NOT NULL,
    organization_per_day    bigint,
    key_burst               int NOT NULL,
    key_per_minute          int NOT NULL,
    endpoint_burst          int NOT NULL,
    endpoint_per_minute     int NOT NULL,
    endpoint_per_day        bigint,
    changed_at timestamptz NOT NULL,
    CONSTRAINT rate_plan_positive CHECK (
        least(organization_burst, organization_per_minute, organization_per_day, key_burst, key_per_minute,
              endpoint_burst, endpoint_per_minute, endpoint_per_day) > 0)
);
ALTER TABLE rate_plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE rate_plan FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody ON rate_plan FOR SELECT TO gangway_portal USING (true);
CREATE POLICY runtime ON rate_plan TO gangway_worker USING (true) WITH CHECK (true);
CREATE POLICY owner ON rate_plan TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT ON rate_plan TO gangway_portal;
GRANT SELECT, INSERT, UPDATE ON rate_plan TO gangway_worker;

INSERT INTO rate_plan VALUES
    ('standard', 'Standard', 300, 1200, 500000, 150, 600, 600, 6000, 2000000, now()),
    ('high-volume', 'High volume', 1500, 12000, 10000000, 600, 6000, 6000, 60000, 50000000, now());

ALTER TABLE tenant
    ADD COLUMN rate_plan text NOT NULL DEFAULT 'standard' CONSTRAINT tenant_rate_plan REFERENCES rate_plan,
    -- Where a day of the organization's quotas begins: a name of the IANA time zone database.
    ADD COLUMN time_zone text NOT NULL DEFAULT 'UTC';
GRANT UPDATE (rate_plan) ON tenant TO gangway_worker;
GRANT UPDATE (time_zone) ON tenant TO gangway_portal;

-- Tokens that no node has leased yet; Bucket4j's own form. Gone after a crash: buckets begin full, as when they expire.
CREATE UNLOGGED TABLE rate_bucket (
    id         text   NOT NULL CONSTRAINT rate_bucket_pk PRIMARY KEY,
    state      bytea,
    expires_at bigint
);
CREATE INDEX rate_bucket_expiry ON rate_bucket (expires_at);
ALTER TABLE rate_bucket ENABLE ROW LEVEL SECURITY;
ALTER TABLE rate_bucket FORCE ROW LEVEL SECURITY;
CREATE POLICY runtime ON rate_bucket TO gangway_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_bucket TO gangway_worker;

-- Requests of a minute, allowed and refused. subject: the name of a key or client, or the id of an endpoint.
CREATE TABLE request_count (
    tenant_id   uuid        NOT NULL CONSTRAINT request_count_tenant REFERENCES tenant,
    environment text        NOT NULL CONSTRAINT request_count_environment CHECK (environment IN ('SANDBOX', 'LIVE')),
    kind        text        NOT NULL CONSTRAINT request_count_kind CHECK (kind IN ('API', 'WEBHOOK')),
    subject     text        NOT NULL,
    minute      timestamptz NOT NULL,
    allowed     bigint      NOT NULL,
    refused     bigint      NOT NULL,
    CONSTRAINT request_count_pk PRIMARY KEY (tenant_id, environment, kind, minute, subject)
);
CREATE INDEX request_count_minute ON request_count (minute);
SELECT gangway_protect('request_count');
GRANT SELECT ON request_count TO gangway_portal;
GRANT SELECT, INSERT, UPDATE, DELETE ON request_count TO gangway_worker;

-- A daily quota that is nearly or wholly used; written once a day, quota and threshold.
CREATE TABLE quota_notice (
    tenant_id   uuid        NOT NULL CONSTRAINT quota_notice_tenant REFERENCES tenant,
    environment text        NOT NULL CONSTRAINT quota_notice_environment CHECK (environment IN ('SANDBOX', 'LIVE')),
    kind        text        NOT NULL CONSTRAINT quota_notice_kind CHECK (kind IN ('API', 'WEBHOOK')),
    -- Empty for the organization's own quota.
    subject     text        NOT NULL,
    day         date        NOT NULL,
    percent     int         NOT NULL CONSTRAINT quota_notice_percent CHECK (percent IN (80, 100)),
    used        bigint      NOT NULL,
    quota       bigint      NOT NULL,
    noted_at    timestamptz NOT NULL,
    mailed_at   timestamptz,
    mail_attempts int       NOT NULL DEFAULT 0,
    CONSTRAINT quota_notice_pk PRIMARY KEY (tenant_id, environment, kind, subject, day, percent)
);
CREATE INDEX quota_notice_unmailed ON quota_notice (noted_at) WHERE mailed_at IS NULL;
SELECT gangway_protect('quota_notice');
GRANT SELECT ON quota_notice TO gangway_portal;
GRANT SELECT, INSERT, UPDATE, DELETE ON quota_notice TO gangway_worker;
