//! Random inputs, the same in every run.

use resp_push::Value;

pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// Below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963);
        usize::try_from(self.0 >> 33).expect("31 bits") % end
    }

    fn number(&mut self) -> i64 {
        let small = i64::try_from(self.below(2_000)).expect("it is small") - 1_000;
        match self.below(8) {
            0 => i64::MAX - small.abs(),
            1 => i64::MIN + small.abs(),
            _ => small,
        }
    }

    fn bytes(&mut self, alphabet: &[u8]) -> Vec<u8> {
        (0..self.below(12)).map(|_| alphabet[self.below(alphabet.len())]).collect()
    }

    pub(crate) fn value(&mut self, depth: usize) -> Value {
        match self.below(if depth == 0 { 6 } else { 8 }) {
            0 => Value::Text(self.bytes(b"abc +:$")),
            1 => Value::Error(self.bytes(b"xyz -*%")),
            2 => Value::Integer(self.number()),
            3 => Value::Bytes(self.bytes(b"ab\r\n*$:0")),
            4 => Value::Null,
            5 => Value::Boolean(self.below(2) == 0),
            6 => Value::Array((0..self.below(5)).map(|_| self.value(depth - 1)).collect()),
            _ => {
                let entries = 0..self.below(4);
                Value::Map(
                    entries.map(|_| (self.value(depth - 1), self.value(depth - 1))).collect(),
                )
            }
        }
    }

    /// The pieces of an input, some of them empty.
    pub(crate) fn cut<'i>(&mut self, mut input: &'i [u8]) -> Vec<&'i [u8]> {
        let mut pieces = Vec::new();
        while !input.is_empty() {
            let longest = input.len().min(1 << self.below(6));
            let (piece, rest) = input.split_at(self.below(longest + 1));
            pieces.push(piece);
            input = rest;
        }
        pieces
    }
}

pub(crate) fn encode(value: &Value, into: &mut Vec<u8>) {
    let mut line = |kind: char, rest: &[u8]| {
        into.extend([kind.to_string().as_bytes(), rest, b"\r\n"].concat());
    };
    let number = |number: usize| number.to_string().into_bytes();
    match value {
        Value::Text(text) => line('+', text),
        Value::Error(text) => line('-', text),
        Value::Integer(number) => line(':', number.to_string().as_bytes()),
        Value::Bytes(bytes) => {
            line('$', &number(bytes.len()));
            into.extend_from_slice(bytes);
            into.extend_from_slice(b"\r\n");
        }
        Value::Boolean(truth) => line('#', if *truth { b"t" } else { b"f" }),
        Value::Array(items) => {
            line('*', &number(items.len()));
            for item in items {
                encode(item, into);
            }
        }
        Value::Map(entries) => {
            line('%', &number(entries.len()));
            for (key, value) in entries {
                encode(key, into);
                encode(value, into);
            }
        }
        _ => line('_', b""),
    }
}
