-- The three logins of Gangway, a role of nobody's, and what belongs to them. Run by a superuser, connected to the database gangway, as often
-- as you like: it creates what is missing and sets the passwords (psql variables, see docker/compose.yaml; the local
-- launcher puts quoted literals in their place).
--   gangway_owner   owns the schema and migrates it
--   gangway_portal  the portal and the API; row-level security shows it one tenant at a time
--   gangway_worker  the runtime's workers, which cross tenants by a policy of their own
--   gangway_finder  nobody logs in as it; it owns the one function that searches for parts of numbers, and sees the one
--                   table that this function reads
-- None is a superuser and none may bypass row-level security.
DO
$$
DECLARE
    login text;
BEGIN
    FOREACH login IN ARRAY ARRAY ['gangway_owner', 'gangway_portal', 'gangway_worker', 'gangway_finder'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = login) THEN
            EXECUTE format('CREATE ROLE %I', login);
        END IF;
    END LOOP;
END
$$;

ALTER ROLE gangway_owner WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
    PASSWORD :'gangway_owner_password';
ALTER ROLE gangway_portal WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
    PASSWORD :'gangway_portal_password';
ALTER ROLE gangway_worker WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
    PASSWORD :'gangway_worker_password';
ALTER ROLE gangway_finder WITH NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD NULL;
-- To give the function away, and for nothing else: it inherits nothing.
GRANT gangway_finder TO gangway_owner WITH INHERIT FALSE, SET TRUE;

ALTER DATABASE gangway OWNER TO gangway_owner;
ALTER SCHEMA public OWNER TO gangway_owner;
REVOKE ALL ON DATABASE gangway FROM PUBLIC;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT CONNECT ON DATABASE gangway TO gangway_portal, gangway_worker;
