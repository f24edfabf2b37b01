//! Forms that a lint minds, where they wait: a transition does not have them.

use crate::markers;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::BTreeMap;
use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, ExprBinary, ExprForLoop, ExprIf, ExprLet, ExprMatch, ExprWhile};
use syn::{Lit, Pat, Stmt, Type};

/// `x;`, `while true`, parentheses around a condition, a pattern that always matches, a comparison with a number that no input can be, a
/// `mut` that nothing needs.
pub(super) fn may_be_linted(body: &Block, input: &Type) -> bool {
    let mut forms = Forms { bounds: bounds(input), found: false };
    forms.visit_block(body);
    forms.found || has_idle_mut(body.to_token_stream())
}

struct Forms {
    /// The least input and the greatest one.
    bounds: Option<(i128, i128)>,
    found: bool,
}

impl Forms {
    fn head(&mut self, head: &Expr) {
        self.found |= matches!(head, Expr::Paren(inner) if markers::opens(&inner.expr));
    }
}

impl<'ast> Visit<'ast> for Forms {
    fn visit_stmt(&mut self, stmt: &'ast Stmt) {
        self.found |= matches!(stmt, Stmt::Expr(Expr::Path(_), Some(_)));
        visit::visit_stmt(self, stmt);
    }

    fn visit_expr_while(&mut self, expr: &'ast ExprWhile) {
        let always = matches!(&*expr.cond, Expr::Lit(cond) if matches!(&cond.lit, Lit::Bool(cond) if cond.value));
        self.found |= always;
        self.head(&expr.cond);
        visit::visit_expr_while(self, expr);
    }

    fn visit_expr_if(&mut self, expr: &'ast ExprIf) {
        self.head(&expr.cond);
        visit::visit_expr_if(self, expr);
    }

    fn visit_expr_match(&mut self, expr: &'ast ExprMatch) {
        self.head(&expr.expr);
        visit::visit_expr_match(self, expr);
    }

    fn visit_expr_for_loop(&mut self, expr: &'ast ExprForLoop) {
        self.head(&expr.expr);
        visit::visit_expr_for_loop(self, expr);
    }

    fn visit_expr_let(&mut self, expr: &'ast ExprLet) {
        let always = matches!(&*expr.pat, Pat::Ident(pat) if crate::resolve::is_binding(pat) && pat.subpat.is_none());
        self.found |= (always || matches!(&*expr.pat, Pat::Wild(_))) && markers::opens(&expr.expr);
        visit::visit_expr_let(self, expr);
    }

    fn visit_expr_binary(&mut self, expr: &'ast ExprBinary) {
        if let Some(bounds) = self.bounds {
            let tells_nothing = |input: &Expr, number: &Expr, above: bool| {
                markers::opens(input) && is_outside(&expr.op, number, above, bounds)
            };
            self.found |= tells_nothing(&expr.left, &expr.right, true)
                || tells_nothing(&expr.right, &expr.left, false);
        }
        visit::visit_expr_binary(self, expr);
    }
}

/// Whether every input compares alike with a number: `input < 0` of a `u8`. `input_first`: it stands left of the operator.
fn is_outside(op: &BinOp, with: &Expr, input_first: bool, (least, greatest): (i128, i128)) -> bool {
    let Some(with) = number(with) else { return false };
    let at_least = |is_or_equal: bool| if is_or_equal { with <= least } else { with < least };
    let at_most = |is_or_equal: bool| if is_or_equal { with >= greatest } else { with > greatest };
    match (op, input_first) {
        (BinOp::Eq(_) | BinOp::Ne(_), _) => at_least(false) || at_most(false),
        // `input < 0` never holds, and `input < 256` always does.
        (BinOp::Lt(_) | BinOp::Ge(_), true) | (BinOp::Gt(_) | BinOp::Le(_), false) => {
            at_least(true) || at_most(false)
        }
        (BinOp::Gt(_) | BinOp::Le(_), true) | (BinOp::Lt(_) | BinOp::Ge(_), false) => {
            at_least(false) || at_most(true)
        }
        _ => false,
    }
}

fn number(expr: &Expr) -> Option<i128> {
    match expr {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Int(number) => number.base10_parse().ok(),
            _ => None,
        },
        Expr::Unary(unary) if matches!(unary.op, syn::UnOp::Neg(_)) => {
            number(&unary.expr).map(|number| -number)
        }
        _ => None,
    }
}

/// Those of an integer of at most 64 bits.
fn bounds(input: &Type) -> Option<(i128, i128)> {
    let Type::Path(path) = input else { return None };
    let name = path.path.get_ident()?.to_string();
    let bits: u32 = name.get(1..)?.parse().ok()?;
    match (name.chars().next()?, bits) {
        ('u', 8 | 16 | 32 | 64) => Some((0, (1 << bits) - 1)),
        ('i', 8 | 16 | 32 | 64) => Some((-(1 << (bits - 1)), (1 << (bits - 1)) - 1)),
        _ => None,
    }
}

/// Whether a name is `mut`, and only ever read: no mention is assigned to, lent, indexed, or has a method called on it.
fn has_idle_mut(body: TokenStream) -> bool {
    let mut names: BTreeMap<String, Mentions> = BTreeMap::new();
    mentions(body, &mut names);
    names.values().any(|name| name.is_mut && !name.may_change)
}

#[derive(Default)]
struct Mentions {
    is_mut: bool,
    may_change: bool,
}

fn mentions(tokens: TokenStream, names: &mut BTreeMap<String, Mentions>) {
    let is_punct = |token: Option<&TokenTree>, one_of: &str| matches!(token, Some(TokenTree::Punct(punct)) if one_of.contains(punct.as_char()));
    let mut before: [Option<TokenTree>; 2] = [None, None];
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match &token {
            TokenTree::Group(group) => mentions(group.stream(), names),
            TokenTree::Ident(ident) => {
                let is_word = |token: &Option<TokenTree>, word: &str| matches!(token, Some(TokenTree::Ident(ident)) if ident == word);
                let name = names.entry(ident.to_string()).or_default();
                if is_word(&before[0], "mut") && !is_punct(before[1].as_ref(), "&") {
                    name.is_mut = true;
                } else {
                    let next = tokens.peek();
                    name.may_change |= is_word(&before[0], "mut")
                        || is_word(&before[0], "ref")
                        || is_punct(next, ".=[+-*/%^&|<>?!(")
                        || matches!(next, Some(TokenTree::Group(_)));
                }
            }
            _ => {}
        }
        before = [Some(token), before[0].take()];
    }
}
