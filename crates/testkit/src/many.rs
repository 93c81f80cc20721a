//! A network far larger than any today.

use store::{Db, params};

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
         INSERT INTO cities (id, slug, name_en, name_fr, name_ar, folded, key_en, key_fr, key_ar, country, region, kind, \
         latitude, longitude, population_source, place_source, source) \
         SELECT n.n, 'many-' || n.n, 'Town ' || n.n, 'Town ' || n.n, 'Town ' || n.n, 'town ' || n.n, 'town', 'town', 'town', \
         one.country, one.region, one.kind, one.latitude + (n.n % 41 - 20) * 0.05, one.longitude + (n.n % 37 - 18) * 0.05, '', '', \
         one.source FROM n JOIN one ON one.place = n.n % one.places + 1",
        params![i64::from(count)],
    )
    .await
    .expect("many cities");
    tx.changed("city", 1, false, &["cities".to_owned()]).await.expect("told");
    tx.commit().await.expect("committed");
}
