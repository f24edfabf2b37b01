//! Inputs for every way through a body.

/// Sends lists of inputs of three kinds, of each length up to five and long ones, and closes and drops behind each.
/// Some list has to reach the end of the body.
#[macro_export]
macro_rules! every {
    ($name:ident($($argument:expr),*)) => {
        let mut lists = vec![vec![]];
        for a in 0..3 {
            lists.push(vec![a]);
            for b in 0..3 {
                lists.push(vec![a, b]);
                for c in 0..3 {
                    lists.push(vec![a, b, c]);
                    lists.push(vec![a, b, c, b]);
                    lists.push(vec![a, b, c, b, a]);
                    lists.push(vec![a, b, c, b, a, c, 1, 0, 2]);
                    lists.push(vec![
                        a, b, c, b, a, c, 1, 0, 2, b, 1, a, c, 0, 1, 1, a, 2, b, 0, 1, c, 1, 1, 0, 1,
                    ]);
                }
            }
        }
        let mut completed = false;
        // One call for all of them: each costs time to compile.
        for (inputs, by_drop) in lists.iter().flat_map(|list| [(list, true), (list, false)]) {
            let trace = $crate::Run::compare(
                || $name::consumer($($argument),*),
                move || $name::plain::oracle($($argument),*),
                || match by_drop {
                    true => $crate::Schedule::drop(inputs.iter().copied()),
                    false => $crate::Schedule::close(inputs.iter().copied()),
                },
            );
            assert!(trace.iter().any(|line| line.starts_with("prime: Yielded")), "{trace:?}");
            completed |= trace.iter().any(|line| line.starts_with("send: Complete"));
        }
        assert!(completed, "no list of inputs reaches the end");
    };
}
