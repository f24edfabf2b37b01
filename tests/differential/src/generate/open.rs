//! Locals whose type only a later input says, or what another way gives them: what comes of them is another thing, or no Rust, if a
//! transition types them by itself. `i32` and `f64` are the types that rustc falls back to; here each is to be a `u32` or an `f32`.

use super::{Feature, Generator};
use crate::tree::{Node, Ty};

/// Tells a `u32` from an `i32`, of which the high bit is a sign.
const SHOWN: &str = "(i64::from(!{x} >> 1) > 0) as u32";

/// A number on one way, and an input on the other.
const NUMBERS: [&str; 8] = [
    "let {x} = if $F { $W } else { 0 };",
    "let {x} = if $F { 4294967295 } else { $W };",
    "let {x} = match $N % 3u32 { 0 => 7, 1 => $W, _ => 1 << 5 };",
    "let {x} = loop { if $F { break 3 } break $W };",
    "let {x}; if $F { {x} = 5; } else { {x} = $W; }",
    "let {x} = if $F { \"5\".parse().unwrap() } else { $W };",
    "let {x} = if $F { Default::default() } else { $W };",
    "let {x} = if $F { 3u8.into() } else { $W };",
];

/// A number that is used before an input says its type.
const STRAIGHT: [&str; 3] = [
    "let mut {x} = 255; let {y} = {s}; {x} = $W; let {x} = {y} ^ {x};",
    "let mut {x} = 9; let mut {y} = 0; for _ in 0..2 { {y} ^= {s}; {x} = $W; } let {x} = {y} ^ {x};",
    "let (mut {x}, {y}) = (0, $F); if {y} { {x} = $W; }",
];

/// What has its type from one way alone, and gives a number.
const OPEN: [&str; 5] = [
    "let {x} = if $F { None } else { Some($W) }; let {x} = match {x} { Some({x}) => {x}, None => 5 };",
    "let {x} = if $F { vec![] } else { vec![$W, 0] }; let {x} = {x}.iter().fold(1, |a, b| a ^ b);",
    "let {x} = if $F { Err(()) } else { Ok($W) }; let {x} = {x}.unwrap_or(4294967295);",
    "let mut {x} = Vec::new(); if $F { {x}.push($W); } let {x} = {x}.pop().unwrap_or(8);",
    "let {x} = if $F { [0; 2] } else { [$W; 2] }; let {x} = {x}[1];",
];

/// Functions and boxes that have one type where they meet; they are held over a wait.
const COERCED: [&str; 4] = [
    "let {y} = if $F { side } else { boom }; let {x} = $W; let {x} = {y}({x});",
    "let {y} = match $N { 0 => side, 1 => skewed, _ => boom }; let {x} = {y}($W);",
    "let {y} = if $F { Box::new(side) as Box<dyn Fn(u32) -> u32> } else { Box::new(skewed) }; let {x} = {y}($W);",
    "let {y}: Box<dyn std::fmt::Display> = if $F { Box::new($W) } else { Box::new(\"none\") }; let {x} = $W ^ {y}.to_string().len() as u32;",
];

/// Floats.
const FLOATS: [&str; 3] = [
    "let {y} = if $F { 0.1 } else { ($W % 64) as f32 }; let {x} = ({y} * 3.0).to_bits() as u32;",
    "let mut {y} = 0.7; let {x} = size_of_val(&{y}) as u32; {y} = ($W as u8).into(); let {x} = {x} ^ f32::to_bits({y});",
    "let {y} = match $F { true => 1.5, false => f32::from($W as u8) }; let {x} = size_of_val(&{y}) as u32;",
];

/// Methods that a number without a type does not have.
const METHODS: [&str; 4] = [
    "let {x} = if $F { $W } else { 1 }; let {x} = {x}.leading_zeros() ^ {x}.wrapping_mul(3);",
    "let {x} = if $F { 4294967295 } else { $W }; let {x} = {x}.checked_add(1).unwrap_or(2);",
    "let {x} = match $N { 0 => 1, _ => $W }; let {x} = {x}.to_be_bytes().len() as u32 ^ {x}.rotate_left(1);",
    "let {x} = if $F { $W } else { 6 }; let ({x}, {y}) = {x}.overflowing_sub(7); let {x} = {x} ^ u32::from({y});",
];

impl Generator {
    /// A number that is made of one of these, in a block of its own.
    pub(super) fn open_type(&mut self) -> Option<Node> {
        let kinds: [(Feature, &[&'static str]); 6] = [
            (Feature::OpenNumbers, &NUMBERS),
            (Feature::OpenNumbers, &STRAIGHT),
            (Feature::OpenTypes, &OPEN),
            (Feature::Coercions, &COERCED),
            (Feature::OpenFloats, &FLOATS),
            (Feature::OpenMethods, &METHODS),
        ];
        let known: Vec<&[&'static str]> = kinds
            .into_iter()
            .filter(|(feature, _)| self.options.has(*feature))
            .map(|(_, templates)| templates)
            .collect();
        if known.is_empty() {
            return None;
        }
        let templates = known[self.rng.usize(0..known.len())];
        let template = templates[self.rng.usize(0..templates.len())];
        let (x, y) = (self.fresh("t"), self.fresh("t"));
        let block = format!("{{ {template} {SHOWN} ^ {{x}} }}");
        let block = block.replace("{s}", SHOWN).replace("{x}", &x).replace("{y}", &y);
        let (mut text, mut children) = (String::new(), Vec::new());
        let mut rest = block.as_str();
        let mut forks = 0;
        while let Some(at) = rest.find('$') {
            text.push_str(&rest[..=at]);
            let hole = &rest[at + 1..=at + 1];
            children.push(match hole {
                "F" => self.flag(),
                "N" => self.number(),
                _ => {
                    // It may not run.
                    self.fork();
                    forks += 1;
                    self.wait()
                }
            });
            rest = &rest[at + 2..];
        }
        (0..forks).for_each(|_| self.join());
        text.push_str(rest);
        Some(Node::expr(Ty::Num, text, children))
    }
}
