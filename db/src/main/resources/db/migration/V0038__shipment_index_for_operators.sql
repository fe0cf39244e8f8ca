-- Operators see the shipments of every organization, the last changed first; the indexes of partners and customers begin with whose they are.
CREATE INDEX shipment_of_all ON shipment (environment, updated_at DESC, id DESC);
