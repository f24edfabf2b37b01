//! `docs/errors.md`: every rule with a program that breaks it, what the user sees, and one that does not break it.
//! `BLESS=1 cargo test -p coroutine-macros` writes it anew.

use super::{Rule, attribute, handlers, kept, runtime, signature, waits};
use std::fs;
use std::path::{Path, PathBuf};

const SECTIONS: [(&str, &[Rule]); 6] = [
    ("The arguments of the attribute", attribute::RULES),
    ("The function", signature::RULES),
    ("Where a consumer waits", waits::RULES),
    ("Close handlers", handlers::RULES),
    ("What is kept while it waits", kept::RULES),
    ("What rustc says with the words of the runtime", runtime::RULES),
];

const INTRODUCTION: &str = "# Errors

Every error that `#[consumer]` can give: why it is one, a program that has it, what rustc then prints, and what to write instead. All that is wrong in a function is
reported at once, and what rustc finds in its body beside it; callers of the function have no errors of their own. Whatever is not listed here is rustc's own error, as it
would be in a plain function.

Each program is a test (`tests/ui`), and its second part compiles.
";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The folder with the test of a rule: the workspace's have the feature `serde`.
fn folder(rule: &Rule) -> &'static str {
    if rule.name == "derive_without_feature" { "tests/edition2021/ui" } else { "tests/ui" }
}

fn rules() -> impl Iterator<Item = &'static Rule> {
    SECTIONS.iter().flat_map(|(_, rules)| rules.iter())
}

fn read(rule: &Rule, ending: &str) -> String {
    let path = root().join(folder(rule)).join(rule.name).with_extension(ending);
    fs::read_to_string(&path).unwrap_or_else(|error| {
        panic!("`{}` has a test of its name, {}: {error}", rule.name, path.display())
    })
}

/// The message as rustc prints it, cut at the user's own words.
fn fixed(message: &str) -> Vec<String> {
    let message = message.replace("{{", "\u{1}").replace("}}", "\u{2}");
    let pieces = message.split('{').enumerate().map(|(index, piece)| {
        let piece = if index == 0 {
            piece
        } else {
            piece.split_once('}').map_or(piece, |(_, behind)| behind)
        };
        piece.replace('\u{1}', "{").replace('\u{2}', "}")
    });
    pieces.collect()
}

/// Whether some line says it, with any words between its pieces.
fn is_said(printed: &str, message: &str) -> bool {
    printed.lines().any(|line| {
        let mut rest = line;
        fixed(message).iter().all(|piece| match rest.find(piece.as_str()) {
            Some(at) => {
                rest = &rest[at + piece.len()..];
                true
            }
            None => false,
        })
    })
}

#[test]
fn each_rule_has_a_test_that_breaks_it() {
    for rule in rules() {
        let printed = read(rule, "stderr");
        assert!(
            is_said(&printed, rule.message),
            "ui/{}.stderr does not say {:?}",
            rule.name,
            rule.message
        );
    }
}

/// The lines of the test that rustc points at.
fn lines(printed: &str, name: &str) -> Vec<usize> {
    let file = format!("--> ui/{name}.rs:");
    let places = printed.lines().filter_map(|line| line.split_once(&file));
    places.filter_map(|(_, place)| place.split(':').next()?.parse().ok()).collect()
}

#[test]
fn what_to_write_instead_has_no_error() {
    for rule in rules() {
        let source = read(rule, "rs");
        let right = source.lines().position(|line| line == "// Instead:");
        let found = lines(&read(rule, "stderr"), rule.name);
        assert!(!found.is_empty(), "{}: rustc points at the mistake", rule.name);
        let is_broken = |line: usize| right.is_some_and(|right| line <= right);
        assert!(found.iter().all(|line| is_broken(*line)), "{}: {found:?}, {right:?}", rule.name);
    }
}

#[test]
fn each_test_is_of_a_rule() {
    let tests = fs::read_dir(root().join("tests/ui")).expect("tests/ui is there");
    for test in tests {
        let path = test.expect("a readable folder").path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        // What rustc says, and several rules at once.
        let is_other = name.starts_with("rust_") || name.starts_with("several_");
        assert!(is_other || rules().any(|rule| rule.name == name), "ui/{name} is of no rule");
    }
}

#[test]
fn each_rule_is_written_as_the_others_are() {
    let mut names = Vec::new();
    for rule in rules() {
        let Rule { name, message, .. } = rule;
        let first = message.chars().next().unwrap_or_default();
        assert!(
            !first.is_uppercase() && !message.ends_with('.'),
            "{name}: lower case, no full stop"
        );
        assert!(message.matches('`').count() % 2 == 0, "{name}: code in backticks");
        assert!(!names.contains(name), "{name} is there twice");
        names.push(name);
    }
}

#[test]
fn the_runtime_says_what_is_listed() {
    let sources = ["macros.rs", "consumer.rs", "repeatable.rs", "question_mark.rs"];
    let sources = sources.map(|file| {
        fs::read_to_string(root().join("coroutine-runtime/src").join(file)).expect("a source")
    });
    for rule in runtime::RULES {
        let message = format!("\"{}\"", rule.message);
        assert!(sources.iter().any(|source| source.contains(&message)), "nothing says {message}");
    }
}

/// What stands between the imports of a test and the `main` that it has to have.
fn program(source: &str) -> (String, String) {
    let body = source.rsplit_once("\nfn main() {}").map_or(source, |(body, _)| body);
    let (broken, right) = body.split_once("\n// Instead:\n").unwrap_or_else(|| {
        panic!("a test has `// Instead:` and a program that is right:\n{source}")
    });
    (broken.trim().to_owned(), right.trim().to_owned())
}

/// Without the middle of lines that are long to be long.
fn shortened(text: &str) -> String {
    let line = |line: &str| {
        let chars: Vec<char> = line.chars().collect();
        if chars.len() < 300 {
            return line.to_owned();
        }
        let (begin, end) = (&chars[..40], &chars[chars.len() - 20..]);
        begin.iter().chain(&[' ', '…', ' ']).chain(end).collect()
    };
    text.lines().map(line).collect::<Vec<String>>().join("\n")
}

fn entry(rule: &Rule) -> String {
    let Rule { name, about, .. } = rule;
    let (broken, right) = program(&read(rule, "rs"));
    let about: Vec<&str> = about.iter().map(|line| line.trim()).collect();
    let about = about.join("\n");
    let (broken, printed) = (shortened(&broken), read(rule, "stderr"));
    format!(
        "\n### `{name}`\n\n{about}\n\n```rust,compile_fail\n{broken}\n```\n\n```text\n{}\n```\n\nInstead:\n\n```rust\n{right}\n```\n",
        printed.trim_end()
    )
}

#[test]
fn the_page_is_as_committed() {
    let mut page = INTRODUCTION.to_owned();
    for (heading, rules) in SECTIONS {
        let entries: String = rules.iter().map(entry).collect();
        page.extend(["\n## ", heading, "\n", &entries]);
    }
    let path = root().join("docs/errors.md");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &page).expect("a writable file");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == page, "docs/errors.md: write it anew with BLESS=1, and see what changed");
}
