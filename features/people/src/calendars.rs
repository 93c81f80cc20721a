//! By whose days people's roles begin and end.

use base::{Result, Role};
use network::Calendar;
use store::Sql;
use web::Hub;

/// By whose days a role begins and ends: those of the office of its region.
pub(crate) async fn calendar<'a>(hub: &'a Hub, sql: &Sql, role: &Role) -> Result<&'a Calendar> {
    let region = match role {
        Role::RegionalOfficer(region) => region.clone(),
        _ => match role.city() {
            Some(city) => {
                cities::by_ids(sql, &[city]).await?.remove(&city).map_or_else(String::new, |city| city.region)
            }
            None => String::new(),
        },
    };
    Ok(hub.network.calendar_of(&region))
}
