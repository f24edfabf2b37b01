//! What the ways are coerced to is kept over a wait, on each of them.
#![allow(clippy::all, clippy::pedantic, reason = "ordinary code, as it comes")]

use crate::support::{one, two, type_of};
use std::fmt::Display;
use std::rc::Rc;
use tests::{both, every, log};

both! {
    #[consumer(u8)]
    fn function() -> u8 {
        let f = if true && recv!() % 2 == 0 { one } else { two };
        let x = recv!();
        log(type_of(&f));
        f(x)
    }
}

both! {
    #[consumer(u8)]
    fn function_of_three() -> u8 {
        let f = match { if recv!() == 0 { recv!() } else { 1 } } {
            0 => one,
            1 => two,
            _ => u8::reverse_bits,
        };
        f(recv!())
    }
}

both! {
    #[consumer(u8)]
    fn boxed() -> String {
        let f = if recv!() == 0 && recv!() == 0 {
            Box::new(one) as Box<dyn Fn(u8) -> u8>
        } else {
            Box::new(two)
        };
        let shown: Rc<dyn Display> = if f(recv!()) == 1 { Rc::new(recv!()) } else { Rc::new("none") };
        format!("{shown} {}", f(recv!()))
    }
}

both! {
    #[consumer(u8)]
    fn out_of_a_loop() -> u8 {
        let f: fn(u8) -> u8 = loop {
            match recv!() {
                0 => break one,
                1 if recv!() == 0 => break two,
                2 => break |x| x ^ 9,
                _ => {}
            }
        };
        f(recv!())
    }
}

both! {
    #[consumer(u8)]
    fn assigned() -> u8 {
        let f: fn(u8) -> u8;
        if recv!() == 0 && recv!() == 0 {
            f = one;
        } else {
            f = two;
        }
        recv!();
        f(recv!())
    }
}

#[derive(Clone, Copy)]
struct Job<F> {
    run: F,
}

both! {
    #[consumer(u8)]
    fn function_in_a_struct() -> (usize, u8) {
        let job;
        if recv!() > 0 {
            recv!();
            job = Job { run: one as fn(u8) -> u8 };
        } else {
            recv!();
            job = Job { run: two };
        }
        (size_of_val(&job), (job.run)(3))
    }
}

both! {
    #[consumer(u8)]
    fn function_in_a_struct_that_is_kept() -> (usize, u8) {
        let job;
        if recv!() > 0 && recv!() > 0 {
            job = (Job { run: one as fn(u8) -> u8 }, 1u8);
        } else {
            job = (Job { run: two }, 2);
        }
        recv!();
        (size_of_val(&job), (job.0.run)(job.1))
    }
}

both! {
    #[consumer(u8)]
    fn functions_in_a_list() -> (usize, u8) {
        let name: &'static str = "of a static type";
        let jobs;
        if recv!() > 0 && recv!() > 0 {
            jobs = [two as fn(u8) -> u8];
        } else {
            jobs = [one];
        }
        recv!();
        (size_of_val(&jobs) + name.len(), jobs[0](recv!()))
    }
}

#[test]
fn each_is_as_in_the_plain_function() {
    every!(function_in_a_struct());
    every!(function_in_a_struct_that_is_kept());
    every!(functions_in_a_list());
    every!(function());
    every!(function_of_three());
    every!(boxed());
    every!(out_of_a_loop());
    every!(assigned());
}
