//! The line table of this very program: where a debugger can stop.

use super::bodies::{SOURCE, batched, counts};
use addr2line::Context;
use addr2line::gimli::{Dwarf, EndianSlice, Error, LittleEndian, SectionId};
use object::{Object, ObjectSection};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

type Bytes = EndianSlice<'static, LittleEndian>;

fn dwarf() -> Dwarf<Bytes> {
    let program = std::env::current_exe().and_then(fs::read).expect("this program can be read");
    let file = object::File::parse(&*Vec::leak(program)).expect("it is an object file");
    let section = |id: SectionId| -> Result<Bytes, Error> {
        let section = file.section_by_name(id.name());
        let bytes = section.and_then(|section| section.uncompressed_data().ok());
        Ok(EndianSlice::new(Vec::leak(bytes.unwrap_or_default().into_owned()), LittleEndian))
    };
    Dwarf::load(section).expect("it has debugging information")
}

/// For each line of the bodies, the addresses of the statements that begin there.
fn statements(dwarf: &Dwarf<Bytes>) -> BTreeMap<usize, Vec<u64>> {
    let mut found: BTreeMap<usize, Vec<u64>> = BTreeMap::new();
    let mut headers = dwarf.units();
    while let Some(header) = headers.next().expect("units") {
        let unit = dwarf.unit(header).expect("a unit");
        let Some(program) = unit.line_program.clone() else { continue };
        let mut rows = program.rows();
        while let Some((header, row)) = rows.next_row().expect("rows") {
            let Some(line) = row.line().filter(|_| row.is_stmt() && !row.end_sequence()) else {
                continue;
            };
            let file = row.file(header).expect("its file");
            let name = dwarf.attr_string(&unit, file.path_name()).expect("a name");
            if name.to_string_lossy().ends_with("bodies.rs") {
                let line = usize::try_from(line.get()).expect("a line of a file");
                found.entry(line).or_default().push(row.address());
            }
        }
    }
    found
}

/// The functions that an address is in, the inlined ones too.
fn functions(context: &Context<Bytes>, address: u64) -> Vec<String> {
    let mut frames = context.find_frames(address).skip_all_loads().expect("frames");
    let mut names = Vec::new();
    while let Some(frame) = frames.next().expect("a frame") {
        let name = frame.function.and_then(|name| name.demangle().ok().map(String::from));
        names.extend(name);
    }
    names
}

/// The lines of a consumer's body that do something, by their numbers: not those of delimiters alone.
fn lines_of(consumer: &str) -> Vec<usize> {
    let start = SOURCE.lines().position(|line| line.contains(&format!("fn {consumer}(")));
    let start = start.expect("the consumer is there");
    let indent = |line: &str| line.len() - line.trim_start().len();
    let lines: Vec<&str> = SOURCE.lines().collect();
    let body = (start + 1..).take_while(|at| indent(lines[*at]) > indent(lines[start]));
    let only_opens = ["loop {", "on_close! {", "} else {", "4 => {", "_ => {}", "}"];
    // What only waits, compares a local, or hands on a local or a constant, is no instruction of its own:
    // it is the line behind that is stopped at.
    let idle = ["match byte {", "let mut sum = 0;", "return None;", "total", "bytes"];
    let is_idle = |line: &str| line.ends_with("= recv!();") || idle.contains(&line);
    let does = |at: &usize| !only_opens.contains(&lines[*at].trim()) && !is_idle(lines[*at].trim());
    body.filter(does).map(|at| at + 1).collect()
}

#[test]
fn a_debugger_stops_at_each_line_of_a_body() {
    // What is not called has no code.
    counts(&["a"]).prime().send("a");
    batched(0).prime().feed(&[0, 1]);
    let dwarf = dwarf();
    let statements = statements(&dwarf);
    let context = Context::from_dwarf(dwarf).expect("a context");
    let mut missing = BTreeSet::new();
    let of = [
        ("outer", "outer"),
        ("inner", "inner"),
        ("counts", "counts"),
        ("batched", "batched"),
        ("message", "Message"),
        ("method", "method"),
    ];
    for (consumer, name) in of {
        for line in lines_of(consumer) {
            let addresses = statements.get(&line).map_or(&[][..], |addresses| addresses);
            let names = addresses.iter().flat_map(|address| functions(&context, *address));
            if !names.collect::<Vec<_>>().iter().any(|function| function.contains(name)) {
                missing.insert(format!(
                    "{line}: {}",
                    SOURCE.lines().nth(line - 1).unwrap_or_default()
                ));
            }
        }
    }
    assert!(missing.is_empty(), "no statement of the consumer begins at {missing:#?}");
}
