use crate::compile;
use crate::stack::as_in_rustc;

/// Bodies that are deep in some way: what opens a level, what stands inside of all, and what closes it.
const SHAPES: &[(&str, &str, &str)] = &[
    ("let x = ", "(", "recv!()"),
    ("recv!(); let x = ", "(", "1"),
    ("", "{", "recv!();"),
    ("recv!(); ", "{", "f();"),
    ("recv!(); let x = ", "|| ", "1"),
    ("recv!(); let x = ", "move |y| ", "1"),
    ("recv!(); let x = ", "|| {", "1"),
    ("let x = ", "!", "recv!()"),
    ("recv!(); let x = ", "-", "y"),
    ("recv!(); let x = ", "& ", "y"),
    ("recv!(); let x = ", "&mut ", "y"),
    ("", "if x {", "recv!();"),
    ("", "loop {", "recv!();"),
    ("", "match x { _ => {", "recv!();"),
    ("", "return ", "recv!()"),
    ("recv!(); let ", "& ", "x = 1"),
    ("recv!(); let ", "(", "x"),
    ("recv!(); let x: ", "& ", "u8 = 1"),
    ("recv!(); let x: ", "A<", "u8"),
    ("let x = ", "f(", "recv!()"),
    ("let x = ", "recv!(", "0"),
    ("let x = ", "vec![", "recv!()"),
    ("recv!(); ", "fn f() {", ""),
    ("recv!(); ", "m! {", ""),
];

/// What is longer than deep, and makes a level for each of its operators.
const CHAINS: &[(&str, &str)] = &[
    ("let x = recv!()", " + 1"),
    ("recv!(); let x = y", " + 1"),
    ("let x = recv!()", ".m()"),
    ("recv!(); let x = y", ".m()"),
    ("let x = recv!()", ".m"),
    ("let x = recv!()", "[0]"),
    ("let x = f(recv!())", "(0)"),
    ("let x = recv!()", "?"),
    ("let x = recv!()", " as u8"),
    ("recv!(); y", " = x"),
    ("recv!(); let x = y", " && z"),
    ("recv!(); let x = y", " == z"),
    ("println!(\"{x}\", recv!()", " + 1"),
    ("recv!(0", " + 1"),
];

fn nested((before, open, inside): (&str, &str, &str), depth: usize) -> String {
    let mut closes = String::new();
    for delimiter in open.chars() {
        match delimiter {
            '(' => closes.insert(0, ')'),
            '{' => closes.insert(0, '}'),
            '[' => closes.insert(0, ']'),
            '<' => closes.insert(0, '>'),
            ')' => drop(closes.remove(0)),
            _ => {}
        }
    }
    let (opens, closes) = (open.repeat(depth), closes.repeat(depth));
    let end = if open == "A<" { " = 1" } else { "" };
    format!("{before}{opens}{inside}{closes}{end};")
}

fn chained(start: &str, link: &str, links: usize) -> String {
    let open = start.matches('(').count() - start.matches(')').count();
    format!("{start}{}{};", link.repeat(links), ")".repeat(open))
}

/// Whether it is refused, on a stack as that of rustc.
fn is_refused(body: &str) -> bool {
    let source = format!("fn deep() {{ {body} }}");
    as_in_rustc(move || {
        let item = source.parse().expect("tokens");
        let expansion = compile::compile(quote::quote!(u8), item).to_string();
        expansion.contains("too deep") || expansion.contains("too long")
    })
}

#[test]
fn what_is_too_deep_is_refused() {
    for &shape in SHAPES {
        assert!(is_refused(&nested(shape, 200)), "{shape:?}");
        assert!(is_refused(&nested(shape, 5000)), "{shape:?}");
        assert!(!is_refused(&nested(shape, 20)), "{shape:?}");
    }
    for &(start, link) in CHAINS {
        assert!(is_refused(&chained(start, link, 5000)), "{link}");
        assert!(!is_refused(&chained(start, link, 100)), "{link}");
    }
}

/// None of them ends the process.
#[test]
fn what_is_just_not_refused_fits_the_stack() {
    for &shape in SHAPES {
        is_refused(&nested(shape, 60));
    }
    for &(start, link) in CHAINS {
        let (mut few, mut many) = (0, super::LENGTH);
        while few + 1 < many {
            let links = usize::midpoint(few, many);
            let refused = is_refused(&chained(start, link, links));
            *(if refused { &mut many } else { &mut few }) = links;
        }
        assert!(few > 300, "{few} of `{link}`");
    }
}

#[test]
fn what_is_long_but_not_deep_expands() {
    let alternatives = format!("match recv!() {{ 0 {} => {{}} _ => {{}} }}", "| 1".repeat(500));
    let elements = format!("recv!(); let x = [{}];", "1, ".repeat(5000));
    let arms = format!("match recv!() {{ {} _ => {{}} }}", "1 => { f(x < y, a > b) }".repeat(300));
    let comparisons = "if x < recv!() && y < z { f::<u8>() }".repeat(100);
    let other = format!("recv!(); m! {{ {} }}", "a b <".repeat(5000));
    for body in [alternatives, elements, arms, comparisons, other] {
        assert!(!is_refused(&body), "{body:.60}");
    }
}

/// What grows without measure would take hours.
#[test]
fn two_hundred_lines_expand() {
    let lines = [
        "let x = recv!();",
        "for y in 0..x { if y > 3 { total += recv!(); } else { total.push(y); } }",
        "match recv!() { 0 => return Some(total), n if n > 3 => total += n, _ => {} }",
        "while let Some(next) = queue.pop() { let guard = lock(next); recv!(); drop(guard); }",
        "let text = format!(\"{x} {}\", recv!()); log(&text);",
    ];
    let body = lines.join("\n").repeat(40);
    assert!(!is_refused(&body));
}
