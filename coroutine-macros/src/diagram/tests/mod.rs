//! What is drawn of random graphs: it can be read, and nothing lies on anything.

mod overlap;
mod random;

use super::svg::Drawing;
use super::{Graph, text};
use random::Random;

impl Graph {
    /// All that is made of it: what the tests of the expansions compare.
    pub(crate) fn describe(&self) -> String {
        let (table, mermaid) = (self.full_table().join("\n"), self.mermaid());
        let picture = Drawing::new(self).to_string().replace("><", ">\n<");
        format!("{table}\n\n{mermaid}\n{picture}\n\n")
    }
}

#[test]
fn a_picture_is_well_formed() {
    for seed in 0..300 {
        let graph = Random::new(seed).graph();
        let picture = Drawing::new(&graph).to_string();
        let document = roxmltree::Document::parse(&picture)
            .unwrap_or_else(|error| panic!("seed {seed}: {error}\n{picture}"));
        let svg = document.root_element();
        assert_eq!(svg.attribute("role"), Some("img"));
        assert!(svg.first_element_child().is_some_and(|first| first.has_tag_name("title")));
        let named = svg.descendants().find(|node| node.has_attribute("id"));
        assert!(named.is_none(), "another picture on the page may have the same name");
        assert!(!picture.contains('\n'), "an empty line would end the block of HTML");
    }
}

#[test]
fn the_text_of_a_picture_is_the_users() {
    for seed in 0..300 {
        let graph = Random::new(seed).graph();
        let picture = Drawing::new(&graph).to_string();
        let document = roxmltree::Document::parse(&picture).expect("well formed");
        let texts: Vec<&str> = document
            .descendants()
            .filter(|node| node.has_tag_name("text"))
            .filter_map(|node| node.text())
            .collect();
        for state in &graph.states {
            assert!(texts.contains(&state.name.as_str()), "seed {seed}: {texts:?}");
            let source = text::short(&state.source, text::COLUMNS);
            assert!(texts.contains(&source.as_str()), "seed {seed}: {texts:?}");
        }
    }
}

#[test]
fn what_is_large_is_not_drawn() {
    let mut random = Random::new(1);
    let graph = random.graph_of(25, 1);
    let docs = graph.docs(true).to_string();
    assert!(!docs.contains("svg"), "{docs}");
    assert!(docs.contains("25 states are too many to draw."), "{docs}");
    let graph = random.graph_of(20, 400);
    assert!(!graph.docs(true).to_string().contains("svg"));
}

#[test]
fn a_picture_ends_before_what_follows() {
    let docs = Random::new(3).graph().drawn_docs().to_string();
    assert!(docs.ends_with(r#"doc = "")]"#), "{docs}");
}

#[test]
fn a_cell_of_the_table_ends_where_it_should() {
    assert_eq!(text::cell("a | b"), r"`a \| b`");
    assert_eq!(text::cell("'`'"), "`` '`' ``");
    assert_eq!(text::code("|x| x"), "`|x| x`");
}

#[test]
fn marks_of_mermaid_are_numbers() {
    assert_eq!(
        text::mermaid(r#"r#x: "{};" %% <b>"#),
        "r#35;x#58; #34;#123;#125;#59;#34; #37;#37; #60;b#62;"
    );
}

#[test]
fn what_is_too_long_ends_in_an_ellipsis() {
    assert_eq!(text::short("let x = recv!()", 15), "let x = recv!()");
    assert_eq!(text::short("let x = recv!()", 9), "let x =…");
    assert_eq!(text::width("値"), 2);
}
