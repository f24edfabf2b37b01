//! Runs the decoder where there is somebody to read what it says.
#![deny(warnings)]
#![deny(clippy::pedantic)]
#![forbid(unsafe_code)]

use embedded::{Checksum, Crc8, ESCAPE, Port, START, Sum};

/// Two whole frames, one of which has bytes that are escaped, one that is too long, and one that is cut off.
fn line<C: Checksum>() -> Vec<u8> {
    let [plain, escaped] = [b"hi!".as_slice(), &[START, ESCAPE]].map(|bytes| {
        let mut checksum = C::default();
        for byte in bytes {
            checksum.add(*byte);
        }
        checksum.value()
    });
    let mut line = vec![0, 1, START, 3, b'h', b'i', b'!', plain];
    line.extend([START, 2, ESCAPE, START ^ 0x20, ESCAPE, ESCAPE ^ 0x20, escaped]);
    line.extend([START, 200, START, 1, 5, plain, START, 3, b'n']);
    line
}

fn run<C: Checksum>(name: &str, feed: impl Fn(&mut Port<C, fn(&[u8]), 4>, &[u8])) {
    println!("{name}");
    let mut port = Port::new((|frame| println!("  frame {frame:02x?}")) as fn(&[u8]));
    feed(&mut port, &line::<C>());
    println!("  {} of {} bytes", port.state(), size_of_val(&port));
    println!("  {:?}", port.close());
}

fn main() {
    run::<Crc8>("crc8", |port, line| line.iter().for_each(|byte| port.receive(*byte)));
    run::<Sum>("sum", |port, line| line.chunks(5).for_each(|bytes| port.receive_all(bytes)));
}
