// case: grep
#[consumer(&str)]
pub fn f(pattern: &str) {
    println!("Looking for {pattern}");
    loop {
        let line = recv!();
        if line.contains(pattern) {
            println!("{line}");
        }
    }
}

// case: frames
#[consumer(u8)]
pub fn f(limit: usize) -> Option<Vec<u8>> {
    let length = usize::from(recv!());
    let mut bytes = Vec::new();
    for _ in 0..length.min(limit) {
        bytes.push(recv!());
    }
    (length <= limit).then_some(bytes)
}

// case: commands
#[consumer(&str)]
pub fn f() -> Result<u32, std::num::ParseIntError> {
    let mut total = 0;
    'outer: loop {
        match recv!() {
            "add" => {
                let digits = loop {
                    let line = recv!();
                    if line.is_empty() {
                        break 'outer;
                    }
                    if !line.starts_with('#') {
                        break line.to_owned();
                    }
                };
                total += digits.parse::<u32>()?;
            }
            "clear" => total = 0,
            _ => {}
        }
    }
    Ok(total)
}

// case: owned
#[consumer(String)]
pub fn f(mut names: Vec<String>) -> String {
    let first = recv!();
    while names.len() < 10 {
        let name = recv!();
        if name == first {
            continue;
        }
        if let Some(last) = names.last_mut()
            && last.len() < name.len()
        {
            last.push_str(&name);
        } else {
            names.push(name);
        }
    }
    names.join(&first)
}

// case: numbers
#[consumer((i32, bool))]
pub fn f(start: i32) -> (i32, i32) {
    let (mut low, mut high) = (start, start);
    loop {
        let (number, is_last) = recv!();
        let half = if number % 2 == 0 { number / 2 } else { number };
        low = low.min(half);
        high = high.max(half);
        if is_last {
            return (low, high);
        }
    }
}

// case: guards
pub enum Event {
    Key(char),
    Click { x: u32, y: u32 },
    Quit,
}

#[consumer(Event)]
pub fn f() -> Option<char> {
    let mut typed = None;
    let mut clicks = Vec::new();
    loop {
        match recv!() {
            Event::Key(key) if key.is_alphabetic() => typed = Some(key),
            Event::Key(_) => {}
            Event::Click { x, y } => {
                let Event::Key(key) = recv!() else { continue };
                clicks.push((x, y, key));
            }
            Event::Quit => return typed.filter(|_| clicks.len() < 10),
        }
    }
}

// case: nested
#[consumer(Option<u64>)]
pub fn f() -> u64 {
    let mut sum = 0;
    while let Some(count) = recv!() {
        let mut inner = 0;
        for index in 0..count {
            let Some(next) = recv!() else { return sum };
            inner += next * index;
        }
        sum += inner;
    }
    sum
}

// case: borrowed
#[consumer(u8)]
pub fn f(table: &[u8], mut seen: Vec<u8>) -> usize {
    for entry in table {
        let byte = recv!();
        let lent = &mut seen;
        lent.push(byte ^ *entry);
        if recv!() > 3 {
            lent.clear();
        }
    }
    seen.len()
}
