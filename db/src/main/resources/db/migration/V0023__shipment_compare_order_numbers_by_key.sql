-- An order's numbers are compared as all numbers are: by letters and digits in upper case.
ALTER TABLE customer_order_tracking_number NO FORCE ROW LEVEL SECURITY;
ALTER TABLE customer_order_tracking_number ADD COLUMN number_key text;
UPDATE customer_order_tracking_number
SET number_key = coalesce(nullif(upper(regexp_replace(tracking_number, '[^[:alnum:]]', '', 'g')), ''),
                          upper(tracking_number));
DELETE FROM customer_order_tracking_number n USING customer_order_tracking_number other
WHERE other.tenant_id = n.tenant_id AND other.order_id = n.order_id AND other.number_key = n.number_key
  AND other.tracking_number < n.tracking_number;
ALTER TABLE customer_order_tracking_number
    ALTER COLUMN number_key SET NOT NULL,
    DROP CONSTRAINT customer_order_tracking_number_pk,
    ADD CONSTRAINT customer_order_tracking_number_pk PRIMARY KEY (tenant_id, order_id, number_key);
DROP INDEX customer_order_by_tracking_number;
CREATE INDEX customer_order_by_number_key ON customer_order_tracking_number (number_key);
ALTER TABLE customer_order_tracking_number FORCE ROW LEVEL SECURITY;
