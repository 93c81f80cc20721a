-- What has a theme or a city in common is looked for from that side.
CREATE INDEX editorial_themes_theme ON editorial_themes (theme, item);
CREATE INDEX editorial_cities_city ON editorial_cities (city, item);
