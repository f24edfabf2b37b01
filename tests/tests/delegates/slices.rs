//! With `batch`, slices pass through as slices.

use crate::calls::number;
use coroutine_runtime::CoroutineState::{Complete, Yielded};
use coroutine_runtime::{
    Consumer, CoroutineState, Receive, SendError, Unprimed, consumer, delegate, recv,
};

#[consumer(u8, batch)]
fn header(slices: Unprimed<impl Receive<u8, Reply = (), Output = u32>>) -> (u32, u32) {
    let first = delegate!(slices);
    let mut rest = 0;
    loop {
        let length = recv!();
        if length == 0 {
            return (first, rest);
        }
        for _ in 0..length {
            rest += delegate!(number::consumer(0));
        }
    }
}

/// How many slices it has been fed, and inputs sent.
#[derive(Default)]
struct Counted {
    slices: u32,
    inputs: u32,
}

impl Consumer<u8> for &mut Counted {
    type Reply = ();
    type Output = u32;

    fn send(&mut self, input: u8) -> CoroutineState<(), u32> {
        self.inputs += 1;
        if input == 0 { Complete(self.inputs) } else { Yielded(()) }
    }
    fn try_send(&mut self, input: u8) -> Result<CoroutineState<(), u32>, SendError<u8>> {
        Ok(self.send(input))
    }
    fn feed<'inputs>(&mut self, inputs: &'inputs [u8]) -> CoroutineState<(), (u32, &'inputs [u8])> {
        self.slices += 1;
        match inputs.iter().position(|input| *input == 0) {
            Some(at) => Complete((100, &inputs[at + 1..])),
            None => Yielded(()),
        }
    }
    fn close(&mut self) -> Option<u32> {
        None
    }
    fn is_finished(&self) -> bool {
        false
    }
}

#[consumer(u8, batch)]
fn counting(mut inner: impl Consumer<u8, Reply = (), Output = u32>) -> u32 {
    let first = delegate!(&mut inner);
    let mut sum = 0;
    while sum < 3 {
        sum += u32::from(recv!());
    }
    first + sum + delegate!(inner)
}

#[test]
fn slices_pass_through_as_slices() {
    let mut counted = Counted::default();
    let mut outer = counting(&mut counted).prime();
    assert_eq!(outer.feed(&[1, 2, 3]), Yielded(()));
    assert_eq!(outer.feed(&[1, 2, 0, 1, 2, 5, 5]), Yielded(()));
    assert_eq!(outer.feed(&[5, 0, 9]), Complete((203, &[9][..])));
    drop(outer);
    assert_eq!((counted.slices, counted.inputs), (4, 0));
}

#[test]
fn slices_of_every_size_mean_as_many_sends() {
    let inputs = [1, 2, 0, 2, 5, 0, 6, 0, 1, 7, 7, 0, 0, 9];
    for size in 1..=inputs.len() {
        let mut header = header(number::consumer(0)).prime();
        let mut left = None;
        for slice in inputs.chunks(size) {
            if let Complete((output, rest)) = header.feed(slice) {
                assert_eq!(output, (12, 88));
                left = Some(rest.len());
                break;
            }
        }
        assert!(left.is_some_and(|left| left <= 1), "by {size}");
    }
}

#[consumer(u8, batch)]
fn in_loops(mut inner: impl Consumer<u8, Reply = (), Output = u32>) -> (u32, Vec<u32>) {
    let mut sum = 0;
    for _ in 0..2 {
        sum += delegate!(&mut inner);
    }
    let mut all = Vec::new();
    while all.len() < 2 {
        let output = delegate!(&mut inner);
        all.push(output);
        all.push(delegate!(&mut inner) + 1);
    }
    (sum, all)
}

#[test]
fn slices_pass_through_in_loops() {
    let mut counted = Counted::default();
    let mut outer = in_loops(&mut counted).prime();
    assert_eq!(outer.feed(&[1, 0, 2, 3, 0, 4]), Yielded(()));
    assert_eq!(outer.feed(&[0, 5, 0, 9]), Complete(((200, vec![100, 101]), &[9][..])));
    drop(outer);
    assert_eq!(counted.inputs, 0);
}
