//! How often each command occurs.

use std::collections::BTreeMap;
use std::fmt;

use resp_push::Value;

/// Commands by their name, which is the first item of an array.
#[derive(Default)]
pub(crate) struct Commands {
    counts: BTreeMap<String, u64>,
    others: u64,
}

impl Commands {
    pub(crate) fn count(&mut self, value: &Value) {
        let name = match value {
            Value::Array(items) => items.first(),
            _ => None,
        };
        if let Some(Value::Bytes(name) | Value::Text(name)) = name {
            let name = name.to_ascii_uppercase().escape_ascii().to_string();
            *self.counts.entry(name).or_default() += 1;
        } else {
            self.others += 1;
        }
    }
}

/// The most frequent one first.
impl fmt::Display for Commands {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut counts: Vec<_> = self.counts.iter().collect();
        counts.sort_by_key(|(_, count)| u64::MAX - **count);
        for (name, count) in counts {
            writeln!(f, "{count:8} {name}")?;
        }
        if self.others > 0 {
            writeln!(f, "{:8} (no command)", self.others)?;
        }
        Ok(())
    }
}
