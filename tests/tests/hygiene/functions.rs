//! Functions called as types that the body uses: the enum of each is called otherwise.

use tests::{both, guard, log, run};

// the type of the enum's name
#[derive(Debug, Clone, PartialEq)]
struct Message {
    n: u8,
}
impl Message {
    fn new(n: u8) -> Self {
        Message { n }
    }
}

named! {
    m1:
    #[consumer(u8)]
    fn message(seed: Message) -> Message {
        let first: Message = Message { n: recv!() };
        let Message { n } = Message::new(recv!());
        log(first.n);
        Message { n: n + first.n + seed.n }
    }
}

named! {
    m2:
    #[consumer(Option<u8>)]
    fn option() -> Option<u8> {
        let x: Option<u8> = recv!();
        let y = Option::Some(recv!()?);
        let z: Option<u8> = None;
        log(format!("{x:?} {y:?} {z:?}"));
        let Some(w) = recv!() else { return None };
        Some(x? + y? + w)
    }
}

named! {
    m3:
    #[consumer(u8)]
    fn result(result: Result<u8, String>) -> Result<u8, String> {
        let x: Result<u8, String> = Ok(recv!());
        let r = Result::<u8, String>::Ok(recv!());
        Ok(x? + r? + result?)
    }
}

named! {
    m4:
    #[consumer(u8)]
    fn vec(v: Vec<u8>) -> Vec<u8> {
        let mut x: Vec<u8> = Vec::new();
        x.push(recv!());
        for b in v {
            x.push(recv!() + b);
        }
        let y = vec![recv!(); 2];
        x.extend(y);
        x
    }
}

#[test]
fn each_function() {
    run!(m1(Message { n: 3 }), [1, 2]);
    run!(m2(), [Some(1), Some(2), Some(3)]);
    run!(m2(), [Some(1), None, Some(3)]);
    run!(m3(Ok(3)), [1, 2]);
    run!(m3(Err("x".into())), [1, 2]);
    run!(m4(vec![1, 2]), [1, 2, 3, 4]);
}
