//! Type parameters: as inputs, replies, outputs, and of what is held.

use coroutine_runtime::{Receive, Unprimed};
use std::fmt::{Debug, Display};
use tests::{Guard, Run, Schedule, guard, log};

cells! {
    mod owned;
    types {
        #[derive(Debug)]
        struct Pair<L, R> {
            left: Option<L>,
            right: R,
        }
    }
    oracle {
        type OracleInput = Guard;
        type OracleReply = Option<String>;
        type T = Guard;
        type U = String;
        type V = u8;
    }
    receives [Receive<Guard, Reply = Option<String>>]
    consumer [T, reply = Option<U>]
    function [] [T: Display, U: Clone + Debug] (first: T, tag: U) -> [Vec<(T, U)>] where [] {
        let mut pair: Pair<T, U> = Pair { left: Some(first), right: tag };
        let mut all: Vec<(T, U)> = Vec::new();
        while all.len() < 2 {
            let item = recv!(None);
            let _unused: T = recv!(Some(pair.right.clone()));
            if let Some(left) = pair.left.replace(item) {
                log(&left);
                all.push((left, pair.right.clone()));
            }
        }
        all
    }
    as [<Guard, String>] (guard("first"), "tag".to_owned())
    impl [] [T: Display, U: Clone] [Pair<T, U>] where []
    method [] [V: Debug] (mut self, more: V) -> [(Self, V)] where [] {
        for at in 0..2 {
            let item = recv!(Some(self.right.clone()));
            log(&item);
            let older: Option<T> = self.left.replace(item);
            let _guard: Guard = guard(at);
            recv!(None);
            log(older.is_some());
        }
        (self, more)
    }
    as [<Guard, String, u8>] [Pair { left: None, right: String::new() }] (7)
    sends [guard("a"), guard("b"), guard("c"), guard("d")]
}

cells! {
    mod borrowed;
    types {
        #[derive(Debug, Clone)]
        struct Frames<T> {
            all: Vec<T>,
        }
    }
    oracle {
        type OracleInput = Frame<'static, u32>;
        type OracleReply = usize;
        type T = u32;
    }
    receives [for<'i> Receive<Frame<'i, u32>, Reply = usize>]
    consumer [Frame<'_, T>, reply = usize]
    function [] [T: Clone + PartialOrd + Debug] (least: T, count: usize) -> [(T, Frames<T>)] where [] {
        let mut frames: Frames<T> = Frames { all: Vec::new() };
        let mut largest: T = least.clone();
        for round in 0..count {
            let frame = recv!(round);
            frames.all.extend(frame.0.iter().filter(|item| **item >= least).cloned());
            let kept: Option<T> = frames.all.last().cloned();
            let length = recv!(frames.all.len()).0.len();
            if let Some(last) = kept && last > largest {
                largest = last;
            }
            log(length);
        }
        (largest, frames)
    }
    as [<u32>] (2, 2)
    impl [] [T: Clone + PartialOrd + Debug] [Frames<T>] where []
    method [] [] (&mut self, least: &T) -> [&[T]] where [] {
        let mut count: usize = 0;
        while let Frame([first, rest @ ..]) = recv!(count) {
            if first > least {
                self.all.extend_from_slice(rest);
            }
            let held: Frames<T> = self.clone();
            count += recv!(held.all.len()).0.len();
            log(format!("{held:?} {count}"));
        }
        &self.all
    }
    as [<'static, 'static, u32>] [Box::leak(Box::new(Frames { all: vec![1, 2] }))] (&2)
    sends [Frame(&[1, 2, 3]), Frame(&[]), Frame(&[]), Frame(&[9])]
}

#[derive(Clone, Copy)]
struct Frame<'i, T>(&'i [T]);
