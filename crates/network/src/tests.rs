use super::*;

#[test]
fn the_carried_network_is_the_real_one() {
    let network = Network::embedded().unwrap();
    let members = network.members().unwrap();
    assert_eq!(members.len(), 112);
    let countries: std::collections::HashSet<_> = members.iter().map(|member| &member.country).collect();
    assert_eq!(countries.len(), 41);
    assert_eq!(members.iter().filter(|member| member.steering_committee).count(), 25);
    assert_eq!((network.regions.len(), network.themes.len()), (9, 39));
    for lang in Lang::SHIPPED {
        assert!(network.themes.iter().all(|theme| !theme.label(lang).is_empty()));
        assert!(
            network
                .funding
                .iter()
                .all(|funding| !funding.purpose(lang).is_empty() || funding.purposes.all().count() == 0)
        );
    }
    for funding in &network.funding {
        assert!(funding.source.split(';').all(|id| network.source(id).is_some()), "{}", funding.name);
    }
}

#[test]
fn the_gazetteer_is_whole() {
    let network = Network::embedded().unwrap();
    assert_eq!(network.places().unwrap().len(), 69_478);
    assert_eq!(network.alternate_names().unwrap().len(), 259_776);
}

#[test]
fn what_is_written_is_what_is_carried() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("network");
    write_default(&target).unwrap();
    assert_eq!(Network::load(&target).unwrap().members().unwrap().len(), 112);
}

#[test]
fn a_wrong_file_is_named() {
    let mut files = default_files();
    files.insert("regions.csv".into(), b"slug,label_en\nx\n".to_vec());
    let error = Network::read(files).unwrap_err().to_string();
    assert!(error.contains("regions.csv"), "{error}");

    let mut files = default_files();
    let settings = String::from_utf8(files["network.toml"].clone()).unwrap();
    files.insert("network.toml".into(), format!("{settings}\n[colours]\npin = \"red;}} body{{\"\n").into_bytes());
    assert!(Network::read(files).unwrap_err().to_string().contains("pin"));
}

#[test]
fn a_term_is_two_years() {
    assert_eq!(years_of("2015–2017"), Some((2015, 2017)));
    assert_eq!(years_of("2015–17"), Some((2015, 2017)));
    assert_eq!(years_of("2015 - 2017"), Some((2015, 2017)));
    for other in ["", "2015", "first term", "2015–", "2017–2015", "15–17", "2015–+7", "2015–2017–2019"] {
        assert_eq!(years_of(other), None, "{other}");
    }
}
