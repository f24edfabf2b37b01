//! `derive(Serialize, Deserialize)` where names are other than they were.

mod bare {
    #![no_implicit_prelude]
    use ::coroutine_runtime::recv;

    pub struct Result;
    pub struct Ok;
    pub struct Err;
    pub struct str;
    pub struct Serialize;
    pub struct Deserialize;
    pub mod core {}
    pub mod serde {}
    pub mod coroutine_runtime {}

    /// A method of each name, for everything.
    pub trait Everything: ::core::marker::Sized {
        fn at(self) {}
        fn local(self) {}
        fn end(self) {}
        fn nowhere(self) {}
        fn fill(self) {}
        fn take(self) {}
        fn save(self) {}
        fn load(self) {}
        fn restore(self) {}
    }
    impl<T> Everything for T {}

    #[::coroutine_runtime::consumer(u8, derive(Debug, Serialize, Deserialize))]
    pub fn consumer(s: u8, a: u8, de: u8) -> u8 {
        let mut n = 0u8;
        for i in 0..3u8 {
            n += i + recv!();
        }
        n + s + a + de
    }

    #[::coroutine_runtime::consumer(&'input [u8], derive(Serialize, Deserialize))]
    pub fn generic<'input, S, A>(
        s: S,
        a: A,
        text: &::core::primitive::str,
    ) -> ::core::primitive::usize
    where
        S: ::serde::Serialize + ::serde::de::DeserializeOwned,
        A: ::serde::Serialize + ::serde::de::DeserializeOwned,
    {
        let first = recv!();
        let second = recv!();
        ::std::mem::drop((s, a));
        first.len() + second.len() + text.len()
    }
}

/// What is called as the lifetime and the macros of the snapshot.
mod lifetimes {
    use coroutine_runtime::{consumer, recv};

    #[consumer(&str, derive(Serialize, Deserialize))]
    pub fn named<'d, 'e>(d: &'d str, e: &'e str, f: &str) -> usize {
        let more = recv!();
        d.len() + e.len() + f.len() + more.len()
    }

    #[consumer(u8, derive(Serialize, Deserialize))]
    pub fn mutable(vec: Box<[u8]>, hook: for<'de> fn(&'de u8)) -> u8 {
        hook(&1);
        let more = recv!();
        vec[0] + more
    }
}

#[test]
fn they_are_read_and_written() {
    let mut one = bare::consumer(1, 2, 3).prime();
    one.send(4);
    let snapshot = serde_json::to_string(&one).unwrap();
    let mut two = bare::consumer(0, 0, 0)
        .restore(&mut serde_json::Deserializer::from_str(&snapshot))
        .unwrap();
    two.send(5);
    assert_eq!(two.send(6), coroutine_runtime::CoroutineState::Complete(1 + 2 + 3 + 4 + 6 + 8));

    let mut one = bare::generic(1, 2, "three").prime();
    let snapshot = serde_json::to_string(&one).unwrap();
    assert_eq!(snapshot, r#"{"First":{"s":1,"a":2,"text":"three"}}"#);

    let one = lifetimes::named("a", "b", "c").prime();
    let snapshot = serde_json::to_string(&one).unwrap();
    let mut reader = serde_json::Deserializer::from_str(&snapshot);
    let mut two = lifetimes::named("", "", "").restore(&mut reader).unwrap();
    assert_eq!(two.send("d"), coroutine_runtime::CoroutineState::Complete(4));

    let one = lifetimes::mutable(Box::new([7]), |_| ()).prime();
    assert_eq!(serde_json::to_string(&one).unwrap(), r#"{"More":{"vec":[7]}}"#);
}
