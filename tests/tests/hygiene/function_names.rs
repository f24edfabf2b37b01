//! Functions called as what the expansion declares.

use tests::{both, guard, log, run};

named! {
    m5:
    #[consumer(u8)]
    fn start(start: u8) -> u8 {
        let start = start + recv!();
        let done = recv!();
        start + done
    }
}

named! {
    m6:
    #[consumer(u8)]
    fn done(done: u8) -> u8 {
        let start = done + recv!();
        let returned = recv!();
        start + returned
    }
}

named! {
    m7:
    #[consumer(u8)]
    fn receive(receive: u8) -> u8 {
        let output = receive + recv!();
        let receive = recv!();
        output + receive
    }
}

named! {
    m8:
    #[consumer(u8)]
    fn s(f: u8) -> u8 {
        let s = f + recv!();
        let g = recv!();
        g + s + f
    }
}

named! {
    m9:
    #[consumer(u8)]
    fn f(s: u8) -> u8 {
        let f = s + recv!();
        let g = recv!();
        g + f + s
    }
}

named! {
    m10:
    #[consumer(u8)]
    fn close(names: u8) -> u8 {
        let prime = names + recv!();
        let machine = recv!();
        machine + prime + names
    }
}

named! {
    m11:
    #[consumer(u8)]
    fn core(std: u8) -> u8 {
        let core = std + recv!();
        let coroutine_runtime = recv!();
        core + coroutine_runtime
    }
}

named! {
    m12:
    #[consumer(u8)]
    fn coroutine_runtime(core: u8) -> u8 {
        let coroutine_runtime = core + recv!();
        let std = recv!();
        std + coroutine_runtime
    }
}

named! {
    m13:
    #[consumer(u8)]
    fn step(x: u8) -> u8 {
        x + recv!()
    }
}

named! {
    m14:
    #[consumer(u8)]
    fn unprimed(x: u8) -> u8 {
        x + recv!()
    }
}

named! {
    m16:
    #[consumer(u8)]
    fn some(x: u8) -> Option<u8> {
        let some = Some(x + recv!());
        if recv!() > 3 { None } else { some }
    }
}

named! {
    m17:
    #[consumer(u8)]
    fn r#loop(r#fn: u8) -> u8 {
        let r#struct = recv!();
        let r#enum = recv!();
        r#struct + r#enum + r#fn
    }
}

named! {
    m18:
    #[consumer(u8)]
    fn _x(_y: u8) -> u8 {
        let _z = recv!();
        let __ = recv!();
        _y + _z + __
    }
}

named! {
    m20:
    #[consumer(u8)]
    fn i32(u8: u8) -> u8 {
        let i32: i32 = recv!() as i32;
        let y = recv!();
        u8 + i32 as u8 + y
    }
}

#[test]
fn each_function() {
    run!(m5(1), [1, 2]);
    run!(m6(1), [1, 2]);
    run!(m7(1), [1, 2]);
    run!(m8(1), [1, 2]);
    run!(m9(1), [1, 2]);
    run!(m10(1), [1, 2]);
    run!(m11(1), [1, 2]);
    run!(m12(1), [1, 2]);
    run!(m13(1), [1, 2]);
    run!(m16(1), [1, 2]);
    run!(m17(1), [1, 2]);
    run!(m18(1), [1, 2]);
    run!(m20(1), [1, 2]);
}
