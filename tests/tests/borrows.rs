//! Borrows of locals that are used on both sides of a `recv!()`.

use std::collections::BTreeMap;
use tests::{both, guard, log, run};

both! {
    #[consumer(u8)]
    fn shared() -> usize {
        let buf = vec![1u8, 2, 3];
        let whole = &buf;
        let tail = &buf[1..];
        log(format_args!("{whole:?} {tail:?}"));
        let x = recv!();
        log(format_args!("{whole:?} {tail:?} {x}"));
        let y = recv!();
        log(format_args!("{tail:?} {y}"));
        whole.len() + buf.len()
    }
}

#[test]
fn shared_borrows() {
    run!(shared(), [7, 8]);
}

both! {
    #[consumer(u8)]
    fn unique() -> Vec<u8> {
        let mut buf = Vec::new();
        let r = &mut buf;
        r.push(1u8);
        r.push(recv!());
        let x = recv!();
        r.push(x);
        buf.push(recv!());
        buf
    }
}

#[test]
fn unique_borrows() {
    run!(unique(), [7, 8, 9]);
}

#[derive(Debug)]
struct Frame {
    head: u8,
    body: Vec<u8>,
    inner: Inner,
}

#[derive(Debug)]
struct Inner {
    count: u32,
}

fn frame() -> Frame {
    Frame { head: 0, body: vec![5], inner: Inner { count: 0 } }
}

both! {
    #[consumer(u8)]
    fn fields() -> Frame {
        let mut frame = frame();
        let body = &mut frame.body;
        let count = &mut frame.inner.count;
        while body.len() < 4 {
            let x = recv!();
            body.push(x);
            *count += 1;
        }
        frame.head = recv!();
        frame
    }
}

#[test]
fn borrows_of_fields() {
    run!(fields(), [1, 2, 3, 4]);
}

both! {
    #[consumer(u8)]
    fn over_items() -> u32 {
        let items = vec![10u8, 20, 30];
        let mut sum = 0;
        for item in &items {
            log(format_args!("at {item}"));
            let x = recv!();
            sum += u32::from(*item) * u32::from(x);
        }
        for (index, item) in items.iter().enumerate().rev() {
            if recv!() > 3 {
                continue;
            }
            log(format_args!("{index} {item} {}", items.len()));
            if recv!() == 0 {
                break;
            }
        }
        sum
    }
}

#[test]
fn loops_over_borrows() {
    run!(over_items(), [1, 2, 3, 1, 1, 9, 1, 0]);
    run!(over_items(), [1, 2, 3, 1, 0, 9, 1, 0]);
}

both! {
    #[consumer(u8)]
    fn over_mutable_items() -> Vec<u8> {
        let mut items = vec![10u8, 20, 30];
        for item in &mut items {
            *item += recv!();
            let more = recv!();
            *item += more;
        }
        for item in items.iter_mut().rev() {
            *item *= recv!();
        }
        items
    }
}

#[test]
fn loops_over_mutable_borrows() {
    run!(over_mutable_items(), [1, 2, 3, 4, 5, 6, 0, 1, 2]);
}

both! {
    #[consumer(u8)]
    fn nested() -> usize {
        let rows = vec![vec![1u8, 2], vec![], vec![3]];
        let mut seen = 0;
        for (y, row) in rows.iter().enumerate() {
            for (x, &cell) in row.iter().enumerate() {
                let input = recv!();
                log(format_args!("{y} {x} {cell} {input} {}", row.len()));
                seen += 1;
            }
            let between = recv!();
            log(format_args!("{between} {row:?}"));
        }
        seen
    }
}

#[test]
fn nested_loops_over_borrows() {
    run!(nested(), [1, 2, 3, 4, 5, 6, 7, 8]);
}

both! {
    #[consumer(u8)]
    fn maps() -> BTreeMap<u8, Vec<u8>> {
        let mut map = BTreeMap::from([(1u8, vec![1u8]), (2, vec![])]);
        for (key, list) in &mut map {
            list.push(recv!());
            list.push(*key);
            let last = recv!();
            list.push(last + *key);
        }
        for value in map.values() {
            log(format_args!("{} {value:?}", recv!()));
        }
        map
    }
}

#[test]
fn loops_over_maps() {
    run!(maps(), [1, 2, 3, 4, 5, 6]);
}

both! {
    #[consumer(u8)]
    fn text() -> u32 {
        let text = String::from("aβc");
        let mut sum = 0;
        for c in text.chars() {
            sum += u32::from(recv!()) + u32::from(c);
        }
        for (at, c) in text.char_indices() {
            let x = recv!();
            log(format_args!("{at} {c} {x} {text}"));
        }
        for line in text.lines() {
            log(format_args!("{} {line}", recv!()));
        }
        sum
    }
}

#[test]
fn loops_over_text() {
    run!(text(), [1, 2, 3, 4, 5, 6, 7]);
}

both! {
    #[consumer(u8)]
    fn pushed() -> Vec<Vec<u8>> {
        let mut rows = vec![vec![], vec![]];
        let at = 1;
        rows[0].push(recv!());
        rows[at].push(recv!());
        let mut moving = 0;
        while moving < 2 {
            rows[moving].push(recv!());
            rows[moving].insert(0, recv!() + u8::try_from(moving).unwrap_or(0));
            moving += 1;
        }
        rows
    }
}

#[test]
fn methods_on_places() {
    run!(pushed(), [1, 2, 3, 4, 5, 6]);
}

both! {
    #[consumer(u8)]
    fn matched() -> Frame {
        let mut frame = frame();
        match &mut frame {
            Frame { head, body, .. } if body.is_empty() => *head = 9,
            Frame { head, body, inner: Inner { count } } => {
                *head = recv!();
                body.push(recv!());
                *count += 1;
                log(recv!());
                body.push(*head);
            }
        }
        let mut option = Some(guard("x"));
        if let Some(held) = &mut option {
            log(recv!());
            log(&held.name);
            *held = guard("y");
        }
        match option {
            Some(ref held) if held.name == "y" => {
                log(recv!());
                log(&held.name);
            }
            _ => log("none"),
        }
        if let Some(held) = option.as_ref() {
            log(recv!());
            log(&held.name);
        }
        let Some(held) = &option else { return frame };
        log(recv!());
        log(&held.name);
        frame
    }
}

#[test]
fn matches_on_places() {
    run!(matched(), [1, 2, 3, 4, 5, 6, 7]);
}

both! {
    #[consumer(u8)]
    fn chained() -> u8 {
        let mut buf = [1u8, 2, 3, 4];
        let all = &mut buf;
        let half = &mut all[1..3];
        half[0] += recv!();
        let (first, rest) = (&half[0], &half[1]);
        log(format_args!("{first} {rest}"));
        let x = recv!();
        half[1] += x;
        let view = &*half;
        let y = recv!();
        log(format_args!("{view:?} {y}"));
        buf[1] + buf[2]
    }
}

#[test]
fn borrows_of_borrows() {
    run!(chained(), [1, 2, 3]);
}

fn parts() -> Vec<u8> {
    log("parts");
    vec![1, 2, 3]
}

both! {
    #[consumer(u8)]
    fn temporaries() -> u8 {
        let all = &parts();
        for part in &parts() {
            log(format_args!("{part} {}", recv!()));
        }
        match parts().as_mut_slice() {
            [first, .., last] => {
                *first = recv!();
                log(format_args!("{first} {last}"));
            }
            _ => log("too short"),
        }
        all[1]
    }
}

#[test]
fn borrows_of_temporaries() {
    run!(temporaries(), [1, 2, 3, 4]);
}

both! {
    #[consumer(u8)]
    fn parameters(list: &mut Vec<u8>, name: &str, numbers: Vec<u32>) -> usize {
        for item in list.iter_mut().rev() {
            *item += recv!();
        }
        let last = &mut list[1];
        *last += recv!();
        *last += recv!();
        list.push(0);
        let start = &name[..2];
        for number in &numbers {
            log(format_args!("{number} {start} {}", recv!()));
        }
        list.len() + numbers.len() + name.len()
    }
}

#[test]
fn borrows_of_parameters() {
    run!(parameters(Box::leak(Box::new(vec![1, 2])), "name", vec![5, 6]), [1, 2, 3, 4, 5, 6]);
}

both! {
    #[consumer(u8)]
    fn guarded() -> usize {
        let held = vec![guard("a"), guard("b")];
        let mut total = 0;
        for one in &held {
            let _inner = guard("inner");
            log(&one.name);
            total += usize::from(recv!());
            if total > 100 {
                return total;
            }
        }
        let first = &held[0];
        log(recv!());
        log(&first.name);
        total
    }
}

#[test]
fn owners_with_a_drop() {
    run!(guarded(), [1, 2, 3]);
    run!(guarded(), [101, 2, 3]);
    run!(guarded(), [1, 2]);
    run!(guarded(), [1]);
}

both! {
    #[consumer(u8)]
    fn between() -> Vec<u8> {
        let mut list = vec![1u8];
        loop {
            let last = &mut list;
            let x = recv!();
            last.push(x);
            if x == 0 {
                break;
            }
            let shared = &list;
            log(format_args!("{} {}", list.len(), recv!()));
            log(format_args!("{}", shared.len() + list.len()));
        }
        list
    }
}

#[test]
fn a_borrow_each_time_around() {
    run!(between(), [1, 2, 3, 4, 0]);
}

fn noted(n: usize) -> usize {
    log(format_args!("noted {n}"));
    n
}

both! {
    #[consumer(u8)]
    fn with_arguments() -> u8 {
        let items = vec![1u8, 2, 3, 4];
        let mut sum = 0;
        for item in items.iter().skip(noted(1)).take(noted(2)) {
            sum += item * recv!();
        }
        for pair in items.chunks(noted(3)) {
            log(format_args!("{pair:?} {}", recv!()));
        }
        sum
    }
}

#[test]
fn arguments_of_iterators_are_evaluated_once() {
    run!(with_arguments(), [1, 2, 3, 4]);
}

// What a method gives of a local ends where it is last used; what it makes of one is kept.
both! {
    #[consumer(String)]
    fn given_by_methods() {
        let text = recv!();
        let Some((key, value)) = text.split_once('=') else { return };
        log(key);
        log(value);
        let mut letters = text.chars();
        log(letters.next().unwrap_or('-'));
        let mut long = text.split(' ').filter(|word| word.len() > 1);
        log(long.next().unwrap_or("none"));
        let _guard = guard(text.as_str());
        let second = recv!();
        log(&text);
        let mut bytes = second.clone().into_bytes();
        let last = bytes.last_mut();
        log(last.is_some());
        recv!();
        log(String::from_utf8_lossy(&bytes));
    }
}

both! {
    #[consumer(u32)]
    fn on_some_ways_only() {
        let numbers = vec![1, recv!()];
        let largest = numbers.iter().max();
        log(largest.copied().unwrap_or_default());
        let guards = [guard(1), guard(2)];
        let _first = guards.first();
        if recv!() > 2 {
            recv!();
            log("more");
        } else if let Some(last) = guards.iter().last() {
            log(last.id);
        }
        let _of_numbers = guard(numbers.len());
        recv!();
        log(numbers.len());
        drop(guards);
        log("end");
    }
}

both! {
    #[consumer(u32)]
    fn changed_before_the_wait() {
        let mut numbers = vec![recv!(), 5];
        let first = numbers.first();
        log(first.copied().unwrap_or_default());
        numbers.push(6);
        let _made = guard(numbers.iter().sum::<u32>());
        let _later = guard("later");
        numbers.push(7);
        let (left, right) = numbers.split_at_mut(1);
        left.swap_with_slice(&mut right[..1]);
        if recv!() == 0 {
            numbers.clear();
            return;
        }
        let largest = numbers.iter_mut().max();
        let doubled = largest.map(|largest| *largest * 2);
        log(doubled.unwrap_or_default());
        drop(numbers);
        recv!();
        log("end");
    }
}

#[test]
fn what_methods_give_of_a_local_ends_before_it() {
    run!(changed_before_the_wait(), [4, 0]);
    run!(changed_before_the_wait(), [4, 1, 2]);

    let s = |text: &str| text.to_owned();
    run!(given_by_methods(), [s("ab=c d"), s("second"), s("third")]);
    run!(given_by_methods(), [s("no")]);
    run!(on_some_ways_only(), [7, 3, 0, 1]);
    run!(on_some_ways_only(), [0, 2, 1]);
}
