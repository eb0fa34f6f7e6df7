-- Whoever looks for a block of flats knows its name and rarely its number.
CREATE INDEX point_by_building ON water.supply_point (building_key, id);
