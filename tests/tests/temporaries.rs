//! Temporaries live to the end of their statement, over the waits in it.
#![deny(warnings)]
#![forbid(unsafe_code)]
#![expect(
    clippy::single_match,
    clippy::match_single_binding,
    reason = "the bodies show constructs that could be simpler"
)]

use tests::{both, guard, log, run};

both! {
    #[consumer(u8)]
    fn scrutinee_of_match() {
        match guard("temporary").id() {
            9 => {
                recv!();
                log("inside");
            }
            _ => {}
        }
        log("after");
    }
}

both! {
    #[consumer(u8)]
    fn whole_scrutinee() {
        match guard("temporary") {
            _ => {
                recv!();
                log("inside");
            }
        }
        log("after");
    }
}

both! {
    #[consumer(u8)]
    fn scrutinee_of_if_let() {
        if let Some(first) = guard("temporary").name.chars().next() {
            recv!();
            log(first);
        }
        log("after");
    }
}

both! {
    #[consumer(u8)]
    fn scrutinee_of_while_let() {
        let mut sum = 0;
        while let 9 = guard("temporary").id() {
            sum += recv!();
            if sum > 2 {
                break;
            }
            log("inside");
        }
        log("after");
    }
}

both! {
    #[consumer(u8)]
    fn head_of_for() {
        for index in 0..guard("two").id() {
            log(index + usize::from(recv!()));
        }
        log("after");
    }
}

// A `let` with a `&` of a temporary extends its life to the end of the block.
both! {
    #[consumer(u8)]
    fn extended() {
        let _borrowed = &guard("temporary");
        recv!();
        log("end");
    }
}

both! {
    #[consumer(u8)]
    fn left_operand() {
        let sum = guard("temporary").id() + usize::from(recv!());
        log(sum);
    }
}

// The value of a block outlives the block's locals.
both! {
    #[consumer(u8)]
    fn ignored_tail() {
        {
            let _local = guard("local");
            recv!();
            guard("tail")
        };
        log("end");
    }
}

#[test]
fn scrutinee_of_match() {
    run!(scrutinee_of_match(), [1]);
    run!(scrutinee_of_match(), []);
}

#[test]
fn whole_scrutinee() {
    run!(whole_scrutinee(), [1]);
}

#[test]
fn scrutinee_of_if_let() {
    run!(scrutinee_of_if_let(), [1]);
}

#[test]
fn scrutinee_of_while_let() {
    run!(scrutinee_of_while_let(), [1, 1, 1]);
}

#[test]
fn head_of_for() {
    run!(head_of_for(), [1, 1, 1]);
}

#[test]
fn extended() {
    run!(extended(), [1]);
}

#[test]
fn left_operand() {
    run!(left_operand(), [1]);
}

#[test]
fn ignored_tail() {
    run!(ignored_tail(), [1]);
}
