//! An array of 4 KiB that is held across two waits: bytes told by how far back a like one lies.
//!
//! Totals: how many, their sum, the greatest.

use crate::random::collect;
use crate::workload::zeros;
use crate::workload::{Totals, Way};
use coroutine_runtime::{consumer, on_close, recv};

const SIZE: usize = 4096;

#[consumer(u8, batch)]
fn window() -> Totals {
    let mut window = [0u8; SIZE];
    let mut at = 0;
    let (mut count, mut sum, mut greatest) = (0, 0, 0);
    loop {
        let distance = recv!();
        let difference = recv!();
        let like = window[(at + SIZE - 1 - usize::from(distance)) % SIZE];
        let byte = like.wrapping_add(difference);
        window[at] = byte;
        at = (at + 1) % SIZE;
        count += 1;
        sum += u64::from(byte);
        greatest = u64::from(byte).max(greatest);
    }
    on_close! { [count, sum, greatest] }
}

struct Hand {
    window: [u8; SIZE],
    position: usize,
    count: u64,
    sum: u64,
    greatest: u64,
    at: At,
}

enum At {
    Distance,
    Difference { distance: u8 },
}

impl Hand {
    fn new() -> Self {
        let (window, at) = ([0; SIZE], At::Distance);
        Self { window, position: 0, count: 0, sum: 0, greatest: 0, at }
    }

    #[inline]
    fn send(&mut self, byte: u8) {
        match self.at {
            At::Distance => self.at = At::Difference { distance: byte },
            At::Difference { distance } => {
                let like = self.window[(self.position + SIZE - 1 - usize::from(distance)) % SIZE];
                let byte = like.wrapping_add(byte);
                self.window[self.position] = byte;
                self.position = (self.position + 1) % SIZE;
                self.count += 1;
                self.sum += u64::from(byte);
                self.greatest = u64::from(byte).max(self.greatest);
                self.at = At::Distance;
            }
        }
    }

    fn totals(&self) -> Totals {
        [self.count, self.sum, self.greatest]
    }
}

#[diapause::coroutine(yield = (), resume = u8)]
fn peer(totals: &mut Totals) {
    let mut window: [u8; 4096] = zeros();
    let mut at: usize = 0;
    loop {
        let distance = yield_!(());
        let distance: u8 = distance;
        let difference = yield_!(());
        let like = window[(at + SIZE - 1 - usize::from(distance)) % SIZE];
        let byte = like.wrapping_add(difference);
        window[at] = byte;
        at = (at + 1) % SIZE;
        totals[0] += 1;
        totals[1] += u64::from(byte);
        totals[2] = u64::from(byte).max(totals[2]);
    }
}

macro_rules! body {
    ($totals:ident, $wait:expr) => {{
        let mut window = [0u8; SIZE];
        let mut at = 0;
        loop {
            let distance = $wait;
            let difference = $wait;
            let like = window[(at + SIZE - 1 - usize::from(distance)) % SIZE];
            let byte = like.wrapping_add(difference);
            window[at] = byte;
            at = (at + 1) % SIZE;
            $totals[0] += 1;
            $totals[1] += u64::from(byte);
            $totals[2] = u64::from(byte).max($totals[2]);
        }
    }};
}

task!(window: u8, several_waits: true, library: None);

fn inputs(length: usize) -> Vec<u8> {
    collect(length, |random, data| data.push(random.byte()))
}
