//! The jumps in a piece of the user's code: `return` and `?` end the transition, an exit goes to another block.

use crate::ir::as_exit;
use crate::std_macros::Arguments;
use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::visit::Visit;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Pat, Stmt, Token};

/// Code that can be rewritten.
pub(super) trait Rewrite: Clone + ToTokens {
    fn accept(&mut self, rewriter: &mut Rewriter<'_>);
}

impl Rewrite for Expr {
    fn accept(&mut self, rewriter: &mut Rewriter<'_>) {
        rewriter.visit_expr_mut(self);
    }
}
impl Rewrite for Stmt {
    fn accept(&mut self, rewriter: &mut Rewriter<'_>) {
        rewriter.visit_stmt_mut(self);
        splice(self);
    }
}
impl Rewrite for Pat {
    fn accept(&mut self, rewriter: &mut Rewriter<'_>) {
        rewriter.visit_pat_mut(self);
    }
}
impl Rewrite for Block {
    fn accept(&mut self, rewriter: &mut Rewriter<'_>) {
        rewriter.visit_block_mut(self);
    }
}

pub(super) struct Rewriter<'r> {
    /// Prints what ends the transition with a value.
    pub(super) complete: &'r dyn Fn(&TokenStream) -> TokenStream,
    /// Where the exits of the statement lead.
    pub(super) exits: &'r [TokenStream],
    /// Whether a loop of the expansion is around the code.
    pub(super) in_loop: bool,
    /// Whether a local of this name is stored in some state.
    pub(super) stored: &'r dyn Fn(&Ident) -> bool,
}

impl Rewriter<'_> {
    pub(super) fn rewrite(&mut self, code: &impl Rewrite) -> TokenStream {
        let mut code = code.clone();
        code.accept(self);
        code.into_token_stream()
    }
}

impl VisitMut for Rewriter<'_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        visit_mut::visit_block_mut(self, block);
        for stmt in &mut block.stmts {
            splice(stmt);
        }
    }

    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        if let Stmt::Macro(call) = stmt
            && self.in_loop
            && is_unknown(&call.mac)
            && as_exit(&call.mac).is_none()
            && call.semi_token.is_some()
        {
            // Of as many statements as it likes. A `break` in it must not mean a loop of the expansion.
            let label = syn::Lifetime::new("'own", Span::mixed_site());
            *stmt = Stmt::Expr(Expr::Verbatim(quote!(#label: { #call })), None);
            return;
        }
        if let Stmt::Macro(call) = stmt
            && (as_exit(&call.mac).is_some() || (self.in_loop && is_unknown(&call.mac)))
        {
            let (attrs, mac) = (std::mem::take(&mut call.attrs), call.mac.clone());
            *stmt = Stmt::Expr(Expr::Macro(syn::ExprMacro { attrs, mac }), call.semi_token);
        }
        visit_mut::visit_stmt_mut(self, stmt);
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        visit_mut::visit_expr_mut(self, expr);
        if let Expr::Group(group) = expr
            && matches!(*group.expr, Expr::Verbatim(_))
        {
            // What a macro kept together is one piece by itself now.
            *expr = std::mem::replace(&mut *group.expr, Expr::PLACEHOLDER);
        }
        if let Some(operand) = leading(expr)
            && matches!(operand, Expr::Verbatim(_))
        {
            // `match … {}` at the start of a statement would end it.
            let inner = Box::new(std::mem::replace(operand, Expr::PLACEHOLDER));
            *operand = parenthesized(inner);
        }
        if let Expr::Break(syn::ExprBreak { expr: Some(value), .. }) = expr
            && is_labelled(value)
        {
            // Behind `break`, a label would be the one to leave.
            let inner = std::mem::replace(value, Box::new(Expr::PLACEHOLDER));
            **value = parenthesized(inner);
        }
        if let Expr::Macro(call) = expr
            && let Some(index) = as_exit(&call.mac)
        {
            *expr = Expr::Verbatim(statement_block(&self.exits[index]));
            return;
        }
        if self.in_loop && matches!(expr, Expr::Macro(call) if is_unknown(&call.mac)) {
            // A `break` or `continue` in it must not mean a loop of the expansion: in a labelled block it is an error.
            let label = syn::Lifetime::new("'own", Span::mixed_site());
            *expr = Expr::Verbatim(quote!(#label: { #expr }));
            return;
        }
        if let Expr::Return(jump) = expr {
            let span = jump.return_token.span.resolved_at(Span::mixed_site());
            let nothing = || quote_spanned!(span=> ());
            let value = jump.expr.as_ref().map_or_else(nothing, ToTokens::to_token_stream);
            *expr = Expr::Verbatim(statement_block(&(self.complete)(&value)));
        } else if let Expr::Try(operand) = expr {
            *expr = Expr::Verbatim(self.question_mark(operand));
        }
    }

    // A stored local may be changed behind another `recv!()` only: whether its `mut` is needed, no lint can see here.
    fn visit_pat_ident_mut(&mut self, pat: &mut syn::PatIdent) {
        if let Some(token) = &mut pat.mutability
            && (self.stored)(&pat.ident)
        {
            token.span = token.span.resolved_at(Span::mixed_site());
        }
        visit_mut::visit_pat_ident_mut(self, pat);
    }

    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        let rewrites = |token: &str| mac.tokens.to_string().contains(token);
        if !(rewrites("?") || rewrites("return") || rewrites("__exit")) {
            return;
        }
        let Some(mut arguments) = Arguments::of(mac) else { return };
        arguments.exprs_mut().for_each(|expr| self.visit_expr_mut(expr));
        if let Some((_, _, Some((_, guard)))) = &mut arguments.pattern {
            self.visit_expr_mut(guard);
        }
        mac.tokens = arguments.into_token_stream();
    }

    // Functions of their own.
    fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
    fn visit_expr_async_mut(&mut self, _: &mut syn::ExprAsync) {}
    fn visit_expr_try_block_mut(&mut self, _: &mut syn::ExprTryBlock) {}
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

impl Rewriter<'_> {
    /// As rustc has it. What does not fit is reported at the `?`.
    fn question_mark(&self, question: &syn::ExprTry) -> TokenStream {
        let operand = &question.expr;
        let span = question.question_token.span.resolved_at(Span::mixed_site());
        let (value, output) = (Ident::new("value", span), Ident::new("output", span));
        let ends = as_arm(&(self.complete)(&output.to_token_stream()));
        quote_spanned! {span=>
            match ::coroutine_runtime::__private::question_mark(#operand) {
                ::core::result::Result::Ok(#value) => #value,
                ::core::result::Result::Err(#output) => #ends,
            }
        }
    }
}

/// `return value` of `return value;`, and a block of what is more than one statement.
fn as_arm(code: &TokenStream) -> TokenStream {
    let is_semi =
        |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ';');
    let mut tokens: Vec<TokenTree> = code.clone().into_iter().collect();
    if tokens.iter().filter(|token| is_semi(token)).count() == 1
        && tokens.last().is_some_and(is_semi)
    {
        tokens.pop();
        tokens.into_iter().collect()
    } else {
        statement_block(code)
    }
}

/// The operand that an expression starts with.
fn leading(expr: &mut Expr) -> Option<&mut Expr> {
    match expr {
        Expr::Binary(binary) => Some(&mut binary.left),
        Expr::MethodCall(call) => Some(&mut call.receiver),
        Expr::Field(field) => Some(&mut field.base),
        Expr::Index(index) => Some(&mut index.expr),
        Expr::Cast(cast) => Some(&mut cast.expr),
        Expr::Call(call) => Some(&mut call.func),
        Expr::Assign(assign) => Some(&mut assign.left),
        Expr::Range(range) => range.start.as_deref_mut(),
        _ => None,
    }
}

fn parenthesized(expr: Box<Expr>) -> Expr {
    let paren_token = syn::token::Paren::default();
    Expr::Paren(syn::ExprParen { attrs: Vec::new(), paren_token, expr })
}

/// `'own: { … }`
fn is_labelled(expr: &Expr) -> bool {
    let Expr::Verbatim(code) = expr else { return false };
    matches!(code.clone().into_iter().next(), Some(TokenTree::Punct(punct)) if punct.as_char() == '\'')
}

/// A macro whose expansion may be anything.
fn is_unknown(mac: &syn::Macro) -> bool {
    crate::std_macros::Kind::of(mac).is_none()
}

/// A jump that is a statement needs no block around its code.
fn splice(stmt: &mut Stmt) {
    let Stmt::Expr(expr, _) = &*stmt else { return };
    let code = match expr {
        // A `?` is a `match`, and its `;` stays.
        Expr::Verbatim(code) if is_block(code) => code.clone(),
        Expr::Block(expr) if expr.label.is_none() && expr.attrs.is_empty() => {
            match expr.block.stmts.as_slice() {
                [Stmt::Expr(first, Some(semi)), Stmt::Expr(Expr::Verbatim(jump), None)] => {
                    let jump = spliced(jump);
                    quote!({ #first #semi #jump })
                }
                [Stmt::Expr(Expr::Verbatim(jump), None)] => jump.clone(),
                _ => return,
            }
        }
        _ => return,
    };
    *stmt = Stmt::Expr(Expr::Verbatim(spliced(&code)), None);
}

fn spliced(code: &TokenStream) -> TokenStream {
    let mut tokens = code.clone().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::Brace => {
            group.stream()
        }
        _ => code.clone(),
    }
}

fn is_block(code: &TokenStream) -> bool {
    let mut tokens = code.clone().into_iter();
    matches!((tokens.next(), tokens.next()), (Some(TokenTree::Group(_)), None))
}

fn statement_block(code: &TokenStream) -> TokenStream {
    quote!({ #code })
}

/// Whether a condition binds anything.
pub(super) fn has_let(cond: &Expr) -> bool {
    struct Lets(bool);
    impl<'ast> Visit<'ast> for Lets {
        fn visit_expr_let(&mut self, _: &'ast syn::ExprLet) {
            self.0 = true;
        }
        fn visit_expr_block(&mut self, _: &'ast syn::ExprBlock) {}
        fn visit_expr_closure(&mut self, _: &'ast syn::ExprClosure) {}
    }
    let mut lets = Lets(false);
    lets.visit_expr(cond);
    lets.0
}

/// Whether `!cond` reads well: of what is no operator.
pub(super) fn negates(cond: &Expr) -> bool {
    match cond {
        Expr::Unary(unary) => matches!(unary.op, syn::UnOp::Not(_)),
        cond => is_operand(cond),
    }
}

fn is_operand(cond: &Expr) -> bool {
    matches!(
        cond,
        Expr::Path(_)
            | Expr::Call(_)
            | Expr::MethodCall(_)
            | Expr::Macro(_)
            | Expr::Paren(_)
            | Expr::Field(_)
    )
}

/// `!cond`, with parentheses where it needs them.
pub(super) fn negated(cond: &Expr, printed: &TokenStream) -> TokenStream {
    if is_operand(cond) {
        let not = Token![!](Span::mixed_site());
        quote!(#not #printed)
    } else {
        quote!(!(#printed))
    }
}
