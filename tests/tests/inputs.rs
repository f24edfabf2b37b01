//! What is sent: owned inputs and where they are dropped, borrowed inputs and how long they live.
#![deny(warnings)]
#![forbid(unsafe_code)]
#![expect(
    clippy::match_single_binding,
    reason = "the bodies show constructs that could be simpler"
)]

use coroutine_runtime::{CoroutineState, consumer};
use tests::{Guard, both, guard, log, run};

both! {
    #[consumer(Guard)]
    fn owned() {
        let _ = recv!();
        log("let _");
        _ = recv!();
        log("_ =");
        recv!();
        log("statement");
        match recv!() {
            _ => log("in match"),
        }
        log("match");
        if let Guard { id: 2, .. } = recv!() {
            log("in if let");
        }
        log("if let");
        let n = recv!().id;
        log(n);
        let n = recv!().id() + 1;
        log(n);
        if recv!().id == 2 {
            log("in if");
        }
        log("if");
        while recv!().id == 2 {
            log("in while");
        }
        log("while");
        let borrowed = &recv!();
        log(borrowed.id);
    }
}

both! {
    #[consumer(Guard)]
    fn matched_over_a_wait() {
        match recv!() {
            _ => log(recv!().id),
        }
        log("after");
    }
}

both! {
    #[consumer((Guard, Guard))]
    fn half_bound() {
        let (a, _) = recv!();
        log("one");
        let (_, d) = recv!();
        log("end");
        drop((a, d));
    }
}

// A guard made of a borrowed input does not borrow from it.
both! {
    #[consumer(&str)]
    fn guard_of_a_line() {
        let line = recv!();
        let _guard = guard(line);
        recv!();
        log("end");
    }
}

both! {
    #[consumer(&str)]
    fn guard_of_its_length() {
        let mut total = 0;
        loop {
            let line = recv!();
            let length = line.len();
            let _guard = guard(length);
            total += recv!().len();
            log(total);
        }
    }
}

// Whether a call keeps what it is given, its type says.
both! {
    #[consumer(&str)]
    fn made_of_it() {
        let _made = guard(recv!());
        let _in_option = Some(guard(recv!()));
        let length = recv!().len();
        log(length);
        let (left, _right) = (guard(recv!()), first_word(recv!()));
        log(left.id);
        if recv!().is_empty() {
            let _inner = guard(recv!());
            recv!();
            log("inner");
        }
        recv!();
        log("end");
    }
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or_default()
}

fn halves(text: &str) -> (&str, &str) {
    text.split_at(text.len() / 2)
}

both! {
    #[consumer(&str)]
    fn part_of_it() {
        let line = recv!();
        let Some(rest) = line.get(1..) else { return };
        log(rest);
        let (left, right) = halves(recv!());
        log(left);
        log(right);
        let mut words = recv!().splitn(2, ' ');
        log(words.next().unwrap_or("none"));
        match recv!().strip_prefix("a").or_else(|| first_word("x").strip_prefix("a")) {
            Some(behind) => {
                log(behind);
                recv!();
                log("matched");
            }
            None => log("not matched"),
        }
        let word = first_word(recv!()).trim();
        log(word);
        let long: Vec<_> = recv!().split(' ').collect();
        log(long.len());
        let _guard = guard(word_length(recv!()));
        let either = if recv!().is_empty() { "" } else { "x" };
        log(either);
    }
}

fn word_length(text: &str) -> usize {
    first_word(text).len()
}

struct Event {
    name: String,
}

impl Event {
    fn name(&self) -> &str {
        &self.name
    }
    fn span(&self) -> Guard {
        guard(self.name.len())
    }
}

both! {
    #[consumer(&Event)]
    fn getters() {
        let event = recv!();
        let name = event.name();
        log(name);
        let _span = event.span();
        let _next = recv!().span();
        let name = recv!().name();
        log(name);
        recv!();
        log("end");
    }
}

#[test]
fn what_a_call_makes_of_an_input_ends_with_it_or_is_kept() {
    run!(made_of_it(), ["a", "b", "cc", "d", "e f", "", "g", "h", "i", "j"]);
    run!(made_of_it(), ["a", "b", "cc", "d", "e f", "no", "g"]);
    run!(part_of_it(), ["abc", "abcd", "a b c", "abc", "x", "y z", "a b", "c d", "", "end"]);
    run!(part_of_it(), ["", "abcd"]);
    run!(part_of_it(), ["abc", "abcd", "a b c", "b", "y z", "a b", "c d", "q", "end"]);
    let event = |name: &str| &*Box::leak(Box::new(Event { name: name.to_owned() }));
    run!(getters(), [event("a"), event("bb"), event("ccc"), event("dddd")]);
}

#[test]
fn owned_inputs_are_dropped_once() {
    let g = guard;
    run!(
        owned(),
        [g("a"), g("b"), g("c"), g("d"), g("ee"), g("f"), g("g"), g("hh"), g("ii"), g("j"), g("k")]
    );
    run!(matched_over_a_wait(), [g("a"), g("b"), g("c")]);
    run!(half_bound(), [(g("a"), g("b")), (g("c"), g("d"))]);
}

#[test]
fn what_is_made_of_a_borrowed_input_stays() {
    run!(guard_of_a_line(), ["a", "b"]);
}

#[test]
fn what_does_not_even_hold_it_stays() {
    run!(guard_of_its_length(), ["a", "b", "c", "d"]);
}

#[consumer(&str)]
fn longest() -> usize {
    let mut longest = 0;
    loop {
        let line = coroutine_runtime::recv!();
        if line.is_empty() {
            return longest;
        }
        longest = longest.max(line.len());
    }
}

#[consumer(&'line str)]
fn collect<'line>() -> Vec<&'line str> {
    let mut lines = Vec::new();
    while lines.len() < 2 {
        lines.push(coroutine_runtime::recv!());
    }
    lines
}

#[consumer(&mut Vec<u8>)]
fn fill(byte: u8) {
    for count in 0.. {
        let buffer = coroutine_runtime::recv!();
        buffer.clear();
        buffer.resize(count, byte);
    }
}

#[test]
fn borrowed_inputs_live_as_long_as_their_send() {
    let mut primed = longest().prime();
    for length in 1..4 {
        let line = "x".repeat(length);
        assert_eq!(primed.send(&line), CoroutineState::Yielded(()));
    }
    assert_eq!(primed.send(""), CoroutineState::Complete(3));

    let text = String::from("a b");
    let mut primed = collect().prime();
    assert_eq!(primed.send_all(text.split(' ')), CoroutineState::Complete(vec!["a", "b"]));

    let mut primed = fill(7).prime();
    for length in 0..3 {
        let mut buffer = vec![1];
        primed.send(&mut buffer);
        assert_eq!(buffer, [7].repeat(length));
    }
}

// What an input has lent is not kept where nothing needs it any more.
both! {
    #[consumer(&str)]
    fn parts() -> usize {
        let mut sum = 0;
        loop {
            let line = recv!();
            let name = line.trim();
            let n = name.len();
            let Some((key, _)) = line.split_once('=') else { return sum };
            log(key);
            let words: Vec<&str> = name.split('=').collect();
            sum += words.len() + n;
            let line = recv!();
            if let Some(rest) = line.strip_prefix("x") {
                log(rest);
                let more = recv!();
                sum += rest_of(more).len();
            }
            match recv!().split_once(' ') {
                Some((first, _)) => {
                    let owned = first.to_string();
                    log(recv!());
                    log(owned);
                }
                None => sum += 100,
            }
            let line = recv!();
            let mut letters = line.chars();
            log(format!("{:?}", letters.next()));
            log(recv!());
        }
    }
}

fn rest_of(line: &str) -> &str {
    line.get(1..).unwrap_or_default()
}

#[test]
fn what_an_input_has_lent() {
    run!(parts(), ["a=1", "xb", "more", "b c", "between", "letters", "end", "none"]);
    run!(parts(), ["a=1", "b", "c", "d", "e", " x=2 = ", "x", "f", "g h", "i"]);
}

both! {
    #[consumer(&str)]
    fn last_letter() -> usize {
        let Some(letter) = recv!().chars().last() else { return 0 };
        let more = recv!();
        log(letter);
        more.len()
    }
}

#[test]
fn a_letter_is_no_part_of_an_input() {
    run!(last_letter(), ["abc", "de"]);
    run!(last_letter(), [""]);
}

// What is made of a part of an input holds nothing of it, for all that is seen.
both! {
    #[consumer(&str)]
    fn guards_of_parts() {
        let line = recv!();
        let name = line.trim();
        let _first = guard(name);
        let _again = guard(name.to_string() + name);
        let Some((left, right)) = line.split_once('=') else { return };
        let _both = guard(left.to_string() + right);
        let mut words = line.split('=');
        let _word = guard(words.next().unwrap_or_default());
        let list: Vec<&str> = line.split('=').collect();
        let _listed = guard(list[0]);
        log(recv!());
        let line = recv!().trim_end();
        log(line);
    }
}

#[test]
fn what_is_made_of_parts_stays() {
    run!(guards_of_parts(), [" a=b ", "c", "d "]);
    run!(guards_of_parts(), ["a=b", "c"]);
    run!(guards_of_parts(), ["none"]);
}
