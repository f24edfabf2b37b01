//! The text of a body, as a tree whose nodes know what may stand in their place.
//!
//! A node is a template with a `$` for each child. What Rust construct it is matters to the generator alone;
//! rendering and shrinking ask no more than its sort.

/// The type of an expression, or of a local.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ty {
    /// `()`
    Unit,
    /// `u32`
    Num,
    /// `bool`
    Flag,
    /// `String`
    Text,
    /// `tests::Guard`
    Guard,
    /// `Option<Guard>`
    MaybeGuard,
    /// `Option<u32>`
    MaybeNum,
    /// `Result<u32, String>`
    Checked,
    /// `struct Pair { a: Guard, b: u32 }`
    Pair,
    /// `(Guard, u32)`
    Tuple,
    /// `Vec<Guard>`
    Guards,
    /// `Vec<u32>`
    Nums,
    /// `[u32; 3]`
    Array,
    /// `Cell<u32>`
    Cell,
    /// A closure from `u32` to `u32`.
    Func,
    /// `&u32`
    Ref,
}

impl Ty {
    /// The least expression of the type, which shrinking puts in the place of others.
    #[must_use]
    pub fn least(self) -> Option<&'static str> {
        Some(match self {
            Ty::Unit => "()",
            Ty::Num => "1u32",
            Ty::Flag => "true",
            Ty::Text => "String::new()",
            Ty::Guard => "guard(\"s\")",
            Ty::MaybeGuard => "Some(guard(\"s\"))",
            Ty::MaybeNum => "Some(1u32)",
            Ty::Checked => "Ok(1u32)",
            Ty::Pair => "Pair { a: guard(\"s\"), b: 1u32 }",
            Ty::Tuple => "(guard(\"s\"), 1u32)",
            Ty::Guards => "vec![guard(\"s\")]",
            Ty::Nums => "vec![1u32]",
            Ty::Array => "[1u32, 2u32, 3u32]",
            Ty::Cell => "Cell::new(1u32)",
            Ty::Func | Ty::Ref => return None,
        })
    }

    /// Whether its drop shows in a trace.
    #[must_use]
    pub fn drops(self) -> bool {
        matches!(self, Ty::Guard | Ty::MaybeGuard | Ty::Pair | Ty::Tuple | Ty::Guards)
    }

    /// How the type is written.
    #[must_use]
    pub fn written(self) -> &'static str {
        match self {
            Ty::Unit => "()",
            Ty::Num => "u32",
            Ty::Flag => "bool",
            Ty::Text => "String",
            Ty::Guard => "Guard",
            Ty::MaybeGuard => "Option<Guard>",
            Ty::MaybeNum => "Option<u32>",
            Ty::Checked => "Result<u32, String>",
            Ty::Pair => "Pair",
            Ty::Tuple => "(Guard, u32)",
            Ty::Guards => "Vec<Guard>",
            Ty::Nums => "Vec<u32>",
            Ty::Array => "[u32; 3]",
            Ty::Cell => "Cell<u32>",
            Ty::Func | Ty::Ref => "_",
        }
    }
}

/// What may stand in the place of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Another expression of the type.
    Expr(Ty),
    /// Nothing, or what the blocks in it consist of.
    Stmt,
    /// Statements, and perhaps a value at the end, in braces.
    Block,
    /// Nothing else: an arm, a pattern with its guard.
    Part,
}

/// A piece of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What may stand in its place.
    pub sort: Sort,
    /// The text, with a `$` for each child. A block has none: its children stand in lines.
    pub template: String,
    /// In the order of the text.
    pub children: Vec<Node>,
}

impl Node {
    /// A node with as many children as its template has places.
    ///
    /// # Panics
    ///
    /// If it has not.
    pub fn new(
        sort: Sort,
        template: impl Into<String>,
        children: impl IntoIterator<Item = Node>,
    ) -> Self {
        let (template, children) = (template.into(), Vec::from_iter(children));
        assert_eq!(template.matches('$').count(), children.len(), "{template}");
        Node { sort, template, children }
    }

    /// Whether it waits anywhere.
    #[must_use]
    pub fn waits(&self) -> bool {
        let text = self.text(0);
        text.contains("recv!") || text.contains("delegate!")
    }

    /// Whether the guard of some match arm in it waits.
    #[must_use]
    pub fn waits_in_guard(&self) -> bool {
        let is_guarded = self.template.contains(" if $ =>");
        (is_guarded && self.children.first().is_some_and(Node::waits))
            || self.children.iter().any(Node::waits_in_guard)
    }

    /// An expression.
    pub fn expr(
        ty: Ty,
        template: impl Into<String>,
        children: impl IntoIterator<Item = Node>,
    ) -> Self {
        Self::new(Sort::Expr(ty), template, children)
    }

    /// A statement.
    pub fn stmt(template: impl Into<String>, children: impl IntoIterator<Item = Node>) -> Self {
        Self::new(Sort::Stmt, template, children)
    }

    /// Something that only its parent can have.
    pub fn part(template: impl Into<String>, children: impl IntoIterator<Item = Node>) -> Self {
        Self::new(Sort::Part, template, children)
    }

    /// A block.
    #[must_use]
    pub fn block(children: Vec<Node>) -> Self {
        Node { sort: Sort::Block, template: String::new(), children }
    }

    /// The text; inner lines are indented by `indent` steps.
    #[must_use]
    pub fn text(&self, indent: usize) -> String {
        let mut text = String::new();
        self.write(&mut text, indent);
        text
    }

    fn write(&self, text: &mut String, indent: usize) {
        if self.sort == Sort::Block {
            text.push('{');
            for child in &self.children {
                text.push('\n');
                text.push_str(&"    ".repeat(indent + 1));
                child.write(text, indent + 1);
            }
            text.push('\n');
            text.push_str(&"    ".repeat(indent));
            text.push('}');
            return;
        }
        let mut pieces = self.template.split('$');
        text.push_str(pieces.next().unwrap_or_default());
        for (child, piece) in self.children.iter().zip(pieces) {
            child.write(text, indent);
            text.push_str(piece);
        }
    }
}

#[cfg(test)]
mod tests_of_tree {
    use super::{Node, Ty};

    #[test]
    fn children_stand_in_their_places() {
        let one = || Node::expr(Ty::Num, "1u32", []);
        let sum = Node::expr(Ty::Num, "($ + $)", [one(), one()]);
        let block = Node::block(vec![Node::stmt("log($);", [sum]), one()]);
        assert_eq!(block.text(0), "{\n    log((1u32 + 1u32));\n    1u32\n}");
    }
}
