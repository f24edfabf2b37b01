//! Our macros where no value stands.

use crate::catalogue;
use crate::diagnostics::Errors;
use crate::lower::is_assignment;
use crate::markers::{Marker, invoked};
use crate::std_macros::Arguments;
use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::visit::{self, Visit};
use syn::{
    Block, Expr, ExprAssign, ExprBinary, ExprRepeat, GenericArgument, ItemFn, Macro, Pat, Type,
};

/// Reports each that is a pattern, or stands in a type, or among the arguments of the attribute.
pub(super) fn check(attribute: TokenStream, function: &ItemFn, errors: &mut Errors) {
    let mut misplaced = Misplaced(errors);
    misplaced.none_in(attribute, "type");
    misplaced.visit_item_fn(function);
}

struct Misplaced<'e>(&'e mut Errors);

impl Misplaced<'_> {
    fn none_in(&mut self, tokens: TokenStream, place: &str) {
        for name in invoked(tokens) {
            let error = catalogue::wait_where_no_value_stands(format!("{name}!"), place);
            self.0.instead_of_rustc(name, error);
        }
    }

    /// What is assigned to, or a part of it.
    fn assigned(&mut self, place: &Expr) {
        match place {
            Expr::Macro(mac) => {
                if let Some(marker) = Marker::of(&mac.mac) {
                    let error = catalogue::wait_assigned_to(marker.name());
                    self.0.instead_of_rustc(&mac.mac.path, error);
                }
            }
            Expr::Paren(inner) => self.assigned(&inner.expr),
            Expr::Group(inner) => self.assigned(&inner.expr),
            Expr::Tuple(tuple) => tuple.elems.iter().for_each(|elem| self.assigned(elem)),
            Expr::Array(array) => array.elems.iter().for_each(|elem| self.assigned(elem)),
            Expr::Call(call) => call.args.iter().for_each(|arg| self.assigned(arg)),
            Expr::Struct(of) => of.fields.iter().for_each(|field| self.assigned(&field.expr)),
            _ => {}
        }
    }
}

impl Visit<'_> for Misplaced<'_> {
    fn visit_pat(&mut self, pat: &Pat) {
        match pat {
            Pat::Macro(_) | Pat::Const(_) | Pat::Range(_) => {
                self.none_in(pat.to_token_stream(), "pattern");
            }
            Pat::Ident(binding) if is_receiver(&binding.ident) => {
                let name = &binding.ident;
                self.0.spanned(name.span(), catalogue::receiver_bound(name));
            }
            _ => {}
        }
        visit::visit_pat(self, pat);
    }
    fn visit_expr_repeat(&mut self, repeat: &ExprRepeat) {
        self.none_in(repeat.len.to_token_stream(), "constant");
        visit::visit_expr_repeat(self, repeat);
    }
    fn visit_expr_assign(&mut self, assign: &ExprAssign) {
        self.assigned(&assign.left);
        visit::visit_expr_assign(self, assign);
    }
    fn visit_expr_binary(&mut self, binary: &ExprBinary) {
        if is_assignment(&binary.op) {
            self.assigned(&binary.left);
        }
        visit::visit_expr_binary(self, binary);
    }
    fn visit_type(&mut self, ty: &Type) {
        self.none_in(ty.to_token_stream(), "type");
    }
    fn visit_generic_argument(&mut self, argument: &GenericArgument) {
        self.none_in(argument.to_token_stream(), "type");
    }
    // What is read of the arguments of a macro.
    fn visit_macro(&mut self, mac: &Macro) {
        match Marker::of(mac) {
            Some(Marker::Recv | Marker::Delegate) => {
                if let Ok(argument) = mac.parse_body::<Expr>() {
                    self.visit_expr(&argument);
                }
            }
            Some(Marker::OnClose) => {
                if let Ok(statements) = mac.parse_body_with(Block::parse_within) {
                    for statement in &statements {
                        self.visit_stmt(statement);
                    }
                }
            }
            None => {
                if let Some(arguments) = Arguments::of(mac) {
                    arguments.exprs().for_each(|argument| self.visit_expr(argument));
                    if let Some((_, pat, _)) = &arguments.pattern {
                        self.visit_pat(pat);
                    }
                }
            }
        }
    }
    // What stands in it is not part of the body.
    fn visit_item(&mut self, _: &syn::Item) {}
}

/// The names that a pattern cannot bind, though syn reads them as ones that it does.
fn is_receiver(ident: &Ident) -> bool {
    ["self", "Self", "super", "crate"].iter().any(|word| ident == word)
}
