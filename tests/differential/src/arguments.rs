//! The command line.

use differential::generate::{Feature, Options};
use lexopt::prelude::{Long, Short, ValueExt as _};

/// What `--help` prints.
pub(crate) const HELP: &str = "\
usage: differential [--bodies N] [--seed S] [--only I] [--no-shrink] [--no-coroutine]
                    [--with FEATURE] [--without FEATURE] [--refusals]

    --bodies N         how many bodies to compare (300)
    --seed S           what they are made of (1)
    --only I           only this body of the seed, which is printed
    --no-shrink        do not make what is found small
    --no-coroutine     do not compare with the compiler's unstable coroutine
    --with FEATURE     let the bodies contain it, as `borrows`; `all` for everything
    --without FEATURE  do not
    --refusals         list and shrink what the macro refuses, too";

/// What is asked for.
pub(crate) struct Arguments {
    pub(crate) bodies: u64,
    pub(crate) seed: u64,
    pub(crate) only: Option<u64>,
    pub(crate) shrink: bool,
    pub(crate) coroutine: bool,
    pub(crate) refusals: bool,
    pub(crate) options: Options,
}

impl Arguments {
    /// Those of this process; none if help is asked for.
    pub(crate) fn from_env() -> Result<Option<Self>, lexopt::Error> {
        Self::of(lexopt::Parser::from_env())
    }

    fn of(mut parser: lexopt::Parser) -> Result<Option<Self>, lexopt::Error> {
        let mut arguments = Arguments {
            bodies: 300,
            seed: 1,
            only: None,
            shrink: true,
            coroutine: true,
            refusals: false,
            options: Options::default(),
        };
        while let Some(argument) = parser.next()? {
            match argument {
                Long("bodies") => arguments.bodies = parser.value()?.parse()?,
                Long("seed") => arguments.seed = parser.value()?.parse()?,
                Long("only") => arguments.only = Some(parser.value()?.parse()?),
                Long("no-shrink") => arguments.shrink = false,
                Long("no-coroutine") => arguments.coroutine = false,
                Long("refusals") => arguments.refusals = true,
                Long("with") => arguments.feature(&parser.value()?.string()?, true)?,
                Long("without") => arguments.feature(&parser.value()?.string()?, false)?,
                Long("help") | Short('h') => return Ok(None),
                other => return Err(other.unexpected()),
            }
        }
        Ok(Some(arguments))
    }

    fn feature(&mut self, name: &str, on: bool) -> Result<(), lexopt::Error> {
        if name == "all" {
            self.options = if on { Options::all() } else { Options::none() };
            return Ok(());
        }
        let known = Feature::ALL.into_iter().find(|feature| feature.name() == name);
        let Some(feature) = known else {
            let names = Feature::ALL.map(Feature::name).join(", ");
            return Err(format!("no feature is named `{name}`; there are {names}").into());
        };
        self.options.set(feature, on);
        Ok(())
    }
}

#[cfg(test)]
mod tests_of_arguments {
    use super::{Arguments, Feature};

    #[test]
    fn what_is_wrong_is_told() {
        let of = |arguments: &[&str]| Arguments::of(lexopt::Parser::from_args(arguments));
        assert!(of(&["--help"]).is_ok_and(|arguments| arguments.is_none()));
        let given = of(&["--seed", "7", "--with", "borrows"]).ok().flatten();
        assert!(given.is_some_and(|given| given.seed == 7 && given.options.has(Feature::Borrows)));
        for wrong in [&["--bodies", "many"][..], &["--bodies"], &["--with", "x"], &["5"]] {
            assert!(of(wrong).is_err(), "{wrong:?}");
        }
    }
}
