//! The graph as text: what the tests of the passes compare, and what to print when a pass is in doubt.

use super::{BasicBlock, BlockId, Body, Effects, Local, Terminator};
use crate::source::source;
use std::fmt::{self, Display, Formatter};

impl Display for Body {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (local, decl) in self.locals.iter() {
            let notes = [
                (decl.mutable, " mut"),
                (decl.plain, " plain"),
                (decl.lent, " lent"),
                (decl.may_borrow && !decl.lent && !decl.part, " may borrow"),
                (decl.owned, " owned"),
            ];
            let notes: String =
                notes.iter().filter(|(holds, _)| *holds).map(|(_, note)| *note).collect();
            writeln!(f, "{local:?} {} in {:?}{notes}", decl.ident, decl.scope)?;
        }
        let order = self.reverse_postorder([self.entry], |block| self.successors(block));
        for block in order {
            self.block(block, f)?;
        }
        Ok(())
    }
}

impl Body {
    fn block(&self, block: BlockId, f: &mut Formatter<'_>) -> fmt::Result {
        let BasicBlock { scope, taken, statements, terminator, .. } = &self.blocks[block];
        let taken = if taken.is_empty() { String::new() } else { format!(" taken {taken:?}") };
        writeln!(f, "{block:?} in {scope:?}{taken}:")?;
        for statement in statements {
            writeln!(f, "    {}{}", source(&statement.stmt), Shown(&statement.effects))?;
        }
        match terminator {
            Terminator::Unreachable => writeln!(f, "    unreachable"),
            Terminator::Goto(target) => writeln!(f, "    goto {target:?}"),
            Terminator::If { cond, effects, then, otherwise } => {
                writeln!(
                    f,
                    "    if {} -> {then:?} else {otherwise:?}{}",
                    source(cond),
                    Shown(effects)
                )
            }
            Terminator::Match { scrutinee, effects, arms } => {
                writeln!(f, "    match {}{}", source(scrutinee), Shown(effects))?;
                arms.iter().try_for_each(|arm| {
                    writeln!(f, "        {} -> {:?}", source(&arm.pat), arm.target)
                })
            }
            Terminator::Exec { stmt, effects, exits, next } => {
                writeln!(f, "    {} -> {next:?} or {exits:?}{}", source(stmt), Shown(effects))
            }
            Terminator::Suspend { suspension, .. } => {
                let point = &self.suspensions[*suspension];
                let reply = point
                    .reply
                    .as_ref()
                    .map_or_else(String::new, |reply| format!(" reply {}", source(reply)));
                writeln!(
                    f,
                    "    suspend {suspension:?} {}{reply} -> {:?}",
                    point.state, point.resume
                )
            }
            Terminator::Receive { suspension, resume } => {
                writeln!(f, "    receive {suspension:?} -> {resume:?}")
            }
            Terminator::Return { value, effects } => {
                let value = value.as_ref().map_or_else(|| "()".to_owned(), |value| source(value));
                writeln!(f, "    return {value}{}", Shown(effects))
            }
        }
    }
}

/// `  [binds _1, reads _0 _2]`
struct Shown<'e>(&'e Effects);

impl Display for Shown<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Effects { reads, consumes, assigns, binds, declares, takes_input, .. } = self.0;
        let list = |locals: &mut dyn Iterator<Item = String>| locals.collect::<Vec<_>>().join(" ");
        let plain = |locals: &[Local]| list(&mut locals.iter().map(|local| format!("{local:?}")));
        let certain = |locals: &std::collections::BTreeMap<Local, super::Certainty>| {
            list(&mut locals.iter().map(|(local, certainty)| match certainty {
                super::Certainty::Always => format!("{local:?}"),
                super::Certainty::Sometimes => format!("{local:?}?"),
            }))
        };
        let parts = [
            ("input", if *takes_input { " ".to_owned() } else { String::new() }),
            ("reads", list(&mut reads.iter().map(|local| format!("{local:?}")))),
            ("takes", certain(consumes)),
            ("assigns", certain(assigns)),
            ("binds", plain(binds)),
            ("declares", plain(declares)),
        ];
        let shown: Vec<String> = parts
            .iter()
            .filter(|(_, what)| !what.is_empty())
            .map(|(verb, what)| format!("{verb} {what}").trim().to_owned())
            .collect();
        if shown.is_empty() { Ok(()) } else { write!(f, "    [{}]", shown.join(", ")) }
    }
}
