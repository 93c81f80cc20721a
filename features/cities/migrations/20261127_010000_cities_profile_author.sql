-- Entered by the network's team for the city: said where it is shown.
ALTER TABLE city_profiles ADD COLUMN by_team BOOLEAN NOT NULL DEFAULT FALSE;
