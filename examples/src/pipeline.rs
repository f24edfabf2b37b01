//! The stages of the `pipeline` example: any number of [`filter`] and [`uniq`], then [`summarize`].

use std::io::{self, Write};

use coroutine_runtime::{Consumer, CoroutineState, consumer, on_close, recv};

/// What came out at the end of a pipeline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The number of lines.
    pub lines: usize,
    /// The length of the longest, in characters.
    pub longest: usize,
}

/// Passes on the lines that it is told to keep.
#[consumer(&str)]
pub fn filter<C>(mut next: C, keep: impl Fn(&str) -> bool) -> io::Result<Summary>
where
    C: for<'a> Consumer<&'a str, Reply = (), Output = io::Result<Summary>>,
{
    loop {
        let line = recv!();
        // The sink may have an error; then the whole chain completes with it.
        if keep(line)
            && let CoroutineState::Complete(output) = next.send(line)
        {
            return output;
        }
    }
    // Closing runs down the chain, and the sink's summary comes back up. `None` is a sink with nothing
    // to say.
    on_close! { next.close().unwrap_or(Ok(Summary::default())) }
}

/// Passes on the lines that differ from the one before.
#[consumer(&str)]
pub fn uniq<C>(mut next: C) -> io::Result<Summary>
where
    C: for<'a> Consumer<&'a str, Reply = (), Output = io::Result<Summary>>,
{
    // A line lives only until the next wait, so the one to compare with has to be a copy.
    let mut before = None;
    loop {
        let line = recv!();
        if before.as_deref() != Some(line) {
            before = Some(line.to_owned());
            if let CoroutineState::Complete(output) = next.send(line) {
                return output;
            }
        }
    }
    on_close! { next.close().unwrap_or(Ok(Summary::default())) }
}

/// Writes the lines, and sums them up when it is closed.
#[consumer(&str)]
pub fn summarize<W: Write>(mut out: W) -> io::Result<Summary> {
    let mut summary = Summary::default();
    loop {
        let line = recv!();
        writeln!(out, "{line}")?;
        summary.lines += 1;
        summary.longest = summary.longest.max(line.chars().count());
    }
    on_close! {
        out.flush()?;
        Ok(summary)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_in_either_order() {
        let lines = ["a", "#", "a", "b", "b"];
        let not_comment = |line: &str| line != "#";

        let mut out = Vec::new();
        let mut chain = filter(uniq(summarize(&mut out).prime()).prime(), not_comment).prime();
        assert!(matches!(chain.send_all(lines), CoroutineState::Yielded(())));
        assert_eq!(chain.close().unwrap().unwrap(), Summary { lines: 2, longest: 1 });
        assert_eq!(out, b"a\nb\n");

        let mut out = Vec::new();
        let mut chain = uniq(filter(summarize(&mut out).prime(), not_comment).prime()).prime();
        assert!(matches!(chain.send_all(lines), CoroutineState::Yielded(())));
        assert_eq!(chain.close().unwrap().unwrap(), Summary { lines: 3, longest: 1 });
        assert_eq!(out, b"a\na\nb\n");
    }

    #[test]
    fn an_error_of_the_sink_completes_the_chain() {
        let full: &mut [u8] = &mut [0; 3];
        let mut chain = uniq(filter(summarize(full).prime(), |_| true).prime()).prime();
        let mut lines = ["a", "b", "c"].into_iter();
        assert!(matches!(chain.send_all(lines.by_ref()), CoroutineState::Complete(Err(_))));
        assert_eq!(lines.next(), Some("c"));
        assert!(chain.is_finished());
    }
}
