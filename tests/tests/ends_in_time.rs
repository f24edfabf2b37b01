//! What borrows from an input or a local, and is not used behind the next `recv!()`: it is no reason to refuse a body, and what has
//! a drop is dropped at its time all the same.
#![allow(clippy::all, clippy::pedantic, reason = "ordinary code, as it comes")]

use tests::{both, guard, log, run};

both! {
    #[consumer(&str)]
    fn lines_until_an_empty_one() -> usize {
        let mut lengths = Vec::new();
        loop {
            let line = recv!();
            if line.is_empty() {
                break;
            }
            lengths.push(line.len());
        }
        recv!();
        lengths.len()
    }
}

both! {
    #[consumer(u8)]
    fn options_of_references() -> usize {
        let mut v = vec![1u32, 2];
        let last = v.last();
        if let Some(last) = last {
            log(last);
        }
        log(recv!());
        let first = v.first();
        match first {
            Some(&first) => log(first),
            None => {}
        }
        log(recv!());
        let last = v.last_mut();
        if let Some(last) = last {
            *last += 1;
        }
        v.push(3);
        log(recv!());
        let last = v.last();
        if last.is_some() {
            drop(v);
        }
        recv!();
        3
    }
}

both! {
    #[consumer(u8)]
    fn values_out_of_references() -> u32 {
        let mut v = vec![3u32];
        let first = v.first().unwrap();
        let n = *first;
        v.push(n);
        let array = [1u8, recv!()];
        let mut bytes = array.iter();
        log(bytes.next().unwrap());
        let whole = (array, 3);
        let part = whole.0.first();
        log(part.is_some());
        log(recv!());
        let guard = guard("owner");
        let id = guard.id;
        if id == 5 {
            drop(guard);
        }
        n + u32::from(recv!()) + v.len() as u32
    }
}

both! {
    #[consumer(String)]
    fn borrows_of_borrows() -> usize {
        let line = recv!();
        let text = line.as_str();
        let mut letters = text.chars();
        log(letters.next().unwrap_or('-'));
        let words: Vec<&str> = line.split(' ').collect();
        log(words.join(","));
        let mut stack = Vec::new();
        for word in line.split(' ') {
            stack.push(word);
        }
        log(stack.pop().unwrap_or("none"));
        let mut found = None;
        if line.len() > 3 {
            found = Some(line.as_str());
        }
        log(found.is_some());
        let has = |letter: char| line.contains(letter);
        log(has('a'));
        let pair = (line.trim(), 3);
        log(pair.0);
        recv!().len() + line.len()
    }
}

both! {
    #[consumer(u8)]
    fn extended() -> u8 {
        let option = Some(&guard("option"));
        log(option.unwrap().id);
        let (pair, list) = ((&guard("pair"), 3), [&guard("list")]);
        log(pair.0.id);
        log(list[0].id);
        let ref by_ref = guard("ref");
        log(by_ref.id);
        let (ref of_tuple, _) = (guard("first"), guard("second"));
        log(of_tuple.id);
        log("end");
        recv!()
    }
}

both! {
    #[consumer(u8)]
    fn temporaries_of_operands() -> usize {
        let n = (guard("one").id() as u8, recv!());
        let is_even = (!guard("two").id().is_power_of_two(), recv!());
        let is = (guard("three").id() == guard("four").id(), recv!());
        log(is.0);
        usize::from(n.0) + usize::from(is_even.0)
    }
}

fn exchanged(a: &mut u8, b: u8) -> u8 {
    core::mem::replace(a, b)
}

both! {
    #[consumer(u8)]
    fn named_like_a_method() -> u8 {
        fn parse(text: &str) -> u8 {
            text.parse().unwrap_or(0)
        }
        let n = recv!();
        n + parse("3") + exchanged(&mut { recv!() }, 3)
    }
}

#[test]
fn bodies_with_borrows_do_what_they_say() {
    run!(lines_until_an_empty_one(), ["a", "bb", "", "c"]);
    run!(options_of_references(), [1, 2, 3, 4]);
    run!(values_out_of_references(), [1, 2, 3]);
    let s = |text: &str| text.to_owned();
    run!(borrows_of_borrows(), [s("a b c"), s("d")]);
    run!(extended(), [1, 2]);
    run!(temporaries_of_operands(), [1, 2, 3]);
    run!(named_like_a_method(), [1, 2]);
}
