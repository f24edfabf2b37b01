//! Behind every prefix of the input, a consumer that is written down and read again does what it would have done.

use coroutine_runtime::CoroutineState::{self, Complete};
use coroutine_runtime::{
    Machine, Primed, Receive, Restore, Save, Unprimed, consumer, on_close, recv,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Debug;

/// What a consumer answers to each input, where it waits then, and what closing gives.
type Trace<R, O> = (Vec<(CoroutineState<R, O>, &'static str)>, Option<O>);

fn finish<M, I>(mut consumer: Primed<M>, inputs: &[I]) -> Trace<M::Reply, M::Output>
where
    M: Receive<I>,
    I: Clone,
{
    let mut answers = Vec::new();
    for input in inputs {
        let Ok(answer) = consumer.try_send(input.clone()) else { break };
        answers.push((answer, consumer.state()));
    }
    (answers, consumer.close())
}

/// What a format makes of a consumer, read again.
type Passed<M> = fn(&Primed<M>, Unprimed<M>) -> Primed<M>;

fn by_json<M: Machine + Save + for<'de> Restore<'de>>(
    of: &Primed<M>,
    into: Unprimed<M>,
) -> Primed<M> {
    let snapshot = serde_json::to_vec_pretty(of).expect("written");
    into.restore(&mut serde_json::Deserializer::from_slice(&snapshot)).expect("read")
}

/// A JSON value has its entries in another order.
fn by_value<M: Machine + Save + for<'de> Restore<'de>>(
    of: &Primed<M>,
    into: Unprimed<M>,
) -> Primed<M> {
    let snapshot = serde_json::to_value(of).expect("written");
    into.restore(snapshot).expect("read")
}

fn by_postcard<M: Machine + Save + for<'de> Restore<'de>>(
    of: &Primed<M>,
    into: Unprimed<M>,
) -> Primed<M> {
    let snapshot = postcard::to_allocvec(of).expect("written");
    let mut reader = postcard::Deserializer::from_bytes(&snapshot);
    let read = into.restore(&mut reader).expect("read");
    assert!(reader.finalize().expect("a rest").is_empty());
    read
}

fn by_message_pack<M: Machine + Save + for<'de> Restore<'de>>(
    of: &Primed<M>,
    into: Unprimed<M>,
) -> Primed<M> {
    let snapshot = rmp_serde::to_vec(of).expect("written");
    into.restore(&mut rmp_serde::Deserializer::new(&snapshot[..])).expect("read")
}

/// At each prefix of `inputs`: writes, reads, goes on, and compares.
#[track_caller]
fn check<M, I, R, O>(make: impl Fn() -> Unprimed<M>, inputs: &[I])
where
    M: Receive<I, Reply = R, Output = O> + Save + for<'de> Restore<'de>,
    I: Clone,
    R: Debug + PartialEq,
    O: Debug + PartialEq,
{
    let formats: [Passed<M>; 4] = [by_json, by_value, by_postcard, by_message_pack];
    for length in 0..=inputs.len() {
        let (before, behind) = inputs.split_at(length);
        let mut consumer = make().prime();
        for input in before {
            let _ = consumer.try_send(input.clone());
        }
        let read = formats.map(|pass| pass(&consumer, make()));
        let snapshot = super::json(&consumer);
        let expected = finish(consumer, behind);
        for read in read {
            assert_eq!(super::json(&read), snapshot);
            assert_eq!(finish(read, behind), expected, "from {snapshot}");
        }
    }
}

#[consumer(u32, reply = u32, derive(Serialize, Deserialize))]
fn sums(limit: u32) -> Vec<u32> {
    let mut all = Vec::new();
    let mut sum = 0;
    while sum < limit {
        let first = recv!(sum);
        for _ in 0..first {
            sum += recv!(first);
        }
        all.push(sum);
    }
    all
}

#[test]
fn loops_with_replies() {
    check(|| sums(20), &[2, 3, 4, 0, 1, 5, 3, 2, 2, 9, 1, 1]);
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Token {
    Number(i64),
    Word { text: String },
    End,
}

#[consumer(char, derive(Serialize, Deserialize))]
fn tokens() -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut next = recv!();
    loop {
        let token = match next {
            '.' => Token::End,
            digit if digit.is_ascii_digit() => {
                let mut number = 0i64;
                while let Some(value) = next.to_digit(10) {
                    number = number * 10 + i64::from(value);
                    next = recv!();
                }
                tokens.push(Token::Number(number));
                continue;
            }
            letter if letter.is_alphabetic() => {
                let mut text = String::new();
                while next.is_alphabetic() {
                    text.push(next);
                    next = recv!();
                }
                tokens.push(Token::Word { text });
                continue;
            }
            _ => {
                next = recv!();
                continue;
            }
        };
        tokens.push(token);
        return tokens;
    }
    on_close! { tokens }
}

#[test]
fn a_parser() {
    let text: Vec<char> = "12 apples, 7 \u{e4}pfel 44x.".chars().collect();
    check(tokens, &text);
}

#[derive(Debug, Serialize, Deserialize)]
struct Counter<T> {
    seen: BTreeMap<String, T>,
    total: Option<(u8, f32)>,
}

impl<T: From<u8> + Copy + std::ops::AddAssign + Serialize + DeserializeOwned> Counter<T> {
    #[consumer(&str, derive(Serialize, Deserialize))]
    fn count(mut self) -> usize {
        loop {
            let word = recv!();
            if let Some((count, size)) = &mut self.total {
                *count += 1;
                *size += 0.5;
            }
            *self.seen.entry(word.to_owned()).or_insert(T::from(0)) += T::from(1);
            let rest = recv!();
            if rest == "stop" {
                return self.seen.len();
            }
        }
        on_close! { self.seen.len() }
    }
}

#[test]
fn a_method_of_a_generic_type() {
    let make = || Counter::<u16> { seen: BTreeMap::new(), total: Some((0, 0.25)) }.count();
    check(make, &["a", "b", "c", "b", "a", "\u{1f980}", "d", "stop", "e"]);
}

#[consumer(u8, batch, derive(Serialize, Deserialize))]
fn framed(largest: usize) -> Result<Vec<Vec<u8>>, u16> {
    let mut frames = Vec::new();
    loop {
        let length = u16::from_be_bytes([recv!(), recv!()]);
        if usize::from(length) > largest {
            return Err(length);
        }
        let mut frame = Vec::with_capacity(usize::from(length));
        while frame.len() < usize::from(length) {
            frame.push(recv!());
        }
        frames.push(frame);
    }
    on_close! { Ok(frames) }
}

#[test]
fn frames_of_bytes_also_as_a_batch() {
    let input = [0, 2, b'o', b'k', 0, 0, 0, 3, 1, 2, 3, 9, 9, 4];
    check(|| framed(5), &input);
    for length in 0..13 {
        let mut consumer = framed(5).prime();
        let _ = consumer.feed(&input[..length]);
        let mut read = by_json(&consumer, framed(0));
        assert_eq!(read.feed(&input[length..]), Complete((Err(0x0909), &input[13..])));
    }
}

#[consumer(u32, derive(Serialize, Deserialize))]
fn looks_up(items: Vec<u32>) -> u32 {
    let mut found = 0;
    for item in &items {
        match recv!() {
            0 => break,
            n if n > recv!() => found += item,
            n => found += n * recv!(),
        }
    }
    found
}

#[test]
fn borrows_and_guards() {
    check(|| looks_up(vec![10, 20, 30, 40]), &[3, 2, 1, 1, 4, 5, 9, 1, 7, 9, 9]);
    check(|| looks_up(vec![10, 20]), &[3, 2, 0, 1]);
}

#[consumer(u32, derive(Serialize, Deserialize))]
fn nested_handlers() -> (u32, Vec<u32>) {
    let mut log = Vec::new();
    let mut rounds = 0u32;
    loop {
        let first = recv!();
        {
            log.push(first);
            on_close! { log.push(first + 1000) }
            let second = first + recv!();
            if second.is_multiple_of(2) {
                log.push(recv!());
            } else {
                log.push(recv!() * recv!());
            }
        }
        rounds += 1;
    }
    on_close! { (rounds, log) }
}

#[test]
fn handlers_run_as_they_would_have() {
    check(nested_handlers, &[1, 2, 3, 4, 5, 7, 8, 1, 1, 2, 3]);
}

/// What is left of `text` on the ways that did not take it; a state that is passed through; operands that are kept.
#[consumer(u32, reply = usize, derive(Serialize, Deserialize))]
fn taken_on_some_ways(text: String) -> Result<Vec<String>, u32> {
    let mut kept = Vec::new();
    let mut rounds = 0;
    'outer: loop {
        let text = format!("{text}{rounds}");
        let first = recv!(text.len());
        if first > 3 {
            kept.push({ text });
        }
        let pair = [first.pow(2), recv!(kept.len()), first + recv!(7)];
        let Some(sum) = pair.iter().copied().reduce(u32::wrapping_add) else { break };
        let checked = 100u32.checked_sub(sum).ok_or(sum)?;
        while rounds < 10 {
            rounds += match recv!(rounds) {
                0 => continue 'outer,
                1 if recv!(1) > checked => break 'outer,
                n => n as usize,
            };
        }
    }
    kept.push(text);
    Ok(kept)
}

#[test]
fn states_of_all_kinds() {
    let make = || taken_on_some_ways("x".to_owned());
    check(make, &[1, 2, 3, 4, 1, 1, 3, 9, 2, 1, 0, 5, 6, 7, 1, 99, 4]);
    check(make, &[4, 2, 3, 0, 5, 2, 3, 1, 200, 1]);
    check(make, &[9, 50, 60, 1]);
}
