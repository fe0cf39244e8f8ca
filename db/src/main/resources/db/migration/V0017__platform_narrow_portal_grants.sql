-- The portal changes only what its code changes: with the rows of its own tenant an attacker could otherwise make a
-- partner an operator, or a viewer an owner.
REVOKE UPDATE ON tenant, member, connection, verifier, endpoint, account, secret, mapping_version, code_list_row,
    customer_order, api_key FROM gangway_portal;
GRANT UPDATE (revision) ON connection TO gangway_portal;
GRANT UPDATE (expires_at) ON secret TO gangway_portal;
GRANT UPDATE (state, activated_at) ON mapping_version TO gangway_portal;
GRANT UPDATE (valid_to) ON code_list_row TO gangway_portal;
GRANT UPDATE (updated_at) ON customer_order TO gangway_portal;
GRANT UPDATE (revoked_at) ON api_key TO gangway_portal;
