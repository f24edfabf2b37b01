//! Inputs for every way through a body.

/// Sends lists of inputs of three kinds, of each length up to five and long ones, and closes and drops behind each.
/// Some list has to reach the end of the body.
#[macro_export]
macro_rules! every {
    ($name:ident($($argument:expr),*)) => {
        let mut completed = false;
        $crate::run!($name($($argument),*), []);
        for a in 0..3 {
            $crate::run!($name($($argument),*), [a]);
            for b in 0..3 {
                $crate::run!($name($($argument),*), [a, b]);
                for c in 0..3 {
                    $crate::run!($name($($argument),*), [a, b, c]);
                    $crate::run!($name($($argument),*), [a, b, c, b]);
                    $crate::run!($name($($argument),*), [a, b, c, b, a]);
                    $crate::run!($name($($argument),*), [a, b, c, b, a, c, 1, 0, 2]);
                    let trace = $crate::run!(
                        $name($($argument),*),
                        [a, b, c, b, a, c, 1, 0, 2, b, 1, a, c, 0, 1, 1, a, 2, b, 0, 1, c, 1, 1, 0, 1]
                    );
                    completed |= trace.iter().any(|line| line.starts_with("send: Complete"));
                }
            }
        }
        assert!(completed, "no list of inputs reaches the end");
    };
}
