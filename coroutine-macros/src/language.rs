//! Expands every example of `docs/language.md`, and compares what the table says of it.

use crate::compile;
use quote::{ToTokens, quote};
use syn::{Expr, Pat, Stmt};

const TABLES: &str = include_str!("../../docs/language.md");

/// The kinds of expressions, statements and patterns that syn reads, but for those that a user cannot write.
const EXPRESSIONS: &[&str] = &[
    "Array",
    "Assign",
    "Async",
    "Await",
    "Binary",
    "Block",
    "Break",
    "Call",
    "Cast",
    "Closure",
    "Const",
    "Continue",
    "Field",
    "ForLoop",
    "If",
    "Index",
    "Infer",
    "Let",
    "Lit",
    "Loop",
    "Macro",
    "Match",
    "MethodCall",
    "Paren",
    "Path",
    "Range",
    "RawAddr",
    "Reference",
    "Repeat",
    "Return",
    "Struct",
    "Try",
    "TryBlock",
    "Tuple",
    "Unary",
    "Unsafe",
    "While",
    "Yield",
];
const STATEMENTS: &[&str] = &["Local", "Item", "Expr", "Macro"];
const PATTERNS: &[&str] = &[
    "Const",
    "Guard",
    "Ident",
    "Lit",
    "Macro",
    "Or",
    "Paren",
    "Path",
    "Range",
    "Reference",
    "Rest",
    "Slice",
    "Struct",
    "Tuple",
    "TupleStruct",
    "Type",
    "Wild",
];

struct Row {
    kind: String,
    example: String,
    works: bool,
    reason: String,
}

/// The rows of the table under a heading.
fn rows(heading: &str) -> Vec<Row> {
    let section = TABLES.split("\n## ").find(|section| section.starts_with(heading));
    let section = section.unwrap_or_else(|| panic!("no section {heading}"));
    let lines = section.lines().filter(|line| line.starts_with('|')).skip(2);
    let rows: Vec<Row> = lines.map(row).collect();
    assert!(!rows.is_empty(), "{heading} has rows");
    rows
}

fn row(line: &str) -> Row {
    let line = line.replace("\\|", "\u{1}");
    let cells: Vec<String> =
        line.split('|').map(|cell| cell.trim().replace('\u{1}', "|")).collect();
    let [_, kind, example, works, reason, _] = &*cells else { panic!("five columns: {line}") };
    assert!(works == "yes" || works == "refused", "{line}");
    let example = example.trim_matches('`').to_owned();
    Row { kind: kind.clone(), example, works: works == "yes", reason: reason.clone() }
}

/// Whether a body expands, and the messages if not.
fn expand(body: &str) -> Result<(), String> {
    let source = format!(
        "fn example(x: u32, mut v: Vec<u32>, mut a: [u32; 4], mut p: Point, mut o: Option<u32>) -> u32 {{ {body} }}"
    );
    let item: proc_macro2::TokenStream = source.parse().expect("tokens");
    let expansion = compile::compile(quote!(u32), item).to_string();
    if expansion.contains("compile_error") { Err(expansion) } else { Ok(()) }
}

fn compare(row: &Row, body: &str) {
    match (expand(body), row.works) {
        (Ok(()), true) => {}
        (Err(error), true) => panic!("`{}` does not expand: {error}", row.example),
        (Err(error), false) => {
            let said = error.replace('\n', " ");
            assert!(
                said.contains(&row.reason),
                "`{}`: the table says {:?}, the error {said}",
                row.example,
                row.reason
            );
        }
        // What rustc itself refuses, whatever waits in it.
        (Ok(()), false) => {
            let by_rustc =
                ["rustc:", "unstable in Rust", "a nested function", "a pattern may bind"];
            assert!(
                by_rustc.iter().any(|known| row.reason.starts_with(known)),
                "`{}` expands",
                row.example
            );
        }
    }
}

fn all_are_there(rows: &[Row], kinds: &[&str]) {
    for kind in kinds {
        assert!(rows.iter().any(|row| row.kind == *kind), "no row for {kind}");
    }
    for row in rows {
        assert!(kinds.contains(&&*row.kind), "no such kind: {}", row.kind);
    }
}

#[test]
fn expressions() {
    let rows = rows("Expressions");
    all_are_there(&rows, EXPRESSIONS);
    for row in &rows {
        let parsed = syn::parse_str::<Expr>(&row.example);
        if let Ok(parsed) = &parsed {
            let kinds = contained(parsed);
            assert!(kinds.contains(&row.kind), "`{}` has {kinds:?}", row.example);
        }
        compare(row, &format!("let _kept = recv!(); {}; recv!()", row.example));
    }
}

#[test]
fn statements() {
    let rows = rows("Statements");
    all_are_there(&rows, STATEMENTS);
    for row in &rows {
        let block: syn::Block =
            syn::parse_str(&format!("{{ {} }}", row.example)).expect("statements");
        let kind = match &block.stmts[0] {
            Stmt::Local(_) => "Local",
            Stmt::Item(_) => "Item",
            Stmt::Expr(..) => "Expr",
            Stmt::Macro(_) => "Macro",
        };
        let receives = kind == "Expr" && row.example.starts_with("recv!");
        assert!(kind == row.kind || receives || row.kind == "Expr", "`{}` is {kind}", row.example);
        compare(row, &format!("{} recv!()", row.example));
    }
}

#[test]
fn patterns() {
    let rows = rows("Patterns");
    all_are_there(&rows, PATTERNS);
    for row in &rows {
        let parses = syn::parse::Parser::parse_str(Pat::parse_multi, &row.example).is_ok();
        let in_let = row.kind == "Type";
        assert!(parses || in_let || row.kind == "Guard", "`{}` is a pattern", row.example);
        let body = if in_let {
            format!("let {} = recv!(); recv!(); y", row.example)
        } else {
            format!("match make(recv!()) {{ {} => recv!(), _ => 0 }}", row.example)
        };
        compare(row, &body);
    }
}

#[test]
fn macros() {
    for row in &rows("Macros") {
        compare(row, &format!("{}; 1", row.example));
    }
}

#[test]
fn borrows() {
    for row in &rows("Borrows") {
        let body = if row.kind == "Loop" {
            format!("{} {{ recv!(); use_of(r); }} v.len()", row.example)
        } else {
            format!("let w = 3; {} recv!(); use_of(r); v.len() + w", row.example)
        };
        compare(row, &body);
    }
}

/// The kinds of an expression and of those that it is made of.
fn contained(expr: &Expr) -> Vec<String> {
    struct Kinds(Vec<String>);
    impl<'ast> syn::visit::Visit<'ast> for Kinds {
        fn visit_expr(&mut self, expr: &'ast Expr) {
            self.0.push(kind(expr).to_owned());
            syn::visit::visit_expr(self, expr);
        }
    }
    let mut kinds = Kinds(Vec::new());
    syn::visit::Visit::visit_expr(&mut kinds, expr);
    kinds.0
}

fn kind(expr: &Expr) -> &'static str {
    macro_rules! kinds {
        ($($kind:ident)*) => {
            match expr {
                $(Expr::$kind(_) => stringify!($kind),)*
                other => panic!("a kind that the table does not have: {}", other.to_token_stream()),
            }
        };
    }
    kinds!(Array Assign Async Await Binary Block Break Call Cast Closure Const Continue Field ForLoop If Index Infer Let Lit
        Loop Macro Match MethodCall Paren Path Range RawAddr Reference Repeat Return Struct Try TryBlock Tuple Unary Unsafe
        While Yield)
}
