//! The cases: `// case: name`, then `// differs: why` with the lines that differ, then the source.

use std::fs;
use std::path::Path;

pub(crate) struct Case {
    /// `moves_after_the_wait`: of the file, and of the case.
    pub(crate) name: String,
    /// Why what is said differs.
    pub(crate) reason: Option<String>,
    /// What is said of the plain function alone, behind a `-`; of the consumer alone, behind a `+`.
    pub(crate) differs: Vec<String>,
    /// With one line above the first, which says what `recv!()` is.
    pub(crate) source: String,
}

impl Case {
    /// The name of what is compiled.
    pub(crate) fn target(&self, form: &str) -> String {
        format!("{}_{form}", self.name)
    }

    /// It is there for the lints of the expansion.
    pub(crate) fn is_fine(&self) -> bool {
        self.name.starts_with("fine_")
    }

    /// The function that waits.
    pub(crate) fn consumer(&self) -> String {
        format!(
            "#![allow(dead_code, clippy::must_use_candidate, clippy::missing_errors_doc)] use coroutine_runtime::{{consumer, recv}};\n{}",
            self.source
        )
    }

    /// The function that calls: each line stands where it stands in the other.
    pub(crate) fn plain(&self) -> String {
        let (_, attribute) = self.source.split_once("#[consumer(").expect("a consumer");
        let (input, _) = attribute.split_once(")]").expect("an input");
        let lines = self.source.lines().map(|line| {
            let neutral = if line.trim_start().starts_with("#[consumer(") { "" } else { line };
            format!("{neutral}\n")
        });
        let recv = format!(
            "#![allow(dead_code, clippy::must_use_candidate, clippy::missing_errors_doc)] \
             macro_rules! recv {{ () => {{ crate::input() }} }} #[allow(clippy::all, clippy::pedantic, clippy::nursery)] fn input<'i>() -> {} {{ loop {{}} }}\n",
            input.replacen('&', "&'i ", 1)
        );
        recv + &lines.collect::<String>()
    }
}

/// Those of all files.
pub(crate) fn all() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("rustc");
    let entries = fs::read_dir(folder).expect("a folder of cases");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    let cases = files.iter().flat_map(|path| {
        let topic = path.file_stem().and_then(|stem| stem.to_str()).expect("a name");
        let text = fs::read_to_string(path).expect("a readable file");
        let cases = text.split("// case: ").skip(1).map(|case| read(topic, case));
        cases.collect::<Vec<_>>()
    });
    cases.collect()
}

fn read(topic: &str, text: &str) -> Case {
    let (name, rest) = text.split_once('\n').expect("a case behind its name");
    let head = rest.lines().take_while(|line| line.starts_with("// "));
    let head: Vec<&str> = head.map(|line| &line[3..]).collect();
    let reason = head.iter().find_map(|line| line.strip_prefix("differs: ")).map(str::to_owned);
    let differs = head.iter().filter(|line| line.starts_with(['-', '+']));
    let differs = differs.map(|line| (*line).to_owned()).collect();
    let source: Vec<&str> = rest.lines().skip(head.len()).collect();
    let source = source.join("\n").trim_end().to_owned() + "\n";
    Case { name: format!("{topic}_{}", name.trim()), reason, differs, source }
}
