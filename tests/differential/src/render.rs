//! The module of a body: the same text as a consumer, as a plain function, and as the compiler's coroutine.

use crate::body::{Body, Input, Part};
use crate::tree::Ty;
use std::fmt::Write as _;
use std::ops::Range;

/// What a text is compiled as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// A function that blocks on a thread of its own: what the others are compared with.
    Plain,
    /// By the macro.
    Consumer,
    /// By the compiler's unstable coroutine.
    Coroutine,
}

impl Form {
    /// The name of its module, and of the form in what the program prints.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Form::Plain => "plain",
            Form::Consumer => "consumer",
            Form::Coroutine => "coroutine",
        }
    }
}

/// A difference put into one of the forms, for tests of the tester.
#[derive(Clone, Copy, Debug)]
pub struct Injection {
    /// The form that becomes different.
    pub form: Form,
    /// What is replaced in its text.
    pub from: &'static str,
    /// What stands there instead.
    pub to: &'static str,
}

/// The text of a module, and which of its lines belong to which form.
#[derive(Clone, Debug, Default)]
pub struct Module {
    /// Rust.
    pub text: String,
    /// Counted from one.
    pub lines: Vec<(Form, Range<usize>)>,
}

impl Module {
    /// The form that a line belongs to.
    #[must_use]
    pub fn form_at(&self, line: usize) -> Option<Form> {
        self.lines.iter().find(|(_, lines)| lines.contains(&line)).map(|(form, _)| *form)
    }
}

/// The function as it is written for the macro.
#[must_use]
pub fn function(body: &Body) -> String {
    consumer(body, "")
}

/// The same with more options.
fn consumer(body: &Body, more: &str) -> String {
    let (parameters, output) = signature(body);
    let block = body.block.text(0);
    format!("{}\npub fn body({parameters}){output} {block}\n", attribute(body, more))
}

fn attribute(body: &Body, more: &str) -> String {
    let options = match (body.batch, body.reply) {
        (true, _) => ", batch",
        (_, true) => ", reply = u32",
        _ => "",
    };
    format!("#[consumer({}{options}{more})]", body.input.written())
}

/// What the bodies delegate to, as a block: it counts to `count`, and adds to `start`.
fn inner(body: &Body) -> String {
    let recv = if body.reply { "recv!(sum)" } else { "recv!()" };
    let number = match body.input {
        Input::Num => recv.to_owned(),
        Input::Guard => format!("eat({recv})"),
        Input::Str => format!("(word({recv}) as u32)"),
    };
    format!(
        "{{\nlet _held = guard(\"inner\");\nlet mut sum: u32 = start;\nfor _ in 0..count % 3u32 {{\n\
         let number: u32 = {number};\nlog(format!(\"inner {{number}}\"));\nsum = sum.wrapping_add(number);\n}}\nsum\n}}\n"
    )
}

/// The module of a body in some forms.
#[must_use]
pub fn module(index: u64, body: &Body, forms: &[Form], injection: Option<Injection>) -> Module {
    let mut module = Module::default();
    for form in forms {
        let start = module.text.matches('\n').count() + 1;
        let mut text = match form {
            Form::Plain => plain(body),
            Form::Consumer => consumer(body, ", mermaid = GRAPH"),
            Form::Coroutine => coroutine(body),
        };
        if let Some(injection) = injection.filter(|injection| injection.form == *form) {
            text = text.replace(injection.from, injection.to);
        }
        let uses = match form {
            Form::Consumer => "use coroutine_runtime::{consumer, on_close, recv};",
            Form::Plain => "use program::on_close;\nuse tests::blocking_recv as recv;",
            Form::Coroutine => {
                "use program::on_close;\nuse program::coroutine::Boxed;\nuse program::recv_resumed as recv;"
            }
        };
        let name = form.name();
        let delegates =
            if text.contains("delegate!") { delegate(*form, body) } else { String::new() };
        let _ = write!(
            module.text,
            "pub mod {name} {{\nuse program::prelude::*;\n{uses}\n{delegates}{text}}}\n"
        );
        let end = module.text.matches('\n').count() + 1;
        module.lines.push((*form, start..end));
    }
    module.text.push_str(&case(index, body, forms));
    module
}

/// `delegate!(inner(count, start))` of a form.
fn delegate(form: Form, body: &Body) -> String {
    let inner = inner(body);
    let parameters = "count: u32, start: u32";
    match form {
        Form::Consumer => format!(
            "use coroutine_runtime::delegate;\n{}\npub fn inner({parameters}) -> u32 {inner}",
            attribute(body, "")
        ),
        Form::Plain => format!(
            "macro_rules! delegate {{ ($($call:tt)*) => {{ $($call)* }} }}\n\
             pub fn inner({parameters}) -> u32 {inner}"
        ),
        // A coroutine yields from itself alone.
        Form::Coroutine => format!(
            "macro_rules! delegate {{ (inner($count:expr, $start:expr)) => {{{{\n\
             let (count, start): (u32, u32) = ($count, $start);\n{inner}}}}} }}\n"
        ),
    }
}

fn signature(body: &Body) -> (String, String) {
    let guard = if body.guarded { ", p: Guard" } else { "" };
    let output = match body.output {
        Ty::Unit => String::new(),
        output => format!(" -> {}", output.written()),
    };
    (format!("n: u32{guard}"), output)
}

fn reply(body: &Body) -> &'static str {
    if body.reply { "u32" } else { "()" }
}

fn plain(body: &Body) -> String {
    let (parameters, output) = signature(body);
    let (input, reply) = (body.input.owned(), reply(body));
    let block = body.block.text(0);
    format!(
        "type OracleInput = {input};\ntype OracleReply = {reply};\n\
         pub fn body({parameters}){output} {block}\n"
    )
}

/// The parameters become locals again: those that are captured would be dropped in another order.
fn coroutine(body: &Body) -> String {
    let (parameters, _) = signature(body);
    let (input, reply, output) = (body.input.owned(), reply(body), body.output.written());
    let guard = if body.guarded { "let p = p;\n" } else { "" };
    let block = body.block.text(0);
    format!(
        "pub fn body({parameters}) -> Boxed<{input}, {reply}, {output}> {{\n\
         Box::pin(#[coroutine] static move |_: Option<{input}>| -> {output} {{\n\
         let n = n;\n{guard}{block}\n}})\n}}\n"
    )
}

fn case(index: u64, body: &Body, forms: &[Form]) -> String {
    let guard = if body.guarded { ", guard(\"p\")" } else { "" };
    let mut text = String::from(
        "use program::drive::{Part, Schedule};\nuse program::harness::{self, Case};\n",
    );
    text.push_str("use program::prelude::*;\n");
    let _ = writeln!(text, "pub const CASE: Case = Case {{ index: {index}, schedules: &[");
    for schedule in &body.schedules {
        let parts = schedule.parts.iter().map(|part| match part {
            Part::Send(input) => format!("Part::Send({input}), "),
            Part::Feed(inputs) => format!("Part::Feed(&{inputs:?}), "),
        });
        let (parts, by_drop) = (parts.collect::<String>(), schedule.by_drop);
        let _ = writeln!(text, "Schedule {{ parts: &[{parts}], by_drop: {by_drop} }},");
    }
    text.push_str("], forms: &[\n");
    let input = body.input.owned();
    for form in forms {
        let name = form.name();
        let (run, graph) = match form {
            Form::Plain => (format!("harness::plain::<{input}, _>"), ""),
            Form::Consumer if body.batch => {
                (format!("harness::batch::<{input}, _>"), ", consumer::GRAPH")
            }
            Form::Consumer => (format!("harness::consumer::<{input}, _>"), ", consumer::GRAPH"),
            Form::Coroutine => ("program::coroutine::coroutine".to_owned(), ""),
        };
        let _ = writeln!(
            text,
            "(\"{name}\", |schedule| {run}(|| {name}::body(2{guard}), schedule{graph})),"
        );
    }
    text.push_str("] };\n");
    text
}
