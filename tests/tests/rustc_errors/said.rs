//! What rustc says, as lines that can be compared: level, code, message, each span with its label.
//!
//! Three things are apart in all consumers, and not compared. The span of a `recv!()` is that of its name, since a macro cannot
//! join spans. What is kept is changed where it lies, as `*x`. And a transition returns more than the function's value,
//! so that rustc does not say that a type is expected by the return type.

use serde_json::Value;
use std::collections::BTreeMap;

#[derive(Default)]
pub(crate) struct Said(BTreeMap<String, Of>);

/// What is said of one target.
#[derive(Default)]
pub(crate) struct Of {
    pub(crate) lines: Vec<String>,
    pub(crate) rendered: String,
}

impl Said {
    /// What cargo prints with `--message-format=json`.
    pub(crate) fn read(stdout: &str) -> Self {
        let mut said = Said::default();
        for line in stdout.lines() {
            let Ok(line) = serde_json::from_str::<Value>(line) else { continue };
            let Some(target) = line["target"]["name"].as_str() else { continue };
            let of = said.0.entry(target.to_owned()).or_default();
            let message = &line["message"];
            let text = message["message"].as_str().unwrap_or_default();
            if line["reason"] != "compiler-message" || message["spans"] == Value::Array(Vec::new())
            {
                // "aborting due to 2 previous errors"
                continue;
            }
            of.rendered += message["rendered"].as_str().unwrap_or_default();
            let (level, code) = (text_of(&message["level"]), text_of(&message["code"]["code"]));
            let head = format!("{level}[{code}]: {}", in_place(text));
            of.lines.push(head.clone());
            // Each line says what it belongs to: two may be told in another order.
            of.lines.extend(spans(message).map(|line| format!("{head} | {line}")));
            of.lines.sort_unstable();
        }
        said
    }

    pub(crate) fn of(&self, target: &str) -> &Of {
        &self.0[target]
    }

    pub(crate) fn mentions(&self, target: &str) -> bool {
        self.0.contains_key(target)
    }
}

/// `^ 5:9-5:13 value moved here`
fn spans(message: &Value) -> impl Iterator<Item = String> {
    let spans = message["spans"].as_array().into_iter().flatten();
    let spans = spans.filter(|span| !is_about_return_type(text_of(&span["label"])));
    spans.map(|span| {
        let marks = if span["is_primary"] == true { "^" } else { "-" };
        let said = format!("{marks} {} {}", place(span), in_place(text_of(&span["label"])));
        said.trim_end().to_owned()
    })
}

/// Of a `recv!()` that is a macro, the call.
fn place(span: &Value) -> String {
    let expansion = &span["expansion"];
    if text_of(&expansion["macro_decl_name"]).starts_with("recv!") {
        return place(&expansion["span"]);
    }
    let number = |key: &str| span[key].as_u64().unwrap_or_default();
    let (line, column, mut end) =
        (number("line_start"), number("column_start"), number("column_end"));
    let text = span["text"].as_array().and_then(|lines| lines.last());
    let text = text_of(text.map_or(&Value::Null, |line| &line["text"]));
    let length = usize::try_from(end).unwrap_or_default().saturating_sub(1);
    if text.get(..length).is_some_and(|text| text.ends_with("recv!()")) {
        end -= 3;
    }
    let file = text_of(&span["file_name"]);
    if !file.starts_with("examples/") {
        // Of the standard library, which may be another.
        return "elsewhere".to_owned();
    }
    format!("{line}:{column}-{}:{end}", number("line_end"))
}

fn text_of(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// `x`, also where it is said as `*x`: what is kept is changed where it lies. Both forms have the same file.
fn in_place(text: &str) -> String {
    let text = text.replace("_plain.rs", ".rs").replace("_consumer.rs", ".rs");
    text.replace("`**", "`").replace("`*", "`")
}

/// That a type is expected since the function returns it: a transition returns another, with that in it.
fn is_about_return_type(label: &str) -> bool {
    [
        "because of return type",
        "because of this return type",
        "expected due to this",
        "implicitly returns",
    ]
    .iter()
    .any(|known| label.contains(known))
}
