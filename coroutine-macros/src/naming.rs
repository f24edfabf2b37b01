//! Names that nothing else has.

use proc_macro2::{Ident, Span};
use std::collections::{HashMap, HashSet};

/// `base`, or `base2`, `base3`, … : the first that is not taken.
pub(crate) fn unused(base: &str, mut is_taken: impl FnMut(&str) -> bool) -> String {
    let mut name = base.to_owned();
    let mut number = 1;
    while is_taken(&name) {
        number += 1;
        name = format!("{base}{number}");
    }
    name
}

/// Gives out names, each once.
pub(crate) struct Names<F> {
    taken: HashSet<String>,
    is_taken: F,
    /// The number of the last name of each base.
    last: HashMap<String, usize>,
}

impl<F: Fn(&str) -> bool> Names<F> {
    pub(crate) fn new(taken: HashSet<String>, is_taken: F) -> Self {
        Names { taken, is_taken, last: HashMap::new() }
    }

    /// `base`, or `base2`, `base3`, … : the next that nothing has.
    pub(crate) fn fresh(&mut self, base: &str) -> String {
        let last = self.last.entry(base.to_owned()).or_default();
        loop {
            *last += 1;
            let name = if *last == 1 { base.to_owned() } else { format!("{base}{last}") };
            if !(self.is_taken)(&name) && self.taken.insert(name.clone()) {
                return name;
            }
        }
    }
}

/// An identifier by its text, raw or not.
pub(crate) fn ident(name: &str, span: Span) -> Ident {
    name.strip_prefix("r#").map_or_else(|| Ident::new(name, span), |raw| Ident::new_raw(raw, span))
}

/// `Gen` of `r#Gen`.
pub(crate) fn bare(ident: &Ident) -> String {
    ident.to_string().trim_start_matches("r#").to_owned()
}

/// `first_line` → `FirstLine`
pub(crate) fn camel_case(name: &str) -> String {
    let mut camel = String::new();
    for word in name.trim_start_matches("r#").split('_') {
        let mut chars = word.chars();
        camel.extend(chars.next().into_iter().flat_map(char::to_uppercase));
        camel.extend(chars);
    }
    camel
}

#[cfg(test)]
mod tests {
    use super::{camel_case, unused};

    #[test]
    fn counts_up_to_a_name_that_is_free() {
        assert_eq!(unused("x", |name| ["x", "x2"].contains(&name)), "x3");
        assert_eq!(unused("x", |_| false), "x");
    }

    #[test]
    fn words_become_capitals() {
        assert_eq!(camel_case("first_line"), "FirstLine");
        assert_eq!(camel_case("r#type"), "Type");
        assert_eq!(camel_case("_guard"), "Guard");
    }
}
