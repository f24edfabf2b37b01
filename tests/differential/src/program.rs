//! The generated program: a crate of its own, with some bodies in each of its binaries.

use crate::body::Body;
use crate::crash::crash;
use crate::diagnostics::{Blame, Diagnostic, Said};
use crate::render::{Form, Injection, Module, module};
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{env, fs, io};

/// Where a crate is built. Those that run at the same time need different ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Workshop {
    /// For the command.
    Run,
    /// For its shrinking.
    Shrink,
    /// For the test of a fixed seed.
    Fixed,
    /// For the test of the tester.
    Injected,
}

/// As many binaries are built at once.
const BINARIES: usize = 4;

impl Workshop {
    const ALL: [Workshop; 4] =
        [Workshop::Run, Workshop::Shrink, Workshop::Fixed, Workshop::Injected];

    fn name(self) -> &'static str {
        match self {
            Workshop::Run => "run",
            Workshop::Shrink => "shrink",
            Workshop::Fixed => "fixed",
            Workshop::Injected => "injected",
        }
    }

    /// How long a schedule may take. What is left of a loop while it is shrunk often does not end.
    pub(crate) fn patience(self) -> Duration {
        match self {
            Workshop::Run | Workshop::Fixed => Duration::from_secs(10),
            Workshop::Shrink | Workshop::Injected => Duration::from_secs(1),
        }
    }

    /// The crates that may use what is unstable, and no other: build scripts ask whether they may, and a list that
    /// changes would have the macro's dependencies built anew.
    fn unstable() -> String {
        let of = |workshop: Workshop| (0..BINARIES).map(move |at| workshop.binary(at));
        let binaries = Self::ALL.into_iter().flat_map(of).collect::<Vec<_>>();
        format!("program,{}", binaries.join(","))
    }

    fn binary(self, at: usize) -> String {
        format!("{}_{at}", self.name())
    }
}

/// A body in the program.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    pub(crate) index: u64,
    pub(crate) body: Body,
    /// Those that it is still compiled as; none if it is left out.
    pub(crate) forms: Vec<Form>,
    /// What is wrong with each form that it is not compiled as.
    pub(crate) faults: HashMap<Form, Diagnostic>,
}

/// Which units are in which of the binaries.
type Groups = BTreeMap<usize, Vec<usize>>;

/// Writes and builds crates.
pub(crate) struct Program {
    workshop: Workshop,
    injection: Option<Injection>,
    root: PathBuf,
}

/// A file's name that tells which unit it is: units of one build may have the same index.
fn file(unit: usize) -> String {
    format!("b{unit}.rs")
}

impl Program {
    pub(crate) fn new(workshop: Workshop, injection: Option<Injection>) -> Self {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let target =
            env::var_os("CARGO_TARGET_DIR").map_or(workspace.join("target"), PathBuf::from);
        let root = std::path::absolute(target.join("differential")).unwrap_or(target);
        Program { workshop, injection, root }
    }

    /// Builds the units, leaving out what does not compile; gives the binaries, and which units are in each.
    pub(crate) fn build(&self, units: &mut [Unit]) -> io::Result<Vec<(PathBuf, Vec<usize>)>> {
        self.write_crate()?;
        loop {
            let (modules, groups) = self.write(units)?;
            let (said, stderr) = self.cargo()?;
            if said.errors.is_empty() && said.executables.len() == groups.len() {
                let path = |at: &usize| said.executables[&self.workshop.binary(*at)].clone();
                return Ok(groups.iter().map(|(at, group)| (path(at), group.clone())).collect());
            }
            if !blame(units, &modules, &said.errors) && !self.crashed(units, &groups, &said)? {
                let errors = said.errors.iter().map(|error| error.rendered.as_str());
                let errors = errors.collect::<Vec<_>>().join("\n");
                return Err(io::Error::other(format!(
                    "the generated program does not build, for no body of it: if rustc {:?} has no \
                     coroutines as they are used in program/lib.rs, run with --no-coroutine\n{errors}\n{stderr}",
                    Workshop::unstable()
                )));
            }
        }
    }

    fn directory(&self) -> PathBuf {
        self.root.join(self.workshop.name())
    }

    fn write_crate(&self) -> io::Result<()> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let manifest = include_str!("../program/Cargo.toml.in")
            .replace("RUNTIME", &quoted(&here.join("../../coroutine-runtime")))
            .replace("TESTS", &quoted(&here.join("..")));
        let library = include_str!("../program/lib.rs")
            .replace("\"DRIVE\"", &quoted(&here.join("src/drive.rs")))
            .replace("\"HARNESS\"", &quoted(&here.join("src/harness.rs")))
            .replace("\"PRELUDE\"", &quoted(&here.join("src/prelude.rs")));
        let directory = self.directory();
        // What was generated before is no part of this.
        let _ = fs::remove_dir_all(directory.join("src/bin"));
        let _ = fs::remove_dir_all(directory.join("src/bodies"));
        fs::create_dir_all(directory.join("src/bin"))?;
        fs::create_dir_all(directory.join("src/bodies"))?;
        // The versions that the workspace has fetched are those that need no network.
        let lock = fs::read(here.join("../../Cargo.lock"))?;
        replace(&directory.join("Cargo.lock"), &lock)?;
        replace(&directory.join("Cargo.toml"), manifest.as_bytes())?;
        replace(&directory.join("src/lib.rs"), library.as_bytes())
    }

    fn write(&self, units: &[Unit]) -> io::Result<(Vec<Module>, Groups)> {
        let directory = self.directory();
        let mut modules = Vec::new();
        let mut groups = Groups::new();
        // The same units stay together, whatever is left out: a binary of which none changed is not built again.
        let per_binary = units.len().div_ceil(BINARIES).max(1);
        for (at, unit) in units.iter().enumerate() {
            let module = module(unit.index, &unit.body, &unit.forms, self.injection);
            if !unit.forms.is_empty() {
                let path = directory.join("src/bodies").join(file(at));
                replace(&path, module.text.as_bytes())?;
                groups.entry(at / per_binary).or_default().push(at);
            }
            modules.push(module);
        }
        for at in 0..BINARIES {
            let path = directory.join("src/bin").join(format!("{}.rs", self.workshop.binary(at)));
            match groups.get(&at) {
                Some(group) => replace(&path, main(group).as_bytes())?,
                None => drop(fs::remove_file(path)),
            }
        }
        Ok((modules, groups))
    }

    /// Leaves out the consumers at which rustc crashes; whether there are any.
    fn crashed(&self, units: &mut [Unit], groups: &Groups, said: &Said) -> io::Result<bool> {
        let mut any = false;
        for (at, group) in groups {
            if said.executables.contains_key(&self.workshop.binary(*at)) {
                continue;
            }
            for unit in group {
                if let Some(error) = crash(&self.directory(), said, &main(&[*unit]))? {
                    units[*unit].forms.retain(|form| *form == Form::Plain);
                    units[*unit].faults.insert(Form::Consumer, error);
                    any = true;
                }
            }
        }
        Ok(any)
    }

    fn cargo(&self) -> io::Result<(Said, String)> {
        let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .args(["build", "--offline", "--quiet", "--keep-going", "--message-format=json"])
            .arg("--target-dir")
            .arg(self.root.join("target"))
            .current_dir(self.directory())
            .env("RUSTC_BOOTSTRAP", Workshop::unstable())
            .env_remove("CARGO_TARGET_DIR")
            .stdin(Stdio::null())
            .output()?;
        let said = Said::of(&String::from_utf8_lossy(&output.stdout));
        Ok((said, String::from_utf8_lossy(&output.stderr).into_owned()))
    }
}

/// Leaves out the forms that do not compile; whether there are any.
fn blame(units: &mut [Unit], modules: &[Module], errors: &[Diagnostic]) -> bool {
    let mut blames = HashMap::<usize, Blame>::new();
    for error in errors {
        let Some((name, line)) = &error.place else { continue };
        let unit = name.strip_prefix('b').and_then(|name| name.strip_suffix(".rs"));
        let Some(unit) = unit.and_then(|unit| unit.parse::<usize>().ok()) else { continue };
        let Some(module) = modules.get(unit) else { continue };
        // What drives a form stands behind all of them; an error there is one of the macro's types.
        let form = module.form_at(*line).unwrap_or(Form::Consumer);
        let blame = blames.entry(unit).or_default();
        blame.by_form.entry(form).or_default().push(error.clone());
    }
    for (unit, blame) in &blames {
        let unit = &mut units[*unit];
        for form in [Form::Plain, Form::Consumer, Form::Coroutine] {
            if let Some(error) = blame.first(form) {
                unit.forms.retain(|left| *left != form);
                unit.faults.insert(form, error.clone());
            }
        }
        if unit.faults.contains_key(&Form::Plain) {
            unit.forms.clear();
        } else if unit.faults.contains_key(&Form::Consumer) {
            // Whether the body is Rust at all is still to be seen.
            unit.forms.retain(|form| *form == Form::Plain);
        }
    }
    !blames.is_empty()
}

fn main(group: &[usize]) -> String {
    let mut text = String::from(
        "#![feature(coroutines, coroutine_trait, stmt_expr_attributes, yield_expr)]\n\
         #![allow(warnings, arithmetic_overflow, unconditional_panic)]\n",
    );
    for unit in group {
        let _ = writeln!(text, "#[path = \"../bodies/{}\"]\nmod b{unit};", file(*unit));
    }
    text.push_str("fn main() {\n    program::harness::main(&[\n");
    for unit in group {
        let _ = writeln!(text, "        b{unit}::CASE,");
    }
    text.push_str("    ]);\n}\n");
    text
}

/// Writes a file, unless that is what it says: cargo would build it again.
fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    if fs::read(path).is_ok_and(|old| old == content) { Ok(()) } else { fs::write(path, content) }
}

/// As a string of Rust, and of TOML.
fn quoted(path: &Path) -> String {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    format!("{:?}", path.to_string_lossy())
}
