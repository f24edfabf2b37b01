//! However an input is cut, the values and the errors are the same.

use crate::by_hand::by_hand;
use crate::random::{Random, encode};
use crate::{MALFORMED, Outcome, SAMPLES, SMALL, decode, recursive};
use resp_push::{Decoder, Limits};

/// What the other two say of it.
fn expected(input: &[u8], limits: Limits) -> Outcome {
    let (values, end) = recursive::parse(input, limits);
    let (values_by_hand, end_by_hand) = by_hand(input, limits);
    assert_eq!((&values, end), (&values_by_hand, end_by_hand), "{}", input.escape_ascii());
    // An error cannot be made outside of the crate: a decoder's own must have this kind and place.
    let whole = decode(limits, [input]);
    assert_eq!(whole.0, values, "{}", input.escape_ascii());
    let whole_end =
        whole.1.map_err(|error| (error.kind(), usize::try_from(error.offset()).unwrap()));
    assert_eq!(whole_end, end, "{}", input.escape_ascii());
    whole
}

fn inputs() -> impl Iterator<Item = Vec<u8>> {
    SAMPLES.iter().chain(&MALFORMED).map(|text| text.as_bytes().to_vec())
}

#[test]
fn samples_are_decoded() {
    for sample in SAMPLES {
        assert_eq!(expected(sample.as_bytes(), SMALL).1, Ok(()), "{sample:?}");
    }
    for malformed in MALFORMED {
        assert!(expected(malformed.as_bytes(), SMALL).1.is_err(), "{malformed:?}");
    }
}

#[test]
fn in_two_and_in_three() {
    for input in inputs() {
        let whole = expected(&input, SMALL);
        for first in 0..=input.len() {
            for second in first..=input.len() {
                let pieces = [&input[..first], &input[first..second], &input[second..]];
                assert_eq!(decode(SMALL, pieces), whole, "cut at {first} and {second}");
            }
        }
    }
}

#[test]
fn in_pieces_of_one_size() {
    for input in inputs().chain([SAMPLES.concat().into_bytes()]) {
        let whole = expected(&input, SMALL);
        for size in 1..8 {
            assert_eq!(decode(SMALL, input.chunks(size)), whole, "by {size}");
        }
    }
}

/// All that end early, too.
#[test]
fn every_prefix() {
    for input in inputs() {
        for end in 0..input.len() {
            let whole = expected(&input[..end], SMALL);
            assert_eq!(decode(SMALL, input[..end].chunks(1)), whole);
        }
    }
}

#[test]
fn random_values_come_back() {
    let mut random = Random(1);
    for _ in 0..500 {
        let values: Vec<_> = (0..=random.below(4)).map(|_| random.value(4)).collect();
        let mut input = Vec::new();
        for value in &values {
            encode(value, &mut input);
        }
        let whole = expected(&input, Limits::default());
        assert_eq!(whole, (values, Ok(())));
        for _ in 0..5 {
            assert_eq!(decode(Limits::default(), random.cut(&input)), whole);
        }
    }
}

/// A few bytes changed, removed or put in between.
#[test]
fn random_damage() {
    let mut random = Random(2);
    let mut failed = 0;
    for _ in 0..3_000 {
        let mut input = Vec::new();
        encode(&random.value(4), &mut input);
        for _ in 0..=random.below(2) {
            let (from, length) = (random.below(input.len()), random.below(3));
            let until = (from + length).min(input.len());
            let byte = b"+-:$*%_#0123\r\ntf"[random.below(16)];
            input.splice(from..until, [byte]);
        }
        let whole = expected(&input, SMALL);
        failed += u32::from(whole.1.is_err());
        assert_eq!(decode(SMALL, random.cut(&input)), whole, "{}", input.escape_ascii());
    }
    assert!(failed > 1_000, "{failed} of them failed");
}

/// The rest comes back, and a clone goes on by itself.
#[test]
fn what_is_not_taken_comes_back() {
    let input = SAMPLES.concat().into_bytes();
    let (values, _) = decode(SMALL, [&input[..]]);
    for end in 0..=input.len() {
        let (mut bytes, behind) = input.split_at(end);
        let mut decoder = Decoder::with_limits(SMALL);
        let mut found = Vec::new();
        loop {
            let before = bytes.len();
            let Some(value) = decoder.push(&mut bytes).unwrap() else { break };
            assert!(bytes.len() < before);
            assert_eq!(decoder.offset(), (end - bytes.len()) as u64);
            found.push(value);
        }
        let mut copy = decoder.clone();
        for decoder in [&mut decoder, &mut copy] {
            let mut found = found.clone();
            found.extend(decoder.values(&mut &*behind).map(Result::unwrap));
            assert_eq!(found, values);
            assert!(decoder.is_between_values());
        }
    }
}
