//! Text in the places that it goes to, each with its own escapes.

use crate::parse::Consumer;
use crate::source::source;
use syn::Type;

/// How much of a line of code a picture shows.
pub(super) const COLUMNS: usize = 52;

/// A type, on one line and without the lifetimes that we gave to what is fresh for each input.
pub(super) fn shown(consumer: &Consumer, ty: &Type) -> String {
    let tight = [(" < ", "<"), (" > ", ">"), (" >", ">"), (", )", ",)")];
    let shown = tight.iter().fold(source(ty), |text, (loose, tight)| text.replace(loose, tight));
    let fresh = consumer.input.fresh.iter().map(|lifetime| format!("{lifetime} "));
    fresh.fold(shown, |text, lifetime| text.replace(&lifetime, ""))
}

/// In a picture.
pub(super) fn xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // XML has no way to say them, and a picture is one line.
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

/// As code in the cell of a table.
pub(super) fn cell(text: &str) -> String {
    code(text).replace('|', "\\|")
}

/// As code in a sentence. Backquotes of its own need more of them around it.
pub(super) fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let quotes = "`".repeat(longest + 1);
    if longest == 0 { format!("`{text}`") } else { format!("{quotes} {text} {quotes}") }
}

/// In a line of Mermaid's: all that it may take for a mark of its own is the number of the character.
pub(super) fn mermaid(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() || " !?=.,()[]'+-/$^~_".contains(c) {
            escaped.push(c);
        } else if c.is_control() {
            escaped.push(' ');
        } else {
            let number = format!("#{};", u32::from(c));
            escaped.push_str(&number);
        }
    }
    escaped
}

/// At most as many columns, the rest as an ellipsis.
pub(super) fn short(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut shortened = String::new();
    for c in text.chars() {
        if width(&shortened) + width_of(c) >= columns {
            break;
        }
        shortened.push(c);
    }
    shortened.truncate(shortened.trim_end().len());
    shortened + "…"
}

/// How many columns a text takes in a font of one width.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(width_of).sum()
}

/// Most of what is wide is Chinese, Japanese, Korean, or an emoji.
fn width_of(c: char) -> usize {
    if u32::from(c) < 0x1100 || ('\u{2000}'..'\u{2e80}').contains(&c) { 1 } else { 2 }
}
