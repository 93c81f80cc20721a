//! The form of a city's facts, as a browser has it.

use crate::client::{Client, Reply};

/// The fields of the form for facts as they stand.
pub fn facts(form: &Reply) -> Vec<(String, String)> {
    let text = form.text();
    let chosen = |name: &str| {
        let select = text.split(&format!("name=\"{name}\"")).nth(1).unwrap_or_default();
        let select = select.split("</select>").next().unwrap_or_default();
        let option = select.split("<option value=\"").find(|option| option.contains("\" selected"));
        option.and_then(|option| option.split('"').next()).unwrap_or_default().to_owned()
    };
    let named = text.split("name=\"name_").skip(1).filter_map(|rest| rest.split('"').next());
    let mut names: Vec<String> = named.map(|lang| format!("name_{lang}")).collect();
    let others = ["latitude", "longitude", "place", "place_source", "population", "population_source", "revision"];
    names.extend(others.map(str::to_owned));
    let mut fields: Vec<(String, String)> = names
        .into_iter()
        .map(|name| {
            let value = form.input(&name).unwrap_or_default();
            (name, value)
        })
        .collect();
    fields.extend(["country", "region", "kind"].map(|name| (name.to_owned(), chosen(name))));
    fields
}

/// Sends them.
pub async fn send(client: &Client, path: &str, fields: &[(String, String)]) -> Reply {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    client.post(path, &fields).await
}

/// Another value for one of them.
pub fn set(fields: &mut [(String, String)], name: &str, value: &str) {
    let field = fields.iter_mut().find(|(own, _)| own == name).expect("a field of the form");
    field.1 = value.to_owned();
}
