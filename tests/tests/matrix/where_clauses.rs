//! `where` clauses: of associated types, for every lifetime, and on the block and the method alike.

use coroutine_runtime::{Receive, Unprimed};
use std::fmt::{Debug, Display};
use std::ops::Add;
use tests::{Guard, Run, Schedule, guard, log};

cells! {
    mod owned;
    types {
        struct Steps<I: IntoIterator> {
            steps: I,
            last: Option<I::Item>,
        }
    }
    oracle {
        type OracleInput = u32;
        type OracleReply = usize;
        type I = [u32; 2];
        type T = u32;
    }
    receives [Receive<u32, Reply = usize>]
    consumer [T, reply = usize]
    function [] [I, T] (items: I, start: T) -> [(Vec<T>, Option<T>)]
        where [I: IntoIterator<Item = T>, I::IntoIter: ExactSizeIterator, T: Add<Output = T> + Copy + Display]
    {
        let mut steps: <I as IntoIterator>::IntoIter = items.into_iter();
        let mut sums: Vec<T> = Vec::new();
        let mut last: Option<T> = None;
        let mut sum: T = start;
        while let Some(step) = steps.next() {
            let partly: T = sum + step;
            sum = partly + recv!(steps.len());
            let _guard: Guard = guard(sum);
            sums.push(sum);
            last = Some(recv!(sums.len()));
        }
        (sums, last)
    }
    as [<[u32; 2], u32>] ([1, 2], 3)
    impl [] [I, T] [Steps<I>] where [I: IntoIterator<Item = T>, I::Item: Display + Clone]
    method [] [] (self) -> [(Vec<String>, Option<T>)]
        where [T: From<u32> + Into<u64>, I::IntoIter: Clone]
    {
        let Steps { steps, mut last }: Steps<I> = self;
        let mut all: Vec<String> = Vec::new();
        let mut steps: <I as IntoIterator>::IntoIter = { steps }.into_iter();
        while let Some(next) = steps.next() {
            let step: T = next;
            let number: u64 = step.clone().into();
            let given = recv!(all.len());
            last = Some(step);
            let _guard: Guard = guard(number);
            all.push(given.to_string());
            log(recv!(9));
        }
        (all, last)
    }
    as [<[u32; 2], u32>] [Steps { steps: [1, 2], last: None }] ()
    sends [1, 2, 3, 4]
}

cells! {
    mod borrowed;
    types {
        #[derive(Debug)]
        struct Sum<T>(T);
    }
    oracle {
        type OracleInput = &'static u32;
        type OracleReply = bool;
        type T = u32;
    }
    receives [for<'i> Receive<&'i u32, Reply = bool>]
    consumer [&T, reply = bool]
    function ['a,] [T] (start: &'a T, limit: &T) -> [(&'a T, T)]
        where [for<'x, 'y> &'x T: Add<&'y T, Output = T>, T: PartialOrd + Debug, Option<T>: Clone]
    {
        let mut sum: T = start + start;
        let mut last: Option<T> = None;
        while sum < *limit {
            sum = &sum + recv!(last.is_some());
            let _guard: Guard = guard(format!("{sum:?}"));
            last = Some(recv!(false) + start);
            log(format!("{:?}", last.clone()));
        }
        (start, sum)
    }
    as [<'static, 'static, u32>] (&1, &6)
    impl [] [T] [Sum<T>] where [T: Debug + Add<Output = T>]
    method [] [] (&mut self, limit: T) -> [&T] where [T: Copy + PartialOrd, for<'x> &'x T: PartialEq<&'x T>] {
        let mut before: T = self.0;
        while self.0 < limit {
            let first: T = *recv!(&before == &self.0);
            before = self.0;
            self.0 = self.0 + first;
            let _guard: Guard = guard(format!("{first:?}"));
            log(format!("{:?}", recv!(true)));
        }
        log(format!("{before:?}"));
        &self.0
    }
    as [<'static, u32>] [Box::leak(Box::new(Sum(0)))] (4)
    sends [&1, &2, &3, &4]
}
