//! A network far larger than any today.

use store::{Db, Tx, params};

/// Puts so many made-up cities in, `many-1` and so on: spread over the world, a dozen in each country and region in
/// turn, many near one another.
///
/// # Panics
/// When the database does not take them.
pub async fn many_cities(db: &Db, count: u32) {
    let tx = db.begin().await.expect("a transaction");
    tx.exec(
        "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < $1), \
         one AS (SELECT country, region, kind, source, CAST(ROW_NUMBER() OVER (ORDER BY slug) AS BIGINT) AS place, \
         CAST(COUNT(*) OVER () AS BIGINT) AS places, latitude, longitude FROM cities) \
         INSERT INTO cities (id, slug, folded, country, region, kind, latitude, longitude, population_source, place_source, source) \
         SELECT n.n, 'many-' || n.n, 'town ' || n.n, \
         one.country, one.region, one.kind, one.latitude + (n.n % 41 - 20) * 0.05, one.longitude + (n.n % 37 - 18) * 0.05, '', '', \
         one.source FROM n JOIN one ON one.place = n.n % one.places + 1",
        params![i64::from(count)],
    )
    .await
    .expect("many cities");
    name_cities(&tx, "'Town ' || c.id").await;
    tx.changed("city", 1, false, &["cities".to_owned()]).await.expect("told");
    tx.commit().await.expect("committed");
}

/// Names cities that have no name yet in the three languages that ship: the same in all of them, which is a word of SQL about `c`.
/// They are sorted as one.
///
/// # Panics
/// When the database does not take them.
pub async fn name_cities(tx: &Tx, name: &str) {
    const UNNAMED: &str = "FROM cities c CROSS JOIN (SELECT 'en' AS lang UNION ALL SELECT 'fr' UNION ALL SELECT 'ar') l \
        WHERE NOT EXISTS (SELECT 1 FROM texts t WHERE t.kind = 'city' AND t.item = c.id)";
    const FRESH: &str = "FROM texts t JOIN cities c ON c.id = t.item WHERE t.kind = 'city' \
        AND NOT EXISTS (SELECT 1 FROM text_revisions r WHERE r.kind = 'city' AND r.item = t.item)";
    const SPOKEN: &str = "FROM texts t JOIN cities c ON c.id = t.item WHERE t.kind = 'city' AND t.source \
        AND NOT EXISTS (SELECT 1 FROM text_parts p WHERE p.kind = 'city' AND p.item = t.item)";
    for statement in [
        format!("INSERT INTO city_keys (city, lang, key) SELECT c.id, l.lang, 'town' {UNNAMED}"),
        format!(
            "INSERT INTO texts (kind, item, lang, source, wanted, newest, ready, live, fingerprint) \
             SELECT 'city', c.id, l.lang, l.lang = 'en', l.lang = 'en', 1, 1, 1, 'f' {UNNAMED}"
        ),
        format!(
            "INSERT INTO text_revisions (kind, item, lang, number, fingerprint, rendered, rendered_fingerprint, confirmed, at) \
             SELECT 'city', t.item, t.lang, 1, 'f', CASE WHEN t.source THEN NULL ELSE 1 END, CASE WHEN t.source THEN '' ELSE 'f' END, \
             FALSE, '2026-11-21T09:00:00.000000+00:00' {FRESH}"
        ),
        format!(
            "INSERT INTO text_parts (kind, item, lang, number, part, body) SELECT 'city', t.item, t.lang, 1, 'name', {name} {SPOKEN}"
        ),
    ] {
        tx.exec(&statement, Vec::new()).await.expect("names");
    }
}
