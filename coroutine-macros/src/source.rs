//! The user's code as text, on one line: for the documentation of the states, and the words of an `assert!`.

use proc_macro2::{Delimiter, LineColumn, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Expr;

/// Where code ends: what rustc would write behind it goes there.
pub(crate) fn end(tokens: &dyn ToTokens) -> Span {
    match tokens.to_token_stream().into_iter().last() {
        Some(TokenTree::Group(group)) => group.span_close(),
        Some(token) => token.span(),
        None => Span::call_site(),
    }
}

/// The user's code up to its first block.
pub(crate) fn head(expr: &Expr) -> String {
    let mut expr = expr.clone();
    crate::sites::strip(&mut expr);
    let is_block = |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
    let head = expr.to_token_stream().into_iter().take_while(|token| !is_block(token));
    source(&head.collect::<TokenStream>())
}

/// The user's code with the spaces that the user wrote.
pub(crate) fn source(tokens: &dyn ToTokens) -> String {
    let tokens = crate::sites::without(tokens.to_token_stream());
    let mut words = Vec::new();
    leaves(tokens.clone(), &mut words);
    written(&words).unwrap_or_else(|| tightened(&tokens))
}

/// A token, and where it stands.
struct Word {
    text: String,
    start: LineColumn,
    end: LineColumn,
}

impl Word {
    fn new(text: &dyn ToString, span: Span) -> Self {
        Word { text: text.to_string(), start: span.start(), end: span.end() }
    }
}

fn leaves(tokens: TokenStream, words: &mut Vec<Word>) {
    for token in tokens {
        let TokenTree::Group(group) = token else {
            words.push(Word::new(&token, token.span()));
            continue;
        };
        let (open, close) = match group.delimiter() {
            Delimiter::Parenthesis => ("(", ")"),
            Delimiter::Brace => ("{", "}"),
            Delimiter::Bracket => ("[", "]"),
            Delimiter::None => ("", ""),
        };
        // What has been parsed has one span for both of its delimiters.
        let (mut first, mut last) =
            (Word::new(&open, group.span()), Word::new(&close, group.span()));
        first.end = LineColumn { column: first.start.column + 1, ..first.start };
        last.start = LineColumn { column: last.end.column.saturating_sub(1), ..last.end };
        let is_seen = !open.is_empty();
        words.extend(is_seen.then_some(first));
        leaves(group.stream(), words);
        words.extend(is_seen.then_some(last));
    }
}

/// `None` for what does not stand in one place of the source: a macro made it.
fn written(words: &[Word]) -> Option<String> {
    let mut text = String::new();
    let mut before: Option<&Word> = None;
    for word in words {
        if let Some(before) = before {
            if word.start < before.end || word.end <= before.end {
                return None;
            }
            // What is broken over lines has no space inside of its parentheses on one, and no comma at the end.
            let is_broken = word.start.line > before.end.line;
            let closes = is_broken && matches!(&*word.text, ")" | "]");
            let follows = matches!(&*word.text, ";" | ",") || (is_broken && word.text == ".");
            let opens = is_broken && matches!(&*before.text, "(" | "[");
            if closes && before.text == "," {
                text.pop();
            }
            text.extend((word.start != before.end && !(closes || opens || follows)).then_some(' '));
        }
        text.push_str(&word.text);
        before = Some(word);
    }
    Some(text)
}

/// Without most of the spaces that printing tokens puts everywhere.
fn tightened(tokens: &TokenStream) -> String {
    let mut text = tokens.to_string().split_whitespace().collect::<Vec<_>>().join(" ");
    let tight = [
        (" ! ", "!"),
        ("! [", "!["),
        (" (", "("),
        ("( ", "("),
        (" )", ")"),
        (" ;", ";"),
        (" . ", "."),
        ("& ", "&"),
        (" &&", " && "),
        (" ,", ","),
        (" :: ", "::"),
        (":: ", "::"),
        (" :", ":"),
        (" ?", "?"),
        ("? .", "?."),
        ("[ ", "["),
        (" ]", "]"),
        (" . .", ".."),
        (" .. ", ".."),
        (" ..= ", "..="),
    ];
    for (loose, tight) in tight {
        text = text.replace(loose, tight);
    }
    // A keyword or an operator is not a function.
    SPACED.iter().fold(text, |text, word| text.replace(&format!(" {word}("), &format!(" {word} (")))
}

const SPACED: [&str; 20] = [
    "match", "if", "while", "in", "return", "break", "=", "|", "+", "-", "*", "/", "==", "!=", "^",
    "%", "<", ">", "&&", "||",
];

#[cfg(test)]
mod tests {
    use super::source;
    use proc_macro2::TokenStream;

    fn shown(code: &str) -> String {
        source(&code.parse::<TokenStream>().expect("tokens"))
    }

    #[test]
    fn spaces_are_those_of_the_user() {
        for code in ["recv!(Some(&rest[..end]))", "a  +b", "x.y?.z::<u8>()", "\"( a  b )\""] {
            assert_eq!(shown(code), code.replace("a  +b", "a +b"));
        }
    }

    #[test]
    fn what_is_broken_over_lines_stands_on_one() {
        assert_eq!(shown("call(\n    a,\n    b,\n)\n.then()"), "call(a, b).then()");
    }

    #[test]
    fn what_a_macro_made_is_readable_too() {
        let made = quote::quote!(recv!(Some(&rest[..end])));
        assert_eq!(source(&made), "recv!(Some(&rest [.. end]))");
    }
}
