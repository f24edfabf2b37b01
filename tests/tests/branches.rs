//! `if`, `if let`, let-chains, `match`, `let … else`.
#![deny(warnings)]
#![forbid(unsafe_code)]
#![expect(
    clippy::needless_continue,
    clippy::nonminimal_bool,
    clippy::many_single_char_names,
    reason = "the bodies show constructs that could be simpler"
)]

use tests::{both, log, run};

#[derive(Debug, Clone)]
enum Packet {
    Ack,
    Data { id: u8, bytes: Vec<u8> },
    Text(String),
}

both! {
    #[consumer(Packet)]
    fn protocol() -> Result<usize, String> {
        let mut stored = 0;
        loop {
            match recv!() {
                Packet::Ack if stored > 4 => return Ok(stored),
                Packet::Ack => {
                    if let Packet::Data { id, .. } = recv!() {
                        log(format!("acked {id}"));
                    } else {
                        continue;
                    }
                }
                Packet::Data { id: id @ 1..=9, bytes } if !bytes.is_empty() => match recv!() {
                    Packet::Data { id: other, bytes: more } if other == id => {
                        stored += bytes.len() + more.len();
                    }
                    Packet::Text(text) => return Err(text),
                    packet => log(format!("{id} {packet:?}")),
                },
                Packet::Data { id, .. } => log(id),
                Packet::Text(text) => {
                    let Packet::Text(second) = recv!() else {
                        return Err(text);
                    };
                    stored += text.len() + second.len();
                }
            }
        }
    }
}

both! {
    #[consumer(u8)]
    fn chains(hint: Option<u8>) -> u8 {
        let mut count = 0;
        while let Some(hint) = hint
            && let low = recv!()
            && low < hint
        {
            count += 1;
            if low > 2 && recv!() > low || recv!() == 1 {
                log("either");
            } else if let Some(difference) = hint.checked_sub(recv!())
                && difference > 3
            {
                log(difference);
                count += difference;
            } else if !(recv!() > 1) {
                log("neither");
            }
        }
        count
    }
}

both! {
    #[consumer(u8)]
    fn values(flag: bool) -> String {
        let kind = match recv!() {
            0 => "zero",
            1..=9 if flag => "digit",
            1..=9 => {
                if recv!() == 0 {
                    "then zero"
                } else {
                    "then more"
                }
            }
            _ => return String::from("many"),
        };
        let boxed: Box<dyn std::fmt::Display> =
            if recv!() == 0 { Box::new(kind) } else { Box::new(recv!()) };
        let both = flag && recv!() > 3;
        let any = both || recv!() == 7;
        format!("{kind} {boxed} {both} {any}")
    }
}

#[test]
fn matches() {
    use Packet::{Ack, Data, Text};
    let data = |id, bytes: &[u8]| Data { id, bytes: bytes.to_vec() };
    let text = |text: &str| Text(text.to_owned());
    run!(protocol(), [Ack, data(1, &[]), data(2, &[1, 2]), data(2, &[3, 4, 5]), Ack]);
    run!(protocol(), [Ack, Ack, data(2, &[1]), text("error")]);
    run!(protocol(), [data(0, &[1]), data(3, &[1]), data(4, &[1]), text("a"), text("bcde"), Ack]);
    run!(protocol(), [text("a"), Ack]);
    run!(protocol(), [text("a")]);
}

#[test]
fn conditions() {
    for inputs in [[1, 2, 3, 4, 5, 6, 7, 8], [3, 1, 9, 1, 0, 1, 1, 9], [3, 4, 2, 1, 1, 1, 3, 2]] {
        let [a, b, c, d, e, f, g, h] = inputs;
        run!(chains(Some(8)), [a, b, c, d, e, f, g, h, 9]);
        run!(chains(Some(2)), [a, b, c, d, e, f, g, h]);
        run!(chains(None), []; at once);
        for flag in [true, false] {
            run!(values(flag), [a, b, c, d, e, f]);
            run!(values(flag), [0, 0, a, b, c]);
            run!(values(flag), [a, 0, 0, b, c]);
        }
    }
}
