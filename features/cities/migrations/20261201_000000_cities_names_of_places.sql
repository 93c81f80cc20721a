CREATE INDEX place_names_place ON place_names (place);
