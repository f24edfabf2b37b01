//! The bodies: decoders, where a part of the lines waits, and dense ones, where each does.

use std::fmt::Write as _;

/// A kind of body.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Messages with a length, escaped bytes and a check byte, one after the other.
    Decoder,
    /// Each line waits, and uses what the lines before gave.
    Dense,
}

impl Kind {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::Decoder => "decoder",
            Kind::Dense => "dense",
        }
    }
}

/// A crate of one consumer of about so many lines. If it is named, it says the types of its locals.
pub(crate) fn source(kind: Kind, lines: usize, named: bool) -> String {
    let body = match kind {
        Kind::Decoder => decoder(lines, named),
        Kind::Dense => dense(lines, named),
    };
    let name = if named { ", name = Machine" } else { "" };
    let mut source = format!(
        "#![allow(unused)]\nuse coroutine_runtime::{{consumer, recv}};\n#[consumer(u8{name})]\npub fn body() -> u32 {{\n"
    );
    for line in body {
        let _ = writeln!(source, "    {line}");
    }
    source.push_str("}\n");
    source
}

/// `let x: u8 = value;`, or without the type.
fn bind(named: bool, local: &str, ty: &str, value: &str) -> String {
    if named { format!("let {local}: {ty} = {value};") } else { format!("let {local} = {value};") }
}

/// `§` stands for the number of the message, `¦u8¦` for a type that a named machine says.
const MESSAGE: &str = include_str!("message.txt");

fn decoder(lines: usize, named: bool) -> Vec<String> {
    let mut body = vec![
        bind(named, "mut total", "u32", "0u32"),
        bind(named, "mut errors", "u32", "0"),
        bind(named, "mut names", "Vec<String>", "Vec::new()"),
        "loop {".to_string(),
    ];
    let mut message = 0;
    while body.len() + 6 < lines {
        for line in MESSAGE.lines() {
            let line = line.replace('§', &message.to_string());
            let mut parts = line.split('¦');
            let (head, ty) = (parts.next().unwrap_or_default(), parts.next());
            let tail: String = parts.collect();
            let ty = ty.filter(|_| named).map(|ty| format!(": {ty}")).unwrap_or_default();
            body.push(format!("    {head}{ty}{tail}"));
        }
        message += 1;
    }
    body.extend(["}", "total ^ errors ^ names.len() as u32"].map(str::to_string));
    body
}

fn dense(lines: usize, named: bool) -> Vec<String> {
    let mut body = vec![
        bind(named, "x0", "u32", "u32::from(recv!())"),
        bind(named, "x1", "Vec<u8>", "vec![recv!(); 2]"),
        bind(named, "x2", "Option<u8>", "recv!().checked_sub(1)"),
        bind(named, "x3", "u32", "u32::from(recv!())"),
    ];
    let mut sum = 0;
    while body.len() + 3 < lines {
        let at = body.len();
        let (local, before) = (format!("x{at}"), at - 4);
        body.push(match at % 4 {
            0 => {
                sum = at;
                let value = format!("x{before}.wrapping_add(x{}) ^ u32::from(recv!())", at - 1);
                bind(named, &local, "u32", &value)
            }
            1 => bind(named, &local, "Vec<u8>", &format!("vec![recv!(); x{before}.len()]")),
            2 => {
                let value = format!("x{before}.or(recv!().checked_sub(1))");
                bind(named, &local, "Option<u8>", &value)
            }
            _ => {
                let value = format!("x{}.rotate_left(1) ^ u32::from(recv!())", at - 3);
                bind(named, &local, "u32", &value)
            }
        });
    }
    body.push(format!("x{sum}"));
    body
}
