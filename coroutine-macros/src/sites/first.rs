//! Where an expression begins: whoever asks for the span of one that has a site is to be told what it is without.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Expr, Path, UnOp};

/// The span of the first token. (Printing all of them, as `Spanned` does, takes long.)
pub(super) fn first(expr: &Expr) -> Span {
    match expr {
        Expr::MethodCall(call) => first(&call.receiver),
        Expr::Call(call) => first(&call.func),
        Expr::Field(field) => first(&field.base),
        Expr::Index(index) => first(&index.expr),
        Expr::Binary(binary) => first(&binary.left),
        Expr::Assign(assign) => first(&assign.left),
        Expr::Cast(cast) => first(&cast.expr),
        Expr::Try(inner) => first(&inner.expr),
        Expr::Path(path) if path.qself.is_none() => first_of_path(&path.path),
        Expr::Macro(call) => first_of_path(&call.mac.path),
        Expr::Reference(lent) => lent.and_token.span,
        Expr::Unary(unary) => match &unary.op {
            UnOp::Deref(token) => token.span,
            UnOp::Not(token) => token.span,
            UnOp::Neg(token) => token.span,
            _ => expr.span(),
        },
        Expr::If(expr) => expr.if_token.span,
        Expr::Match(expr) => expr.match_token.span,
        Expr::Return(jump) => jump.return_token.span,
        Expr::Paren(inner) => inner.paren_token.span.open(),
        Expr::Tuple(tuple) => tuple.paren_token.span.open(),
        Expr::Array(array) => array.bracket_token.span.open(),
        _ => expr.span(),
    }
}

fn first_of_path(path: &Path) -> Span {
    match (&path.leading_colon, path.segments.first()) {
        (Some(colons), _) => colons.spans[0],
        (None, Some(segment)) => segment.ident.span(),
        (None, None) => Span::call_site(),
    }
}
