//! The arrows that pass other boxes run beside the column of boxes, each target's in a lane of its own: those to the same
//! place join on the way.

/// From which height to which a lane is taken.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub(super) top: i32,
    pub(super) bottom: i32,
}

impl Span {
    pub(super) fn reach(&mut self, y: i32) {
        self.top = self.top.min(y);
        self.bottom = self.bottom.max(y);
    }

    fn meets(self, other: Span) -> bool {
        self.top <= other.bottom && other.top <= self.bottom
    }
}

/// The lane of each span, counted from the boxes outwards. The shortest are the innermost, so that few cross others.
pub(super) fn assign(spans: &[Span]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..spans.len()).collect();
    order.sort_by_key(|&at| spans[at].bottom - spans[at].top);
    let mut taken: Vec<Vec<Span>> = Vec::new();
    let mut lanes = vec![0; spans.len()];
    for at in order {
        let is_free = |lane: &Vec<Span>| !lane.iter().any(|span| span.meets(spans[at]));
        let lane = taken.iter().position(is_free).unwrap_or(taken.len());
        if lane == taken.len() {
            taken.push(Vec::new());
        }
        taken[lane].push(spans[at]);
        lanes[at] = lane;
    }
    lanes
}
