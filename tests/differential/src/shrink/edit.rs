//! What a body may become that is smaller.

use super::parts;
use crate::body::Body;
use crate::tree::{Node, Sort};

/// What shrinking makes less.
pub(super) fn weight(body: &Body) -> usize {
    let options = usize::from(body.guarded) + usize::from(body.batch);
    let schedules = body.schedules.iter().map(parts::weight);
    body.block.text(0).len() * 4 + schedules.sum::<usize>() + options
}

/// All that one edit makes of it.
pub(super) fn candidates(body: &Body) -> Vec<Body> {
    let before = weight(body);
    let with = |block| Body { block, ..body.clone() };
    let mut all = edits(&body.block).into_iter().map(with).collect::<Vec<_>>();
    all.push(Body { guarded: false, ..body.clone() });
    let schedules = body.schedules.iter().map(parts::in_sends).collect();
    all.push(Body { batch: false, schedules, ..body.clone() });
    for (at, schedule) in body.schedules.iter().enumerate() {
        for smaller in parts::candidates(schedule) {
            let mut body = body.clone();
            body.schedules[at] = smaller;
            all.push(body);
        }
    }
    all.retain(|body| weight(body) < before);
    all
}

/// What a node may become.
fn edits(node: &Node) -> Vec<Node> {
    let mut all = Vec::new();
    if let Sort::Expr(ty) = node.sort {
        all.extend(ty.least().map(|least| Node::expr(ty, least, [])));
        inner(node, &mut |inner| inner.sort == node.sort, &mut all);
    }
    if node.sort == Sort::Block {
        all.extend(shorter(node));
    }
    for (at, child) in node.children.iter().enumerate() {
        for edited in edits(child) {
            let mut node = node.clone();
            node.children[at] = edited;
            all.push(node);
        }
    }
    all
}

/// The nodes below that may stand in this one's place.
fn inner(node: &Node, fits: &mut dyn FnMut(&Node) -> bool, all: &mut Vec<Node>) {
    for child in &node.children {
        if fits(child) {
            all.push(child.clone());
        }
        inner(child, fits, all);
    }
}

/// A block with statements left out, or with those of a block in one of them in its place.
fn shorter(block: &Node) -> Vec<Node> {
    let mut all = Vec::new();
    let children = &block.children;
    let mut length = children.len();
    while length > 0 {
        for start in (0..=children.len() - length).step_by(length.div_ceil(2)) {
            let range = start..start + length;
            if children[range.clone()].iter().all(removable) {
                let mut block = block.clone();
                block.children.drain(range);
                all.push(block);
            }
        }
        // Two are a value that is made, and its use.
        length = if length == 3 { 2 } else { length / 2 };
    }
    for child in children {
        let Some(name) = declared(child) else { continue };
        let mut block = block.clone();
        remove_mentions(&mut block, name);
        all.push(block);
    }
    // A handler keeps its place: behind the locals of its block, before a block with the rest.
    if handles(block) {
        return all;
    }
    for (at, child) in children.iter().enumerate() {
        if !matches!(child.sort, Sort::Stmt | Sort::Expr(_)) {
            continue;
        }
        let mut blocks = Vec::new();
        inner(child, &mut |inner| inner.sort == Sort::Block, &mut blocks);
        for unwrapped in blocks.into_iter().filter(|block| !handles(block)) {
            let mut block = block.clone();
            block.children.splice(at..=at, unwrapped.children);
            all.push(block);
        }
    }
    all
}

/// A statement, or a part of the body that is one: not an arm of a `match`.
fn removable(node: &Node) -> bool {
    node.sort == Sort::Stmt || (node.sort == Sort::Part && !node.template.contains("=>"))
}

/// The `x` of `let x`, `let mut x`.
fn declared(node: &Node) -> Option<&str> {
    let rest = node.template.strip_prefix("let ")?;
    let rest = rest.strip_prefix("mut ").unwrap_or(rest);
    let end = rest.find(|c: char| c != '_' && !c.is_alphanumeric())?;
    Some(&rest[..end]).filter(|name| !name.is_empty())
}

/// Leaves out the innermost statements that say a name.
fn remove_mentions(node: &mut Node, name: &str) {
    node.children.iter_mut().for_each(|child| remove_mentions(child, name));
    if node.sort == Sort::Block {
        node.children.retain(|child| !(removable(child) && mentions(&child.text(0), name)));
    }
}

fn mentions(text: &str, name: &str) -> bool {
    text.split(|c: char| c != '_' && !c.is_alphanumeric()).any(|word| word == name)
}

fn handles(block: &Node) -> bool {
    block.children.iter().any(|child| child.template.starts_with("on_close!"))
}
