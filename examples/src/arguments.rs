//! The command line of the `grep` example.

use std::ffi::{OsStr, OsString};

/// How the example is called.
pub const USAGE: &str = "\
Usage: grep [--help] [--] PATTERN [FILE]...
Print the lines of each FILE, or of standard input, that contain PATTERN.
A FILE of - is standard input. A PATTERN of several lines is several patterns.
Without arguments, show a consumer at work.
";

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum Request {
    /// No arguments.
    Demonstrate,
    /// `--help`.
    Help,
    /// `PATTERN [FILE]...`.
    Search {
        /// The lines of `PATTERN`.
        patterns: Vec<Vec<u8>>,
        /// Each `FILE`.
        files: Vec<OsString>,
    },
    /// Something else, and what is wrong with it.
    Misuse(String),
}

/// Reads the arguments, which come without the name of the program.
///
/// As with GNU `grep`, an option may stand after the names of files, and `--` ends the options.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Request {
    let mut arguments = arguments.into_iter().peekable();
    if arguments.peek().is_none() {
        return Request::Demonstrate;
    }
    let mut operands = Vec::new();
    while let Some(argument) = arguments.next() {
        if argument == "--" {
            operands.extend(arguments.by_ref());
        } else if argument == "--help" {
            return Request::Help;
        } else if argument != "-" && bytes(&argument).starts_with(b"-") {
            return Request::Misuse(format!("unrecognized option '{}'", argument.display()));
        } else {
            operands.push(argument);
        }
    }
    let mut operands = operands.into_iter();
    let Some(pattern) = operands.next() else {
        return Request::Misuse("no pattern".to_owned());
    };
    let patterns = bytes(&pattern).split(|&byte| byte == b'\n').map(<[u8]>::to_vec).collect();
    Request::Search { patterns, files: operands.collect() }
}

/// The bytes of an argument, which on Unix need not be UTF-8.
#[cfg(unix)]
#[must_use]
pub fn bytes(argument: &OsStr) -> Vec<u8> {
    std::os::unix::ffi::OsStrExt::as_bytes(argument).to_vec()
}

/// The bytes of an argument. What is not Unicode cannot be found in a file of bytes anyway.
#[cfg(not(unix))]
#[must_use]
pub fn bytes(argument: &OsStr) -> Vec<u8> {
    argument.to_string_lossy().into_owned().into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(arguments: &[&str]) -> Request {
        parse(arguments.iter().map(OsString::from))
    }

    fn search(patterns: &[&str], files: &[&str]) -> Request {
        Request::Search {
            patterns: patterns.iter().map(|pattern| pattern.as_bytes().to_vec()).collect(),
            files: files.iter().map(OsString::from).collect(),
        }
    }

    #[test]
    fn operands() {
        assert_eq!(parsed(&[]), Request::Demonstrate);
        assert_eq!(parsed(&["a"]), search(&["a"], &[]));
        assert_eq!(parsed(&["", "-", "f"]), search(&[""], &["-", "f"]));
        assert_eq!(parsed(&["a\nb\n"]), search(&["a", "b", ""], &[]));
    }

    #[test]
    fn options() {
        assert_eq!(parsed(&["a", "--help"]), Request::Help);
        assert_eq!(parsed(&["--", "--help", "--"]), search(&["--help"], &["--"]));
        assert_eq!(parsed(&["a", "--", "-f"]), search(&["a"], &["-f"]));
        assert_eq!(parsed(&["a", "-v"]), Request::Misuse("unrecognized option '-v'".to_owned()));
        assert_eq!(parsed(&["--"]), Request::Misuse("no pattern".to_owned()));
    }
}
