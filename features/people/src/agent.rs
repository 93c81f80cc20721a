//! In which browser and on which system a session began, as far as the browser says so: what its owner knows it by.

/// Bytes of a `User-Agent` that are looked at.
const HEADER_BYTES: usize = 512;

/// Browser and system.
pub type Agent = (Browser, System);

macro_rules! named {
    ($(#[$comment:meta])* $kind:ident: $($name:ident = $code:literal),+) => {
        $(#[$comment])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $kind {
            $(
                /// As its code says.
                $name
            ),+
        }
        store::coded!($kind, $kind::parse);

        impl $kind {
            /// All of them.
            pub const ALL: &[$kind] = &[$($kind::$name),+];

            /// As it is kept.
            pub const fn code(self) -> &'static str {
                match self { $($kind::$name => $code),+ }
            }

            /// From what is kept.
            fn parse(text: &str) -> Option<$kind> {
                $kind::ALL.iter().copied().find(|own| own.code() == text)
            }
        }
    };
}

named!(
    /// Browsers that people use.
    Browser: Firefox = "firefox", Edge = "edge", Opera = "opera", Samsung = "samsung", Chrome = "chrome",
    Safari = "safari", Unknown = "unknown"
);
named!(
    /// Systems that they use them on.
    System: Android = "android", Ios = "ios", Windows = "windows", Chromeos = "chromeos", Mac = "mac", Linux = "linux",
    Unknown = "unknown"
);

/// What a browser says of itself, and which one says so: most say what older ones said as well, so the order counts.
const BROWSERS: [(&str, Browser); 13] = [
    ("Edg/", Browser::Edge),
    ("EdgA/", Browser::Edge),
    ("EdgiOS/", Browser::Edge),
    ("OPR/", Browser::Opera),
    ("OPT/", Browser::Opera),
    ("OPiOS/", Browser::Opera),
    ("SamsungBrowser/", Browser::Samsung),
    ("Firefox/", Browser::Firefox),
    ("FxiOS/", Browser::Firefox),
    ("CriOS/", Browser::Chrome),
    ("Chrome/", Browser::Chrome),
    ("Chromium/", Browser::Chrome),
    ("Safari/", Browser::Safari),
];

/// The same for systems.
const SYSTEMS: [(&str, System); 8] = [
    ("Android", System::Android),
    ("iPhone", System::Ios),
    ("iPad", System::Ios),
    ("iPod", System::Ios),
    ("Windows", System::Windows),
    ("CrOS", System::Chromeos),
    ("Macintosh", System::Mac),
    ("Linux", System::Linux),
];

/// Of a `User-Agent`; what it does not say is unknown. What only says that it is like a browser (`Safari/` without a
/// `Version/`) is none of them.
pub fn agent(header: &str) -> Agent {
    let header = header.get(..header.floor_char_boundary(HEADER_BYTES)).unwrap_or_default();
    let first = |named: &str| header.contains(named);
    let browser = BROWSERS.iter().find(|(named, _)| first(named)).map_or(Browser::Unknown, |(_, browser)| *browser);
    let system = SYSTEMS.iter().find(|(named, _)| first(named)).map_or(System::Unknown, |(_, system)| *system);
    let is_like = browser == Browser::Safari && !header.contains("Version/");
    (if is_like { Browser::Unknown } else { browser }, system)
}

/// From their codes; what is not known (any more) is unknown.
pub(crate) fn agent_of(browser: &str, system: &str) -> Agent {
    (Browser::parse(browser).unwrap_or(Browser::Unknown), System::parse(system).unwrap_or(System::Unknown))
}

/// Key of the words for a browser, by its code.
pub(crate) fn browser_words(browser: &str) -> String {
    format!("browser-{browser}")
}

/// Key of the words for a system, by its code.
pub(crate) fn system_words(system: &str) -> String {
    format!("system-{system}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_and_systems_are_known_by_what_they_say() {
        for (header, browser, system) in [
            ("Mozilla/5.0 (Android 14; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0", Browser::Firefox, System::Android),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0",
                Browser::Firefox,
                System::Windows,
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/133.0 Mobile/15E148 Safari/605.1.15",
                Browser::Firefox,
                System::Ios,
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
                Browser::Chrome,
                System::Windows,
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0",
                Browser::Edge,
                System::Windows,
            ),
            (
                "Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36",
                Browser::Samsung,
                System::Android,
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15",
                Browser::Safari,
                System::Mac,
            ),
            (
                "Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0.6778.73 Mobile/15E148 Safari/604.1",
                Browser::Chrome,
                System::Ios,
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 OPR/116.0.0.0",
                Browser::Opera,
                System::Linux,
            ),
            (
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
                Browser::Chrome,
                System::Chromeos,
            ),
            (
                "Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Safari/605.1.15 Gadget/1",
                Browser::Unknown,
                System::Mac,
            ),
            ("curl/8.5.0", Browser::Unknown, System::Unknown),
            ("", Browser::Unknown, System::Unknown),
        ] {
            assert_eq!(agent(header), (browser, system), "{header}");
        }
    }

    #[test]
    fn only_so_much_of_it_is_looked_at() {
        let long = format!("{}Firefox/133.0", "é".repeat(HEADER_BYTES));
        assert_eq!(agent(&long), (Browser::Unknown, System::Unknown));
    }

    #[test]
    fn what_is_kept_is_read_again() {
        assert!(Browser::ALL.iter().all(|own| Browser::parse(own.code()) == Some(*own)));
        assert!(System::ALL.iter().all(|own| System::parse(own.code()) == Some(*own)));
        assert!(Browser::parse("netscape").is_none());
    }
}
