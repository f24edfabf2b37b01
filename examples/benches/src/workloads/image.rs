//! Three nested loops: images of rows, columns and channels, whose sizes stand before them.
//!
//! Totals: images, the sum of all channels, a checksum that tells channels and places apart.

use crate::random::collect;
use crate::workload::{Totals, Way};
use coroutine_runtime::{consumer, on_close, recv};

#[consumer(u8, batch)]
fn image() -> Totals {
    let (mut images, mut total, mut checksum) = (0, 0, 0);
    loop {
        let rows = recv!();
        let columns = recv!();
        let channels = recv!();
        let mut sums = [0u64; 4];
        for row in 0..rows {
            for _ in 0..columns {
                for channel in 0..channels {
                    sums[usize::from(channel % 4)] += u64::from(recv!() ^ row);
                }
            }
        }
        images += 1;
        total += sums.iter().sum::<u64>();
        checksum = checksum * 3 % 0xffff_fffb + sums[0] + 5 * sums[1] + 7 * sums[2] + 11 * sums[3];
    }
    on_close! { [images, total, checksum] }
}

struct Hand {
    images: u64,
    total: u64,
    checksum: u64,
    at: At,
}

enum At {
    Rows,
    Columns { rows: u8 },
    Channels { rows: u8, columns: u8 },
    Value { size: [u8; 3], place: [u8; 3], sums: [u64; 4] },
}

impl Hand {
    fn new() -> Self {
        Self { images: 0, total: 0, checksum: 0, at: At::Rows }
    }

    #[inline]
    fn send(&mut self, byte: u8) {
        match &mut self.at {
            At::Rows => self.at = At::Columns { rows: byte },
            &mut At::Columns { rows } => self.at = At::Channels { rows, columns: byte },
            &mut At::Channels { rows, columns } => {
                if rows == 0 || columns == 0 || byte == 0 {
                    self.finish([0; 4]);
                } else {
                    self.at =
                        At::Value { size: [rows, columns, byte], place: [0; 3], sums: [0; 4] };
                }
            }
            At::Value { size: [rows, columns, channels], place: [row, column, channel], sums } => {
                sums[usize::from(*channel % 4)] += u64::from(byte ^ *row);
                *channel += 1;
                if channel < channels {
                    return;
                }
                *channel = 0;
                *column += 1;
                if column < columns {
                    return;
                }
                *column = 0;
                *row += 1;
                if row < rows {
                    return;
                }
                let sums = *sums;
                self.finish(sums);
            }
        }
    }

    #[inline]
    fn finish(&mut self, sums: [u64; 4]) {
        self.images += 1;
        self.total += sums.iter().sum::<u64>();
        self.checksum = mix(self.checksum, sums);
        self.at = At::Rows;
    }

    fn totals(&self) -> Totals {
        [self.images, self.total, self.checksum]
    }
}

#[inline]
fn mix(checksum: u64, sums: [u64; 4]) -> u64 {
    checksum * 3 % 0xffff_fffb + sums[0] + 5 * sums[1] + 7 * sums[2] + 11 * sums[3]
}

#[diapause::coroutine(yield = (), resume = u8)]
fn peer(totals: &mut Totals) {
    loop {
        let rows = yield_!(());
        let rows: u8 = rows;
        let columns = yield_!(());
        let columns: u8 = columns;
        let channels = yield_!(());
        let channels: u8 = channels;
        let mut sums: [u64; 4] = [0; 4];
        for row in 0u8..rows {
            let row: u8 = row;
            for _ in 0u8..columns {
                for channel in 0u8..channels {
                    let channel: u8 = channel;
                    let value = yield_!(());
                    sums[usize::from(channel % 4)] += u64::from(value ^ row);
                }
            }
        }
        totals[0] += 1;
        totals[1] += sums.iter().sum::<u64>();
        totals[2] = mix(totals[2], sums);
    }
}

macro_rules! body {
    ($totals:ident, $wait:expr) => {
        loop {
            let rows = $wait;
            let columns = $wait;
            let channels = $wait;
            let mut sums = [0u64; 4];
            for row in 0..rows {
                for _ in 0..columns {
                    for channel in 0..channels {
                        let value = $wait;
                        sums[usize::from(channel % 4)] += u64::from(value ^ row);
                    }
                }
            }
            $totals[0] += 1;
            $totals[1] += sums.iter().sum::<u64>();
            $totals[2] = mix($totals[2], sums);
        }
    };
}

task!(image: u8, several_waits: true, library: None);

fn inputs(length: usize) -> Vec<u8> {
    collect(length, |random, data| {
        let [rows, columns, channels] = [40, 40, 4].map(|most| 1 + random.below(most));
        data.extend([rows, columns, channels].map(|size| size.to_le_bytes()[0]));
        data.extend(random.bytes(rows * columns * channels));
    })
}
