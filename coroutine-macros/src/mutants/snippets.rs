//! What mutants are made with. `HOLE` stands for what was there.

pub(super) const HOLE: &str = "HOLE";

pub(super) const ATTRIBUTES: &[&str] = &[
    "", "u8", "&str", "&'a str", "&mut [u8]", "impl Copy", "dyn Fn(&u8)", "_", "u8, batch", "u8, batch, batch", "batch",
    "reply = u8", "u8, reply = &u8", "u8, reply = ()", "u8, reply", "u8, name = Decoder", "u8, name = x", "u8, name = r#type",
    "u8, name = Self", "u8, name = _", "u8, name = crate", "u8, derive(Clone, Debug)", "u8, derive(Serialize, Deserialize)",
    "u8, derive()", "u8, derive(Clone = 1)", "u8, derive(PartialEq, Eq, Hash), name = M, batch", "u8, , batch", "u8 batch", "Self",
    "[u8; { recv!() }]", "<T as Trait>::Input", "fn(&u8) -> &u8", "u8, unknown = 3", "\"text\"", "1", "!", "&'static str, batch",
    "u8, derive(Serialize), derive(Clone)", "for<'a> fn(&'a u8)", "m!()", "Option<&'_ &u8>, reply = Option<&'_ u8>", "'a", "r#fn",
];

pub(super) const EXPRS: &[&str] = &[
    "recv!()", "recv!(x)", "recv!(recv!())", "delegate!(x)", "delegate!(f(recv!()))", "delegate!(&mut self.inner)", "delegate!()",
    "coroutine_runtime::recv!()", "::coroutine_runtime::delegate!(x)", "on_close!{}", "on_close! { x }", "recv![]", "recv!{}",
    "recv!(,)", "delegate!(x, y)", "x", "self", "self.x", "Self::f()", "return", "return recv!()", "break", "break 'a", "break 'a recv!()",
    "continue", "continue 'a", "x?", "recv!()?", "{ recv!() }", "loop { recv!(); }", "loop { break recv!() }", "if recv!() == 0 { 1 } else { 2 }",
    "match recv!() { x if recv!() > x => x, _ => 0 }", "|| recv!()", "|x| x", "async { recv!() }", "const { recv!() }", "unsafe { recv!() }",
    "try { recv!() }", "'a: loop { break 'a recv!() }", "'a: { break 'a 1 }", "println!(\"{}\", recv!())", "format!(\"{x} {y:?}\", y = recv!())",
    "vec![recv!(); 3]", "assert_eq!(recv!(), recv!())", "matches!(recv!(), Some(x) if recv!() > x)", "dbg!(recv!())", "m!(recv!())", "m!{ x }",
    "__exit!(0)", "__exit!(99)", "__input", "input", "state", "&mut x", "&x[..]", "*x", "x.y.0", "x.iter()", "x.iter().map(|y| y + z)", "x as u8",
    "-x", "!recv!()", "x = recv!()", "x += recv!()", "_ = recv!()", "(x, y) = recv!()", "[x, ..] = recv!()", "S { x, ..recv!() } = y",
    "S { x: recv!(), ..y }", "[recv!(), recv!()]", "[recv!(); 2]", "(recv!(),)", "..", "x..recv!()", "..=recv!()", "x && recv!() == 0",
    "x || recv!() == 0 && y", "let x = recv!()", "while let Some(x) = recv!() { x }", "for x in recv!() { recv!(); }", "for x in &y { recv!(); z(x); }",
    "f(x, recv!())", "x.m(recv!()).await", "x[recv!()]", "1u8", "1_000", "0xffu64", "1.5e3f32", "\"{x}\"", "b'a'", "c\"text\"", "'c'", "todo!()", "unreachable!()",
    "()", "&raw const x", "yield x", "x!", "r#type", "crate::x", "<T as U>::x", "x::<T>()", "move || x", "&|| x", "include!(\"x\")", "stringify!(recv!())",
];

pub(super) const WRAPS: &[&str] = &[
    "(HOLE)", "{ HOLE }", "[HOLE]", "(HOLE, recv!())", "(recv!(), HOLE)", "|| HOLE", "move |x| HOLE", "async { HOLE }", "async move { HOLE }",
    "loop { HOLE; }", "loop { break HOLE }", "'a: loop { break 'a HOLE }", "'a: { HOLE }", "match HOLE { _ => recv!() }", "match HOLE { x if recv!() => HOLE, y => y }",
    "match x { ref y => HOLE }", "if HOLE { recv!() } else { HOLE }", "if let Some(x) = HOLE && recv!() { HOLE }", "while HOLE { recv!(); }", "for x in HOLE { recv!(); }",
    "HOLE?", "HOLE.await", "HOLE.m(recv!())", "HOLE.x", "HOLE[recv!()]", "x[HOLE]", "&HOLE", "&mut HOLE", "*HOLE", "-HOLE", "!HOLE", "HOLE as u64", "HOLE + recv!()",
    "recv!() + HOLE", "HOLE && recv!()", "recv!() || HOLE", "HOLE = recv!()", "x = HOLE", "x += HOLE", "return HOLE", "break HOLE", "recv!(HOLE)", "delegate!(HOLE)",
    "println!(\"{x}\", HOLE)", "assert!(HOLE, \"{}\", recv!())", "m!(HOLE)", "invisible!(HOLE)", "f(HOLE, recv!())", "S { x: HOLE, ..recv!() }", "{ let x = HOLE; recv!(); x }",
    "{ on_close! { HOLE } recv!() }", "{ fn x() { HOLE } recv!() }", "{ let Some(x) = HOLE else { return }; recv!(); x }", "{ #[cfg(any())] HOLE }", "HOLE..recv!()", "const { HOLE }",
    "unsafe { HOLE }", "{ let r = &mut HOLE; recv!(); r }", "{ macro_rules! m { () => { HOLE } } m!() }", "{ use x::HOLE; HOLE }", "#[allow(unused)] HOLE", "drop(HOLE)",
];

pub(super) const STMTS: &[&str] = &[
    "recv!();", "let x = recv!();", "let x: u8 = recv!();", "let mut x;", "let x: u8;", "x = recv!();", "let _ = recv!();", "let _guard = f();", "on_close! { x }", "on_close! {}",
    "on_close! { recv!() }", "on_close! { return x }", "on_close! { break }", "return;", "break;", "continue;", "fn x() {}", "use a::x;", "const X: u8 = recv!();", "static x: u8 = 0;",
    "struct Start;", "enum Done {}", "mod x {}", "impl X { fn y() {} }", "macro_rules! m { () => { recv!() } }", "m!();", "m! {}", "let (x, y) = recv!();", "let [x, y @ ..] = &mut z else { return };",
    "let Some(x) = recv!() else { continue };", "let Some(ref mut x) = recv!() else { panic!() };", "let x = &mut y;", "let x = &y[1..];", "let x = y.iter();", "let x = || y;", "let x = move || y;",
    "#[cfg(any())] recv!();", "#[cfg(all())] let x = recv!();", "#[allow(unused)] let x = 1;", "drop(x);", "x;", ";", "{}", "let input = 1;", "let state = recv!();", "let this = 1;", "let _ = &x;",
    "extern crate x;", "type T = Self;", "union U { x: u8 }", "let x = x;", "let x = loop { break 'a recv!() };", "let r#type = recv!();", "let () = recv!();", "let x @ Some(y) = recv!();", "while recv!() {}",
    "for _ in 0..3 { recv!(); }", "for (i, x) in y.iter().enumerate() { recv!(); z(i, x); }", "if x { let y = x; recv!(); } else { x.m(); }", "delegate!(x);", "let x = delegate!(y);",
];

pub(super) const PATS: &[&str] = &[
    "x", "_", "mut x", "ref x", "ref mut x", "x @ _", "x @ Some(y)", "(x, y)", "(x, ..)", "[x, .., y]", "[first, rest @ ..]", "Some(x)", "S { x, .. }", "S { x: ref y }", "&x", "&mut x", "x | y", "Some(x) | None",
    "1..=3", "..3", "m!()", "const { 1 }", "X", "a::B", "_x", "r#type", "(x)", "()", "..", "x: u8", "recv!()", "input", "1 | 2", "box x", "mut _x", "ref _x", "Ok(x) if true", "'c'", "-1",
];

pub(super) const TYPES: &[&str] = &[
    "u8", "&str", "&'a mut T", "Self", "impl Copy", "impl Fn(&u8) -> u8", "dyn Fn(u8)", "Box<dyn Fn(&'_ u8)>", "[u8; 3]", "[u8; { recv!() }]", "()", "!", "_", "(u8,)", "Option<&u8>", "<T as U>::V", "fn(u8)", "m!()",
    "for<'a> fn(&'a u8)", "*const u8", "Foo<'_>", "Primed<Decoder>", "&self", "T", "&&str", "impl for<'a> Fn(&'a u8)", "Vec<impl Copy>", "&dyn Fn(&u8)", "Foo<{ 1 }>", "Foo<T = u8>", "...", "r#type",
];

/// Anything, for a place among tokens.
pub(super) const TOKENS: &[&str] = &[
    "recv!()", "delegate!(x)", "on_close!{}", "?", "'a:", "break", "return", "continue", "#[cfg(any())]", "#[allow(x)]", "#![x]", "#[doc = \"x\"]", "..", "..=", "_", "let", "else", "mut", "ref", "dyn", "self", "Self",
    "'static", "'_", "r#type", "::", "->", "=>", "=", ";", ",", "&", "&mut", "*", "|", "||", "async", "unsafe", "const", "move", "fn", "impl", "where T: Copy", "<T>", "<'a, T: 'a>", "extern \"C\"", "pub", "pub(crate)",
    "1", "1.0", "\"{\"", "\"{x:w$}\"", "b\"\"", "c\"x\"", "'\\u{1}'", "()", "{}", "[]", "invisible!()", "invisible!(x)", "invisible!(recv!())", "x: u8", "&mut self", "self: Box<Self>", "mut self: Pin<&mut Self>", "__exit!(7)", "__input",
    "crate", "super", "@", "!", "$x", "~", "<", ">", "'label", "union", "yield", "try", "gen", "box", "default", "auto", "macro_rules!", "static", "await", ".await", "as u8", "for<'a>", "..x", "T: ?Sized", "const N: usize", "#", "\\",
];

/// Names that something may already have.
pub(super) const NAMES: &[&str] = &[
    "x", "input", "state", "at", "Start", "Done", "Waiting", "Returned", "Line", "this", "self", "Self", "receive", "transition", "machine", "close", "r#type", "r#fn", "_x", "_", "crate", "recv", "consumer", "delegate", "on_close",
    "__input", "__exit", "value", "residual", "reply", "output", "S", "F", "T", "Recv1", "Join1", "Place", "Some", "None", "Ok", "Option", "core", "std", "coroutine_runtime", "Pattern", "inputs", "next", "macro_rules", "union", "gen", "async",
];
