//! `impl Trait` parameters: closures, iterators, one inside of another, and beside generics that are written.

use coroutine_runtime::{Receive, Unprimed};
use std::fmt::Display;
use tests::{Guard, Run, Schedule, guard, log};

cells! {
    mod owned;
    types {
        struct Wrapped<W>(W);
        fn even(number: u32) -> bool {
            number & 1 == 0
        }
        fn shout(text: &str) -> String {
            text.to_uppercase()
        }
    }
    oracle {
        type OracleInput = u32;
        type OracleReply = String;
    }
    receives [Receive<u32, Reply = String>]
    consumer [u32, reply = String]
    function [] [] (
        mut keep: impl FnMut(u32) -> bool,
        names: impl IntoIterator<Item = impl Display>,
        shown: impl for<'x> Fn(&'x str) -> String,
    ) -> [Vec<u32>] where [] {
        let mut kept: Vec<u32> = Vec::new();
        for name in names {
            let name: String = shown(&name.to_string());
            let number = recv!(name.clone());
            if keep(number) {
                kept.push(number);
            }
            let _guard: Guard = guard(&name);
            if keep(recv!(format!("{name} {}", kept.len()))) {
                kept.push(0);
            }
        }
        kept
    }
    as [<fn(u32) -> bool, _, _, fn(&str) -> String>]
    (even as fn(u32) -> bool, ['a', 'b'], shout as fn(&str) -> String)
    impl [] [] [Wrapped<u32>] where []
    method [] [] (mut self, mut keep: impl FnMut(u32) -> bool, label: Wrapped<impl Display>) -> [(u32, bool)] where [] {
        while self.0 < 10 {
            let number = recv!(label.0.to_string());
            let kept: bool = keep(number);
            log(kept);
            self.0 += if kept { number } else { recv!(self.0.to_string()) };
        }
        (self.0, keep(self.0))
    }
    as [<fn(u32) -> bool, &'static str>] [Wrapped(0)] (even as fn(u32) -> bool, Wrapped("label"))
    sends [2, 3, 1, 8]
}

cells! {
    mod borrowed;
    types {
        #[derive(Clone, Copy)]
        struct Scale(u8);
        fn rest(bytes: &[u8]) -> &[u8] {
            bytes.get(1..).unwrap_or_default()
        }
        fn longer(bytes: &[u8], length: &mut usize) {
            *length = bytes.len().max(*length);
        }
    }
    oracle {
        type OracleInput = &'static [u8];
        type OracleReply = usize;
    }
    receives [for<'i> Receive<&'i [u8], Reply = usize>]
    consumer [&[u8], reply = usize]
    function [] [] (
        part: impl Fn(&[u8]) -> &[u8],
        mut sink: impl FnMut(&[u8], &mut usize),
        limit: impl Into<usize>,
    ) -> [(usize, Vec<u8>)] where [] {
        let limit: usize = { limit }.into();
        let mut all: Vec<u8> = Vec::new();
        let mut longest: usize = 0;
        while all.len() < limit {
            let bytes = recv!(longest);
            sink(bytes, &mut longest);
            all.extend_from_slice(part(bytes));
            let _guard: Guard = guard(longest);
            let bytes = recv!(all.len());
            sink(part(bytes), &mut longest);
            log(longest);
        }
        (longest, all)
    }
    as [<fn(&[u8]) -> &[u8], fn(&[u8], &mut usize), u8>]
    (rest as fn(&[u8]) -> &[u8], longer as fn(&[u8], &mut usize), 3_u8)
    impl [] [] [Scale] where []
    method [] [] (self, part: impl Fn(&[u8]) -> &[u8], steps: impl Iterator<Item = u8>) -> [Vec<u8>] where [] {
        let mut all: Vec<u8> = Vec::new();
        for step in steps {
            all.extend(part(recv!(all.len())).iter().map(|byte| byte * self.0));
            let _guard: Guard = guard(step);
            all.extend(recv!(usize::from(step)).first());
        }
        all
    }
    as [<fn(&[u8]) -> &[u8], std::ops::Range<u8>>] [Scale(2)] (rest as fn(&[u8]) -> &[u8], 0..2_u8)
    sends [&[1, 2][..], &[], &[5, 6, 7], &[9]]
}
