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

#[test]
fn every_region_has_working_days() {
    let network = Network::embedded().unwrap();
    for region in &network.regions {
        assert_eq!(
            network.calendar_of(&region.slug).code,
            "central",
            "{}: no office of a region says which days it works",
            region.slug
        );
    }
    let central = network.calendar("central");
    assert!((2026..=2028).all(|year| central.knows(year)));
    let day = |text: &str| text.parse().unwrap();
    // Asked on the last Wednesday before Christmas of 2026: Friday and Monday are holidays.
    assert_eq!(central.after(day("2026-12-23"), 3), day("2026-12-30"));
    for country in network.countries.values() {
        assert!(network.region_of_country(&country.iso2).is_some() || country.region.is_empty(), "{}", country.iso2);
    }
}

#[test]
fn a_network_has_calendars_of_its_own() {
    let mut files = default_files();
    files.insert("calendars.csv".into(), b"calendar,name_en,zone,weekend,regions\nmain,Team,UTC,sat sun,\namman,Amman,Asia/Amman,fri sat,middle-east-north-africa\n".to_vec());
    // Its holidays are those of the carried calendar, which it does not have.
    assert!(Network::read(files.clone()).unwrap_err().to_string().contains("holidays.csv"));
    files.remove("holidays.csv");
    let network = Network::read(files.clone()).unwrap();
    assert_eq!(network.calendar_of("middle-east-north-africa").code, "amman");
    assert_eq!((network.calendar_of("europe").code.as_str(), network.calendar_of("").code.as_str()), ("main", "main"));
    // A folder of before has none: those that the program carries count.
    files.remove("calendars.csv");
    assert!(Network::read(files).unwrap().calendar("central").knows(2026));
}
