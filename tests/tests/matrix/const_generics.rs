//! Const generics: arrays as inputs, of inputs, and in what is held.

use coroutine_runtime::{Receive, Unprimed};
use std::fmt::Debug;
use tests::{Guard, Run, Schedule, guard, log};

cells! {
    mod owned;
    types {
        struct Ring<const N: usize> {
            bytes: [u8; N],
            at: usize,
        }
        impl<const N: usize> Ring<N> {
            fn push(&mut self, byte: u8) {
                self.bytes[self.at % N] = byte;
                self.at += 1;
            }
        }
    }
    oracle {
        type OracleInput = [u8; 2];
        type OracleReply = [bool; 3];
        const M: usize = 2;
        const N: usize = 3;
    }
    receives [Receive<[u8; 2], Reply = [bool; 3]>]
    consumer [[u8; M], reply = [bool; N]]
    function [] [const M: usize, const N: usize] (rounds: usize) -> [([u8; N], [[u8; M]; 2])] where [] {
        let mut ring: Ring<N> = Ring { bytes: [0; N], at: 0 };
        let mut last: [[u8; M]; 2] = [[0; M]; 2];
        let mut full: [bool; N] = [false; N];
        for round in 0..rounds {
            for byte in recv!(full) {
                ring.push(byte);
            }
            let _guard: Guard = guard(ring.at);
            full[round] = ring.at >= N;
            last[round % 2] = recv!(full);
        }
        (ring.bytes, last)
    }
    as [<2, 3>] (2)
    impl [] [const N: usize] [Ring<N>] where []
    method [] [const M: usize] (mut self, stop: [u8; M]) -> [[u8; N]] where [] {
        let mut seen: [bool; N] = [false; N];
        let mut item: [u8; M] = recv!(seen);
        while item != stop {
            for byte in item {
                self.push(byte);
            }
            seen[self.at % N] = true;
            let other = recv!([self.at > M; N]);
            log(format!("{other:?} {item:?}"));
            item = recv!(seen);
        }
        self.bytes
    }
    as [<3, 2>] [Ring { bytes: [9; 3], at: 0 }] ([4, 4])
    sends [[1, 2], [3, 3], [5, 6], [7, 8], [4, 4]]
}

cells! {
    mod borrowed;
    types {
        #[derive(Debug, Clone, Copy)]
        struct Block<T, const N: usize = 2>([T; N]);
    }
    oracle {
        type OracleInput = &'static [u16; 2];
        type OracleReply = usize;
        type T = u16;
        const N: usize = 2;
    }
    receives [for<'i> Receive<&'i [u16; 2], Reply = usize>]
    consumer [&[T; N], reply = usize]
    function [] [T: Copy + Debug + PartialOrd, const N: usize] (start: T, limit: usize)
        -> [[Option<Block<T, N>>; 2]] where []
    {
        let mut kept: [Option<Block<T, N>>; 2] = [None; 2];
        let mut largest: T = start;
        while kept[1].is_none() {
            let first: Block<T, N> = Block(*recv!(N));
            for at in 0_usize..N {
                let next = recv!(at);
                if next[at] > first.0[at] {
                    largest = next[at];
                }
                log(format!("{largest:?}"));
            }
            if N < limit {
                kept.swap(0, 1);
            }
            kept[0] = Some(first);
        }
        kept
    }
    as [<u16, 2>] (4, 3)
    impl [] [T: Copy + Debug, const N: usize] [Block<T, N>] where []
    method [] [] (&mut self, also: &Block<T>) -> [[T; 2]] where [] {
        let mut count: usize = 0;
        while count < 2 * N {
            let at: usize = count % N;
            let before: T = self.0[at];
            self.0[at] = recv!(at)[at];
            let _guard: Guard = guard(format!("{before:?}"));
            count += recv!(count).len();
        }
        also.0
    }
    as [<'static, 'static, u16, 2>] [Box::leak(Box::new(Block([1, 2])))] (&Block([7, 8]))
    sends [&[1, 2], &[6, 3], &[4, 5], &[7, 1], &[2, 3], &[3, 9]]
}
