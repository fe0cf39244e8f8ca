#!/usr/bin/env bash
# Run once by the image, as the superuser, on an empty data directory: the logins of Gangway, Keycloak's database.
set -euo pipefail

psql --set=ON_ERROR_STOP=1 --username=postgres --dbname=gangway \
    --set=gangway_owner_password="$GANGWAY_DATABASE_OWNER_PASSWORD" \
    --set=gangway_portal_password="$GANGWAY_DATABASE_PORTAL_PASSWORD" \
    --set=gangway_worker_password="$GANGWAY_DATABASE_WORKER_PASSWORD" \
    --file=/gangway/roles.sql

psql --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres \
    --set=keycloak_password="$KEYCLOAK_DATABASE_PASSWORD" <<'SQL'
CREATE ROLE keycloak LOGIN PASSWORD :'keycloak_password';
CREATE DATABASE keycloak OWNER keycloak;
REVOKE ALL ON DATABASE keycloak FROM PUBLIC;
SQL
