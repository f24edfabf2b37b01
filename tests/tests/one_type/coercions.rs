//! The ways have types of their own, and are coerced to one.
#![expect(
    clippy::size_of_ref,
    clippy::never_loop,
    reason = "what a reference is coerced to has another size"
)]

use crate::support::type_of;
use std::fmt::Debug;
use std::rc::Rc;
use tests::{both, every, log};

both! {
    #[consumer(u8)]
    fn boxed() -> usize {
        let x = if recv!() == 0 {
            recv!();
            Box::new(1) as Box<dyn Debug>
        } else {
            Box::new(7u8)
        };
        log(type_of(&x));
        size_of_val(&x) + format!("{x:?}").len()
    }
}

trait Kind {
    fn kind(&self) -> &'static str;
}

struct Own;

impl Own {
    #[expect(clippy::unused_self, reason = "it hides the method of the trait")]
    fn kind(&self) -> &'static str {
        "its own"
    }
}

impl Kind for Own {
    fn kind(&self) -> &'static str {
        "the trait's"
    }
}

impl Kind for u8 {
    fn kind(&self) -> &'static str {
        "a byte's"
    }
}

// Which method is called depends on the type.
both! {
    #[consumer(u8)]
    fn hidden_method() -> &'static str {
        log(Own.kind());
        let x = if recv!() == 0 { Box::new(recv!()) as Box<dyn Kind> } else { Box::new(Own) };
        log(x.kind());
        recv!();
        x.kind()
    }
}

both! {
    #[consumer(u8)]
    fn shared() -> String {
        let x: Rc<dyn Debug> = match recv!() {
            0 => Rc::new(recv!()),
            1 => Rc::new("text"),
            _ => Rc::new([1, 2]),
        };
        let y = Rc::clone(&x);
        format!("{x:?} {y:?} {}", type_of(&y))
    }
}

both! {
    #[consumer(u8)]
    fn borrowed() -> String {
        let x = match recv!() {
            0 => &1u8 as &dyn Debug,
            1 => {
                recv!();
                &"text"
            }
            _ => &'c',
        };
        format!("{x:?} {}", size_of_val(&x))
    }
}

both! {
    #[consumer(u8)]
    fn hidden_by_its_own_name() -> usize {
        let x: Box<dyn Debug> = loop {
            if recv!() == 1 {
                break Box::new(1u8);
            }
            let x = String::from("ab");
            break Box::new(x);
        };
        log(recv!());
        format!("{x:?}").len()
    }
}

// The value of the function is coerced where it ends, and so is what is given again.
both! {
    #[consumer(u8)]
    fn returned() -> Box<dyn Debug> {
        let mut kept: Box<dyn Debug> = Box::new("kept");
        match recv!() {
            0 => return Box::new(recv!()),
            1 => kept = Box::new(recv!()),
            _ => {}
        }
        log(format!("{kept:?}"));
        if recv!() == 0 { Box::new(recv!()) } else { kept }
    }
}

#[test]
fn the_ways_have_one_type() {
    every!(boxed());
    every!(hidden_method());
    every!(shared());
    every!(borrowed());
    every!(hidden_by_its_own_name());
    every!(returned());
}
