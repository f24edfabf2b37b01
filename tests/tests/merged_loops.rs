//! Two ways meet inside of the scope of a local: on one it was restored, on the other just declared.
#![deny(warnings)]
#![forbid(unsafe_code)]

use tests::{both, guard, log, run};

both! {
    #[consumer(u8)]
    fn nested(rows: u8) -> u32 {
        let mut sum = 0;
        'rows: for row in 0..rows {
            let _row = guard(format!("row {row}"));
            let mut column = 0;
            loop {
                column += 1;
                while column % 3 == 1 {
                    let byte = recv!();
                    match byte {
                        0 => continue 'rows,
                        1 => break,
                        2 => break 'rows,
                        3 => continue,
                        4 => return sum,
                        _ => {}
                    }
                    sum += u32::from(byte);
                    column += 1;
                }
                log(format!("{row} {column} {sum}"));
                if column > 5 {
                    break;
                }
            }
        }
        sum + 1000
    }
}

#[test]
fn jumps_go_where_they_should() {
    run!(nested(3), [9, 9, 9, 9, 0, 4, 5, 6, 7, 8]);
    run!(nested(3), [9, 1, 9, 2, 0, 0]);
    run!(nested(1), [3, 3, 0, 1, 1, 9]);
}
