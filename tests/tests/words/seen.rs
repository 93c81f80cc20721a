//! That the tests of the words can fail: what is read from a little source.

use super::asked::{Asked, Given, asked};
use super::find::Source;

/// What is asked for in these functions, and what cannot be seen.
fn read(text: &str) -> (Vec<Asked>, Vec<String>) {
    asked(&Source::of(text))
}

fn keys(text: &str) -> Vec<String> {
    let (asked, faults) = read(text);
    assert_eq!(faults, Vec::<String>::new(), "{text}");
    asked.into_iter().map(|one| one.key).collect()
}

#[test]
fn a_key_is_seen_wherever_it_comes_from() {
    for (text, found) in [
        ("fn a(v: &Visit) { own.v.t(\"one\"); }", vec!["one"]),
        ("fn a() { v.t(if b { \"one\" } else { \"two\" }); }", vec!["one", "two"]),
        ("fn a() { let key = match b { 1 => \"one\", _ => { \"two\" } }; v.t(key); }", vec!["one", "two"]),
        ("fn a() { let (x, key) = if b { (1, \"one\") } else { (2, \"two\") }; v.t(key); }", vec!["one", "two"]),
        ("fn a() { for (key, x) in [(\"one\", 1), (\"two\", 2)] { v.t(key); } }", vec!["one", "two"]),
        ("fn a(key: &str) { v.t(key); } fn b() { a(\"one\"); }", vec!["one"]),
        ("impl A { fn a(&self, x: u8, key: &str) { v.t(key); } } fn b() { it.a(1, \"one\"); }", vec!["one"]),
        ("fn a() { v.t(item.words); } fn b() { MenuItem { words: \"one\", hint: \"\" } }", vec!["one"]),
        (
            "fn a() { v.t(size_words(1)); } fn size_words() { if b { \"s-one\" } else { \"s-two\" } }",
            vec!["s-one", "s-two"],
        ),
        ("fn a() { redirect(&v.done(\"/place\", \"saved\")); }", vec!["done-saved"]),
        ("const KEY: &str = \"one\"; fn a() { v.t(KEY); }", vec!["one"]),
    ] {
        assert_eq!(keys(text), found, "{text}");
    }
}

#[test]
fn a_key_that_cannot_be_seen_is_told() {
    for text in [
        "fn a() { v.t(format!(\"type-{kind}\")); }",
        "fn a() { v.t(thing.label); }",
        "fn a() { list.map(|key| v.t(key)); }",
        "fn a(keys: &[&str]) { v.t(keys[0]); }",
    ] {
        assert_eq!(read(text).1.len(), 1, "{text}");
    }
}

#[test]
fn what_a_word_is_given_is_seen() {
    let given = |text: &str| read(text).0.remove(0).given;
    let all = |names: &[&str]| Given::All(names.iter().map(|name| (*name).to_owned()).collect());
    assert_eq!(given("fn a() { v.t(\"one\"); }"), all(&[]));
    assert_eq!(given("fn a() { v.tn(\"one\", 1); }"), all(&["count"]));
    assert_eq!(given("fn a() { v.t1(\"one\", \"city\", x); }"), all(&["city"]));
    assert_eq!(given("fn a() { v.ta(\"one\", &[(\"city\", x), (\"count\", y)]); }"), all(&["city", "count"]));
    assert_eq!(given("fn a() { let args = [(\"city\", x)]; words.write(lang, \"one\", &args); }"), all(&["city"]));
    assert_eq!(
        given("fn a() { FieldError::new(\"x\", \"one\").with(\"max\", 1).with(\"least\", 2); }"),
        all(&["least", "max"])
    );
    assert_eq!(given("fn a(args: &[Arg]) { v.ta(\"one\", args); }"), Given::Unknown);
}
