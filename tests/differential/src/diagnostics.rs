//! What cargo says: errors, each for a body and a form of it, and where the programs are.

use crate::render::Form;
use serde_json::Value;
use std::collections::HashMap;
use std::path::PathBuf;

/// An error of rustc or of the macro.
#[derive(Clone, Debug)]
pub(crate) struct Diagnostic {
    /// The name of the file, without directories, and the line in it.
    pub(crate) place: Option<(String, usize)>,
    /// The code of rustc, if it has one, and the message.
    pub(crate) message: String,
    pub(crate) by_macro: bool,
    pub(crate) rendered: String,
}

/// What a build said.
#[derive(Default)]
pub(crate) struct Said {
    pub(crate) errors: Vec<Diagnostic>,
    /// By the name of their target.
    pub(crate) executables: HashMap<String, PathBuf>,
    /// What they are linked with, by the name of the crate.
    pub(crate) libraries: HashMap<String, PathBuf>,
}

impl Said {
    pub(crate) fn of(stdout: &str) -> Self {
        let mut said = Said::default();
        for line in stdout.lines() {
            let Ok(message) = serde_json::from_str::<Value>(line) else { continue };
            match message["reason"].as_str() {
                Some("compiler-message") => said.errors.extend(error(&message["message"])),
                Some("compiler-artifact") => {
                    let name = message["target"]["name"].as_str().unwrap_or_default();
                    if let Some(path) = message["executable"].as_str() {
                        said.executables.insert(name.to_owned(), path.into());
                    } else if let Some(path) = message["filenames"][0].as_str().map(PathBuf::from)
                        && path.extension().is_some_and(|extension| extension == "rlib")
                    {
                        said.libraries.insert(name.replace('-', "_"), path);
                    }
                }
                _ => {}
            }
        }
        said
    }
}

fn error(message: &Value) -> Option<Diagnostic> {
    if message["level"].as_str()? != "error" {
        return None;
    }
    let text = message["message"].as_str()?;
    if text.starts_with("aborting due to") {
        return None;
    }
    let code = message["code"]["code"].as_str();
    let spans = message["spans"].as_array()?;
    let primary = spans.iter().filter(|span| span["is_primary"] == true);
    Some(Diagnostic {
        place: primary.chain(spans).find_map(place),
        by_macro: code.is_none() && !of_rustc(text),
        message: code.map_or_else(|| text.to_owned(), |code| format!("{code}: {text}")),
        rendered: message["rendered"].as_str().unwrap_or_default().to_owned(),
    })
}

/// The place of a span in the file of a body, or of the expansion that it comes from.
fn place(span: &Value) -> Option<(String, usize)> {
    let file = span["file_name"].as_str()?;
    let name = file.rsplit(['/', '\\']).next()?;
    if file.contains("bodies") {
        let line = span["line_start"].as_u64()?;
        return Some((name.to_owned(), usize::try_from(line).ok()?));
    }
    place(span["expansion"].get("span")?)
}

/// Errors of rustc that have no code, as those of the macro have none.
fn of_rustc(text: &str) -> bool {
    let known = [
        "lifetime may not live long enough",
        "captured variable cannot escape",
        "is not general enough",
        "higher-ranked",
        "panicked",
        "expected ",
        "cannot find macro",
        "unexpected",
        "type annotations",
        "internal compiler error",
        "reached the recursion limit",
    ];
    known.iter().any(|known| text.contains(known)) && !text.contains("recv!")
}

/// What the errors of one body come to.
#[derive(Default)]
pub(crate) struct Blame {
    pub(crate) by_form: HashMap<Form, Vec<Diagnostic>>,
}

impl Blame {
    /// The first error of a form; one of the macro before those that follow from it.
    pub(crate) fn first(&self, form: Form) -> Option<&Diagnostic> {
        let errors = self.by_form.get(&form)?;
        errors.iter().find(|error| error.by_macro).or_else(|| errors.first())
    }
}
