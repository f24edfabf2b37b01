//! The least of a source that something is still wrong with.

use super::source::Source;
use super::tokens::{count, unwrapped, without};

/// Leaves out what it can while `fails` says that it does.
pub(super) fn shrink(mut source: Source, fails: impl Fn(&Source) -> bool) -> Source {
    if fails(&Source { attribute: proc_macro2::TokenStream::new(), ..source.clone() }) {
        source.attribute = proc_macro2::TokenStream::new();
    }
    loop {
        let before = count(&source.item);
        for length in [16, 8, 4, 3, 2, 1] {
            pass(&mut source, &fails, |item, number| without(item, number, length));
        }
        pass(&mut source, &fails, unwrapped);
        if count(&source.item) >= before {
            return source;
        }
    }
}

/// Tries a change at each token.
fn pass(
    source: &mut Source,
    fails: &impl Fn(&Source) -> bool,
    change: impl Fn(proc_macro2::TokenStream, usize) -> proc_macro2::TokenStream,
) {
    let mut number = 0;
    while number < count(&source.item) {
        let less = Source { item: change(source.item.clone(), number), ..source.clone() };
        if count(&less.item) < count(&source.item) && fails(&less) {
            *source = less;
        } else {
            number += 1;
        }
    }
}
