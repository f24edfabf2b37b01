//! The inline captures of format strings: `"{n}"`, `"{n:>width$}"`, `"{x:.prec$}"`.

/// The names that a format string takes from the scope it stands in, in order.
pub(super) fn captures(string: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = string;
    while let Some(open) = rest.find('{') {
        rest = &rest[open + 1..];
        if let Some(escaped) = rest.strip_prefix('{') {
            rest = escaped;
            continue;
        }
        let Some(close) = rest.find('}') else { break };
        let (name, spec) = rest[..close].split_once(':').unwrap_or((&rest[..close], ""));
        names.extend(identifier(name.trim()));
        // `width$` and `.precision$` are names too.
        for (end, _) in spec.match_indices('$') {
            let start = spec[..end]
                .rfind(|c: char| !(c.is_alphanumeric() || c == '_'))
                .map_or(0, |at| at + spec[at..].chars().next().map_or(1, char::len_utf8));
            names.extend(identifier(&spec[start..end]));
        }
        rest = &rest[close + 1..];
    }
    names
}

fn identifier(name: &str) -> Option<String> {
    let mut chars = name.chars();
    let first = chars.next()?;
    let valid = (first.is_alphabetic() || first == '_')
        && chars.all(|c| c.is_alphanumeric() || c == '_')
        && name != "_";
    (valid && syn::parse_str::<syn::Ident>(name).is_ok()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::captures;

    #[test]
    fn finds_names_widths_and_precisions() {
        assert_eq!(captures("{a} {b:>w$.p$} {{c}} {} {0} {:?} {d:?}"), ["a", "b", "w", "p", "d"]);
        assert_eq!(captures("{{{a}}} {unclosed"), ["a"]);
        assert!(captures("no { } names").is_empty());
        assert_eq!(captures("{x:ü>w$}"), ["x", "w"]);
    }
}
