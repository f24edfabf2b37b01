//! Expressions in the heads of `if`, `while`, `match` and `for`, where a struct literal has to stand in parentheses.

use syn::{BinOp, Expr};

/// The same expression, as it may stand in a head: what it was taken from may have been no head, or have had parentheses around it.
pub(crate) fn head(mut expr: Expr) -> Expr {
    let shows = shows_struct(&expr);
    match &mut expr {
        Expr::Let(cond) => {
            let value = std::mem::replace(&mut *cond.expr, Expr::PLACEHOLDER);
            *cond.expr = head(value);
        }
        Expr::Binary(binary) if matches!(binary.op, BinOp::And(_) | BinOp::Or(_)) => {
            for side in [&mut binary.left, &mut binary.right] {
                let value = std::mem::replace(&mut **side, Expr::PLACEHOLDER);
                **side = head(value);
            }
        }
        _ if shows => {
            return Expr::Paren(syn::ExprParen {
                attrs: Vec::new(),
                paren_token: syn::token::Paren::default(),
                expr: Box::new(expr),
            });
        }
        _ => {}
    }
    expr
}

/// Whether there is a struct literal that no delimiters stand around.
fn shows_struct(expr: &Expr) -> bool {
    let optional = |expr: &Option<Box<Expr>>| expr.as_deref().is_some_and(shows_struct);
    match expr {
        Expr::Struct(_) => true,
        Expr::Assign(assign) => shows_struct(&assign.left) || shows_struct(&assign.right),
        Expr::Await(of) => shows_struct(&of.base),
        Expr::Binary(binary) => shows_struct(&binary.left) || shows_struct(&binary.right),
        // Of a value behind it, not everyone says that it stands in a head.
        Expr::Break(jump) => jump.expr.is_some(),
        Expr::Call(call) => shows_struct(&call.func),
        Expr::Cast(cast) => shows_struct(&cast.expr),
        Expr::Closure(closure) => shows_struct(&closure.body),
        Expr::Field(field) => shows_struct(&field.base),
        Expr::Group(group) => shows_struct(&group.expr),
        Expr::Index(index) => shows_struct(&index.expr),
        Expr::Let(cond) => shows_struct(&cond.expr),
        Expr::MethodCall(call) => shows_struct(&call.receiver),
        Expr::RawAddr(lent) => shows_struct(&lent.expr),
        Expr::Range(range) => optional(&range.start) || optional(&range.end),
        Expr::Reference(lent) => shows_struct(&lent.expr),
        Expr::Return(jump) => jump.expr.is_some(),
        Expr::Try(of) => shows_struct(&of.expr),
        Expr::Unary(unary) => shows_struct(&unary.expr),
        _ => false,
    }
}
