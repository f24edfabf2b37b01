//! Nothing branches: what is given behind a wait says the type of what stood there before it.

use crate::support::{Pair, type_of};
use tests::{both, every, log};

both! {
    #[consumer(u8)]
    fn replaced() -> (usize, u8) {
        let mut x = 0;
        let size = size_of_val(&x);
        x = recv!();
        (size, x)
    }
}

both! {
    #[consumer(u8)]
    fn shifted_first() -> u8 {
        let mut x = 255;
        let y = x << 1;
        log(type_of(&y));
        log(y);
        x = recv!();
        log(recv!());
        x
    }
}

both! {
    #[consumer(u8)]
    fn widened_first() -> i64 {
        let mut x = 200;
        let first = i64::from(x << 1);
        x = recv!();
        first * i64::from(x)
    }
}

both! {
    #[consumer(u8)]
    fn handed_on() -> u8 {
        let mut low = 128;
        let mut high = low;
        log(format_args!("{}", high << 1));
        low = recv!();
        high = recv!().wrapping_add(low);
        log(low);
        high
    }
}

both! {
    #[consumer(u8)]
    fn fields() -> usize {
        let mut pair = Pair { a: 255, b: 255 };
        log(i64::from(pair.b << 1));
        pair = Pair { a: recv!(), b: recv!() };
        log(pair.a);
        let mut list = [0, 255];
        log(i64::from(list[1] << 1));
        list = [recv!(); 2];
        size_of_val(&list) + usize::from(list[0])
    }
}

both! {
    #[consumer(u8)]
    fn taken_by_a_closure() -> u8 {
        let mut x = 255;
        log((1..3).map(|n| i64::from(x << n)).sum::<i64>());
        x = recv!();
        x
    }
}

// It is dead where it is read: only its type goes on.
both! {
    #[consumer(u8)]
    fn replaced_twice() -> i64 {
        let mut x = 255;
        let mut sum = i64::from(x << 1);
        recv!();
        x = 254;
        sum += i64::from(x << 1);
        recv!();
        x = recv!();
        sum + i64::from(x)
    }
}

#[test]
fn what_is_given_later_says_the_type() {
    every!(replaced());
    every!(shifted_first());
    every!(widened_first());
    every!(handed_on());
    every!(fields());
    every!(taken_by_a_closure());
    every!(replaced_twice());
}
