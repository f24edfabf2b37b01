/// The consumer that [`grep`](grep()) makes: it takes `&str`.
///
/// | state | waits at | holds |
/// |---|---|---|
/// | `Line` | `let line = recv!()` | `pattern` |
#[derive(::core::clone::Clone)]
pub struct Grep<'pattern>(GrepState<&'pattern str>);
#[doc(hidden)]
#[derive(::core::clone::Clone)]
enum GrepState<Pattern> {
    /// Not primed yet.
    Start { pattern: Pattern },
    /// Waits at `let line = recv!()`, with `pattern`.
    Line { pattern: Pattern },
    /// Finished.
    Done,
}
impl<Pattern: ::core::fmt::Debug> ::core::fmt::Debug for GrepState<Pattern> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        match self {
            GrepState::Line { pattern } => {
                f.debug_struct("Line").field("pattern", pattern).finish()
            }
            _ => f.write_str("Done"),
        }
    }
}
impl<'pattern> ::coroutine_runtime::Machine for Grep<'pattern> {
    type Output = ();
    #[inline]
    fn close(&mut self) -> ::core::option::Option<()> {
        let state = &mut self.0;
        match ::core::mem::replace(state, GrepState::Done) {
            GrepState::Line { .. } => {
                println!("Exiting the Co-routine");
                ::core::option::Option::Some(())
            }
            _ => ::core::option::Option::None,
        }
    }
    #[inline]
    fn finish(&mut self) {
        self.0 = GrepState::Done;
    }
    #[inline]
    fn state(&self) -> ::core::option::Option<&'static str> {
        let state = &self.0;
        ::core::matches!(state, GrepState::Line { .. }).then_some("Line")
    }
    #[inline]
    fn name(&self) -> &'static str {
        "grep"
    }
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Debug::fmt(&self.0, f)
    }
}
impl<'input, 'pattern> ::coroutine_runtime::Receive<&'input str> for Grep<'pattern> {
    type Reply = ();
    #[inline]
    fn prime(&mut self) -> ::core::option::Option<()> {
        let state = &mut self.0;
        let GrepState::Start { pattern } = ::core::mem::replace(state, GrepState::Done) else {
            ::core::unreachable!()
        };
        println!("Looking for {pattern}");
        *state = GrepState::Line { pattern };
        ::core::option::Option::Some(())
    }
    #[inline]
    fn receive(&mut self, line: &'input str) -> ::coroutine_runtime::Step<(), ()> {
        let state = &mut self.0;
        match state {
            GrepState::Line { pattern } => {
                if line.contains(*pattern) {
                    println!("{line}");
                }
                ::coroutine_runtime::Step::Yielded(())
            }
            _ => ::coroutine_runtime::Step::Finished,
        }
    }
}
pub fn grep<'pattern>(pattern: &'pattern str) -> ::coroutine_runtime::Unprimed<Grep<'pattern>> {
    ::coroutine_runtime::__private::uses!(on_close, recv);
    ::coroutine_runtime::__private::unprimed(Grep(GrepState::Start { pattern }))
}
/// The consumer that [`frames`](frames()) makes: it takes `u8`, completes with `(u64, u64)`.
///
/// | state | waits at | holds |
/// |---|---|---|
/// | `Recv1` | `while recv!() != 0x7e` | `buf`, `good`, `bad` |
/// | `Len` | `let len = recv!() as usize` | `buf`, `good`, `bad` |
/// | `Byte` | `let byte = recv!()` | `buf`, `good`, `bad`, `sum` |
/// | `Recv4` | `if recv!() == sum` | `buf`, `good`, `bad`, `sum` |
struct Frames(FramesState<Vec<u8>, u64, u64, ::core::ops::Range<usize>>);
#[doc(hidden)]
enum FramesState<Buf, Good, Bad, Iter> {
    /// Not primed yet.
    Start,
    /// Waits, with what is alive at every wait beside the place.
    Waiting { buf: Buf, good: Good, bad: Bad, at: FramesAt<Iter> },
    /// Finished.
    Done,
}
#[doc(hidden)]
enum FramesAt<Iter> {
    /// Waits at `while recv!() != 0x7e`, with `buf`, `good` and `bad`.
    Recv1,
    /// Waits at `let len = recv!() as usize`, with `buf`, `good` and `bad`.
    Len,
    /// Waits at `let byte = recv!()`, with `buf`, `good`, `bad` and `sum`.
    Byte { sum: ::core::primitive::u8, iter: Iter },
    /// Waits at `if recv!() == sum`, with `buf`, `good`, `bad` and `sum`.
    Recv4 { sum: ::core::primitive::u8 },
}
impl ::coroutine_runtime::Machine for Frames {
    type Output = (u64, u64);
    #[inline]
    fn close(&mut self) -> ::core::option::Option<(u64, u64)> {
        let state = &mut self.0;
        match ::core::mem::replace(state, FramesState::Done) {
            FramesState::Waiting { buf: _buf, mut good, mut bad, .. } => {
                ::core::option::Option::Some((good, bad))
            }
            _ => ::core::option::Option::None,
        }
    }
    #[inline]
    fn finish(&mut self) {
        self.0 = FramesState::Done;
    }
    #[inline]
    fn state(&self) -> ::core::option::Option<&'static str> {
        let state = &self.0;
        match state {
            FramesState::Waiting { at, .. } => ::core::option::Option::Some(match at {
                FramesAt::Recv1 => "Recv1",
                FramesAt::Len => "Len",
                FramesAt::Byte { .. } => "Byte",
                FramesAt::Recv4 { .. } => "Recv4",
            }),
            _ => ::core::option::Option::None,
        }
    }
    #[inline]
    fn name(&self) -> &'static str {
        "frames"
    }
}
impl ::coroutine_runtime::Receive<u8> for Frames {
    type Reply = ();
    #[inline]
    fn prime(&mut self) -> ::core::option::Option<()> {
        let state = &mut self.0;
        let mut buf: Vec<u8> = Vec::with_capacity(256);
        let (mut good, mut bad) = (0, 0);
        *state = FramesState::Waiting { buf, good, bad, at: FramesAt::Recv1 };
        ::core::option::Option::Some(())
    }
    #[inline]
    fn receive(&mut self, input: u8) -> ::coroutine_runtime::Step<(), (u64, u64)> {
        let state = &mut self.0;
        match state {
            FramesState::Waiting { buf, good, bad, at } => match at {
                FramesAt::Recv1 => {
                    if input != 0x7e {
                        ::coroutine_runtime::Step::Yielded(())
                    } else {
                        *at = FramesAt::Len;
                        ::coroutine_runtime::Step::Yielded(())
                    }
                }
                FramesAt::Len => {
                    let len = input as usize;
                    buf.clear();
                    let mut sum = 0u8;
                    let mut iter = ::core::iter::IntoIterator::into_iter(0..len);
                    if let ::core::option::Option::Some(_) = ::core::iter::Iterator::next(&mut iter)
                    {
                        *at = FramesAt::Byte { sum, iter };
                    } else {
                        *at = FramesAt::Recv4 { sum };
                    }
                    ::coroutine_runtime::Step::Yielded(())
                }
                FramesAt::Byte { sum, iter } => {
                    let byte = input;
                    *sum = sum.wrapping_add(byte);
                    buf.push(byte);
                    if let ::core::option::Option::Some(_) =
                        ::core::iter::Iterator::next(&mut *iter)
                    {
                        ::coroutine_runtime::Step::Yielded(())
                    } else {
                        *at = FramesAt::Recv4 { sum: *sum };
                        ::coroutine_runtime::Step::Yielded(())
                    }
                }
                FramesAt::Recv4 { sum } => {
                    if input == *sum {
                        *good += 1;
                    } else {
                        *bad += 1;
                    }
                    *at = FramesAt::Recv1;
                    ::coroutine_runtime::Step::Yielded(())
                }
            },
            _ => ::coroutine_runtime::Step::Finished,
        }
    }
    #[inline]
    fn feed(
        &mut self,
        rest: &mut ::core::slice::Iter<'_, u8>,
    ) -> ::core::option::Option<(u64, u64)> {
        'feed: loop {
            let state = &mut self.0;
            match state {
                FramesState::Waiting { at: FramesAt::Recv1, .. } => {
                    let FramesState::Waiting { mut buf, mut good, mut bad, at: FramesAt::Recv1 } =
                        ::core::mem::replace(state, FramesState::Done)
                    else {
                        ::core::unreachable!()
                    };
                    loop {
                        let ::core::option::Option::Some(&input) =
                            ::core::iter::Iterator::next(rest)
                        else {
                            *state = FramesState::Waiting { buf, good, bad, at: FramesAt::Recv1 };
                            return ::core::option::Option::None;
                        };
                        if !(input != 0x7e) {
                            let ::core::option::Option::Some(&input) =
                                ::core::iter::Iterator::next(rest)
                            else {
                                *state = FramesState::Waiting { buf, good, bad, at: FramesAt::Len };
                                return ::core::option::Option::None;
                            };
                            let len = input as usize;
                            buf.clear();
                            let mut sum = 0u8;
                            let mut iter = ::core::iter::IntoIterator::into_iter(0..len);
                            'behind: loop {
                                if let ::core::option::Option::Some(_) =
                                    ::core::iter::Iterator::next(&mut iter)
                                {
                                    let ::core::option::Option::Some(&input) =
                                        ::core::iter::Iterator::next(rest)
                                    else {
                                        *state = FramesState::Waiting {
                                            buf,
                                            good,
                                            bad,
                                            at: FramesAt::Byte { sum, iter },
                                        };
                                        return ::core::option::Option::None;
                                    };
                                    let byte = input;
                                    sum = sum.wrapping_add(byte);
                                    buf.push(byte);
                                } else {
                                    break 'behind;
                                }
                            }
                            let ::core::option::Option::Some(&input) =
                                ::core::iter::Iterator::next(rest)
                            else {
                                *state = FramesState::Waiting {
                                    buf,
                                    good,
                                    bad,
                                    at: FramesAt::Recv4 { sum },
                                };
                                return ::core::option::Option::None;
                            };
                            if input == sum {
                                good += 1;
                            } else {
                                bad += 1;
                            }
                        }
                    }
                }
                FramesState::Waiting { at: FramesAt::Len, .. } => {
                    let FramesState::Waiting { mut buf, mut good, mut bad, at: FramesAt::Len } =
                        ::core::mem::replace(state, FramesState::Done)
                    else {
                        ::core::unreachable!()
                    };
                    let ::core::option::Option::Some(&input) = ::core::iter::Iterator::next(rest)
                    else {
                        *state = FramesState::Waiting { buf, good, bad, at: FramesAt::Len };
                        return ::core::option::Option::None;
                    };
                    let len = input as usize;
                    buf.clear();
                    let mut sum = 0u8;
                    let mut iter = ::core::iter::IntoIterator::into_iter(0..len);
                    if let ::core::option::Option::Some(_) = ::core::iter::Iterator::next(&mut iter)
                    {
                        *state = FramesState::Waiting {
                            buf,
                            good,
                            bad,
                            at: FramesAt::Byte { sum, iter },
                        };
                        continue 'feed;
                    }
                    *state = FramesState::Waiting { buf, good, bad, at: FramesAt::Recv4 { sum } };
                    continue 'feed;
                }
                FramesState::Waiting { at: FramesAt::Byte { .. }, .. } => {
                    let FramesState::Waiting {
                        mut buf,
                        mut good,
                        mut bad,
                        at: FramesAt::Byte { mut sum, mut iter },
                    } = ::core::mem::replace(state, FramesState::Done)
                    else {
                        ::core::unreachable!()
                    };
                    loop {
                        let ::core::option::Option::Some(&input) =
                            ::core::iter::Iterator::next(rest)
                        else {
                            *state = FramesState::Waiting {
                                buf,
                                good,
                                bad,
                                at: FramesAt::Byte { sum, iter },
                            };
                            return ::core::option::Option::None;
                        };
                        let byte = input;
                        sum = sum.wrapping_add(byte);
                        buf.push(byte);
                        if let ::core::option::Option::Some(_) =
                            ::core::iter::Iterator::next(&mut iter)
                        {
                        } else {
                            *state = FramesState::Waiting {
                                buf,
                                good,
                                bad,
                                at: FramesAt::Recv4 { sum },
                            };
                            continue 'feed;
                        }
                    }
                }
                FramesState::Waiting { at: FramesAt::Recv4 { .. }, .. } => {
                    let FramesState::Waiting {
                        mut buf,
                        mut good,
                        mut bad,
                        at: FramesAt::Recv4 { mut sum },
                    } = ::core::mem::replace(state, FramesState::Done)
                    else {
                        ::core::unreachable!()
                    };
                    let ::core::option::Option::Some(&input) = ::core::iter::Iterator::next(rest)
                    else {
                        *state =
                            FramesState::Waiting { buf, good, bad, at: FramesAt::Recv4 { sum } };
                        return ::core::option::Option::None;
                    };
                    if input == sum {
                        good += 1;
                        *state = FramesState::Waiting { buf, good, bad, at: FramesAt::Recv1 };
                        continue 'feed;
                    }
                    bad += 1;
                    *state = FramesState::Waiting { buf, good, bad, at: FramesAt::Recv1 };
                    continue 'feed;
                }
                _ => return ::core::option::Option::None,
            }
        }
    }
}
fn frames() -> ::coroutine_runtime::Unprimed<Frames> {
    ::coroutine_runtime::__private::uses!(on_close, recv);
    ::coroutine_runtime::__private::unprimed(Frames(FramesState::Start))
}
