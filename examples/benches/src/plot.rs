//! Bars in groups, as SVG.

use std::fmt::Write as _;

const COLOURS: [&str; 7] =
    ["#1b7837", "#5aae61", "#4575b4", "#d73027", "#f46d43", "#fdae61", "#888888"];
const LEFT: f64 = 90.0;
const WIDTH: f64 = 560.0;
const BAR: f64 = 9.0;

/// A group of bars: its name, and a value for each series.
pub(crate) type Group<'a> = (&'a str, Vec<Option<f64>>);

/// Horizontal bars on a logarithmic scale, so that half and double look alike. A line marks 1.
pub(crate) fn bars(title: &str, series: &[&str], groups: &[Group<'_>]) -> String {
    let values = || groups.iter().flat_map(|(_, values)| values.iter().flatten());
    let least = values().copied().fold(0.5, f64::min).ln();
    let most = values().copied().fold(2.0, f64::max).ln();
    let x = |value: f64| LEFT + (value.ln() - least) / (most - least) * WIDTH;
    let mut shapes = String::new();
    let mut y = 52.0;
    for (name, values) in groups {
        let _ = writeln!(shapes, r#"<text x="4" y="{:.0}">{name}</text>"#, y + BAR);
        for (value, colour) in values.iter().zip(COLOURS) {
            let Some(value) = value else { continue };
            let (from, to) = (x(1.0).min(x(*value)), x(1.0).max(x(*value)));
            let width = to - from;
            let _ = writeln!(
                shapes,
                r#"<rect x="{from:.1}" y="{y:.1}" width="{width:.1}" height="8" fill="{colour}"/><text x="{:.1}" y="{:.1}" font-size="8">{value:.2}</text>"#,
                to + 3.0,
                y + 7.0
            );
            y += BAR;
        }
        y += BAR;
    }
    for (at, (name, colour)) in series.iter().zip(COLOURS).enumerate() {
        let left = LEFT + 80.0 * f64::from(u8::try_from(at).unwrap_or(0));
        let _ = writeln!(
            shapes,
            r#"<rect x="{left}" y="28" width="8" height="8" fill="{colour}"/><text x="{}" y="36">{name}</text>"#,
            left + 12.0
        );
    }
    let one = x(1.0);
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{:.0}" height="{y:.0}" font-family="sans-serif" font-size="11">
<rect width="100%" height="100%" fill="white"/>
<text x="4" y="16" font-size="13">{title}</text>
{shapes}<path d="M{one:.1} 44V{y:.0}" stroke="black"/>
</svg>
"#,
        LEFT + WIDTH + 50.0
    )
}
