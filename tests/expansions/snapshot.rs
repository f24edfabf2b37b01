use coroutine_runtime::{consumer, on_close, recv};

#[consumer(&str, derive(Serialize, Deserialize))]
fn grep(pattern: &str) {
    loop {
        let line = recv!();
        if line.contains(pattern) {
            println!("{line}");
        }
    }
}

#[consumer(u32, derive(Serialize, Deserialize))]
pub(crate) fn sums() -> Vec<u32> {
    let mut all = Vec::new();
    loop {
        let count = recv!();
        let mut sum = 0;
        for _ in 0..count {
            sum += recv!();
        }
        all.push(sum);
    }
    on_close! { all }
}
