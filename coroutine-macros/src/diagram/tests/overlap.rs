//! Nothing lies on anything else: not a box on a box, nor an arrow on a box, nor arrows to different places on one another.

use super::Random;
use crate::diagram::layout::{Picture, Shape, lay_out};
use crate::diagram::routes::Arrow;
use crate::diagram::text::width;

type Point = (i32, i32);

#[test]
fn nothing_lies_on_anything() {
    for seed in 0..1000 {
        let picture = lay_out(&Random::new(seed).graph());
        boxes_are_apart(&picture, seed);
        for (at, arrow) in picture.arrows.iter().enumerate() {
            for shape in &picture.boxes {
                assert!(
                    passes(arrow, shape),
                    "seed {seed}: {:?} and {:?}",
                    arrow.corners,
                    shape.node
                );
            }
            for other in &picture.arrows[..at] {
                assert!(
                    are_apart(arrow, other),
                    "seed {seed}: {:?} {:?}",
                    arrow.corners,
                    other.corners
                );
            }
            let within =
                |(x, y): &Point| (0..picture.width).contains(x) && (0..picture.height).contains(y);
            assert!(arrow.corners.iter().all(within), "seed {seed}: {:?}", arrow.corners);
        }
    }
}

fn boxes_are_apart(picture: &Picture, seed: u64) {
    for pair in picture.boxes.windows(2) {
        assert!(pair[0].bottom() + 20 <= pair[1].y, "seed {seed}");
    }
    for shape in &picture.boxes {
        assert!(shape.x > 0 && shape.right() < picture.width, "seed {seed}");
        assert!(shape.bottom() < picture.height, "seed {seed}");
        // Fonts of one width are no wider than three fifths of their size.
        let widths = shape.lines.iter().zip([13].into_iter().chain(std::iter::repeat(12)));
        for (line, size) in widths {
            let needs = i32::try_from(width(line)).expect("a short line") * size * 3 / 5;
            assert!(needs + 16 <= shape.width, "seed {seed}: {line}");
        }
    }
}

/// Each line of an arrow, from its lesser to its greater end.
fn lines(arrow: &Arrow) -> impl Iterator<Item = (Point, Point)> {
    arrow.corners.windows(2).map(|line| (line[0].min(line[1]), line[0].max(line[1])))
}

/// Whether an arrow goes into no box: it may touch its border.
fn passes(arrow: &Arrow, shape: &Shape) -> bool {
    lines(arrow).all(|((left, top), (right, bottom))| {
        right <= shape.x || left >= shape.right() || bottom <= shape.y || top >= shape.bottom()
    })
}

/// Whether two arrows have a stretch in common only where they have an end in common: they may cross.
fn are_apart(one: &Arrow, other: &Arrow) -> bool {
    if one.to == other.to {
        return true;
    }
    let shared_start = |x: i32, y: i32| one.from == other.from && one.corners[0].1 == y && x >= 0;
    lines(one).all(|((left, top), (right, bottom))| {
        lines(other).all(|((other_left, other_top), (other_right, other_bottom))| {
            let both_vertical = left == right && other_left == other_right && left == other_left;
            let both_level = top == bottom && other_top == other_bottom && top == other_top;
            let meet = left <= other_right
                && other_left <= right
                && top <= other_bottom
                && other_top <= bottom;
            !meet || !(both_vertical || both_level) || shared_start(left, top)
        })
    })
}
