//! The text, word by word.

use coroutine_runtime::{consumer, on_close, recv};

#[consumer(&str, mermaid = GREP_GRAPH)]
fn grep(pattern: &str) {
    loop {
        let line = recv!();
        if line.contains(pattern) {
            continue;
        }
    }
    on_close! {}
}

#[test]
fn of_the_seed() {
    drop(grep("Python").prime());
    let expected = "\
stateDiagram-v2
    Line: Line
    Line: let line = recv!()
    [*] --> Line
    Line --> Line
    state \"on_close! runs\" as Closed
    classDef closed stroke-dasharray: 4
    class Closed closed
";
    assert_eq!(GREP_GRAPH, expected);
}

/// The `message` of the README.
#[consumer(u8, mermaid = MESSAGE)]
fn message(limit: usize) -> Option<Vec<u8>> {
    let length = usize::from(recv!());
    let mut bytes: Vec<u8> = Vec::new();
    for _ in 0..length.min(limit) {
        bytes.push(recv!());
    }
    (length <= limit).then_some(bytes)
}

#[test]
fn of_the_readme() {
    drop(message(16));
    let readme = include_str!("../../../README.md");
    assert!(readme.contains(&format!("```mermaid\n{MESSAGE}```")), "{MESSAGE}");
}

#[consumer(u8, mermaid = WORDS)]
fn words() -> (u8, u8) {
    on_close! { (0, 1) }
    let closed = recv!();
    let state = recv!();
    let end = recv!() == b'{';
    if end {
        return (0, 0);
    }
    let last: u8 = {
        on_close! { println!("inner"); }
        let r#type = recv!() % 2;
        r#type
    };
    (closed, state + last)
}

#[test]
fn of_names_that_mean_something_there() {
    drop(words());
    let expected = "\
stateDiagram-v2
    Closed: Closed
    Closed: let closed = recv!()
    State_: State
    State_: let state = recv!()
    End_: End
    End_: let end = recv!() == b'#123;'
    Type: Type
    Type: let r#35;type = recv!() #37; 2
    Type: on_close! of its block
    [*] --> Closed
    Closed --> State_
    State_ --> End_
    End_ --> Type
    End_ --> [*]
    Type --> [*]
    state \"on_close! gives (0, 1)\" as Closed2
    classDef closed stroke-dasharray: 4
    class Closed2 closed
";
    assert_eq!(WORDS, expected);
}
