//! A push parser for RESP, the protocol that Redis speaks and writes its append-only files in.
//!
//! Bytes go in as they come, cut anywhere; values come out as soon as they are whole. There is no reader to hand over, no
//! buffer to fill, and nothing blocks: the same [`Decoder`] serves a socket, an `async` task and a file.
//!
//! ```
//! use resp_push::{Decoder, Value};
//!
//! let mut decoder = Decoder::new();
//! let mut values = Vec::new();
//! for mut bytes in [&b"*2\r\n$3\r\nGE"[..], b"T\r\n$1\r\nx\r\n:4", b"2\r\n"] {
//!     while let Some(value) = decoder.push(&mut bytes)? {
//!         values.push(value);
//!     }
//! }
//! decoder.finish()?;
//!
//! let get = Value::Array(vec![Value::Bytes(b"GET".to_vec()), Value::Bytes(b"x".to_vec())]);
//! assert_eq!(values, [get, Value::Integer(42)]);
//! # Ok::<(), resp_push::Error>(())
//! ```
//!
//! What comes from a stranger is kept within [`Limits`], and what is not RESP is an [`Error`] that says what is wrong and
//! where. RESP 2 is read, and of RESP 3 nulls, booleans and maps.
//!
//! The crate is `no_std`; it needs an allocator.
#![no_std]
#![forbid(unsafe_code)]
#![deny(warnings, clippy::pedantic, missing_docs)]

extern crate alloc;

mod decoder;
mod error;
mod limits;
mod parse;
mod value;
mod values;

pub use crate::decoder::Decoder;
pub use crate::error::{Error, ErrorKind};
pub use crate::limits::Limits;
pub use crate::value::Value;
pub use crate::values::Values;
