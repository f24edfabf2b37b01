//! What each use of a number shows of its type: that of what it is added to; or nothing, and something else decides that is not
//! seen, such as the parameter of a function. A number of which nothing is seen but that has such a use is not known.

use super::known::Known;
use super::{Inference, Scope};
use crate::evident::is_comparison;
use crate::std_macros::{Arguments, Kind};
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, Type, parse_quote};

pub(super) struct Numbers<'i, 'b> {
    pub(super) inference: &'i mut Inference<'b>,
    pub(super) scope: &'i Scope,
}

impl Numbers<'_, '_> {
    /// Both sides have one type.
    fn alike(&mut self, one: &Expr, other: &Expr) {
        for (side, against) in [(one, other), (other, one)] {
            match self.inference.type_of(against, self.scope) {
                Some(known) => {
                    if let Some(local) = self.scope.local(side) {
                        self.inference.note_number(local, known);
                    }
                }
                None => self.tie(side),
            }
        }
    }

    /// The numbers that an expression has the type of have that of something that is not seen.
    pub(super) fn tie(&mut self, expr: &Expr) {
        match expr {
            Expr::Path(_) => self.inference.tied.extend(self.scope.local(expr)),
            Expr::Paren(inner) => self.tie(&inner.expr),
            Expr::Unary(unary) => self.tie(&unary.expr),
            Expr::Reference(inner) => self.tie(&inner.expr),
            Expr::Binary(binary) if !is_comparison(&binary.op) => {
                self.tie(&binary.left);
                if !matches!(binary.op, BinOp::Shl(_) | BinOp::Shr(_)) {
                    self.tie(&binary.right);
                }
            }
            Expr::Range(range) => {
                range.start.iter().chain(&range.end).for_each(|end| self.tie(end));
            }
            Expr::Tuple(tuple) => tuple.elems.iter().for_each(|elem| self.tie(elem)),
            Expr::Array(array) => array.elems.iter().for_each(|elem| self.tie(elem)),
            Expr::Repeat(repeat) => self.tie(&repeat.expr),
            Expr::If(expr) => {
                self.tie_tail(&expr.then_branch);
                if let Some((_, otherwise)) = &expr.else_branch {
                    self.tie(otherwise);
                }
            }
            Expr::Match(expr) => expr.arms.iter().for_each(|arm| self.tie(&arm.body)),
            Expr::Block(block) => self.tie_tail(&block.block),
            _ => {}
        }
    }

    fn tie_tail(&mut self, block: &syn::Block) {
        if let Some(syn::Stmt::Expr(tail, None)) = block.stmts.last() {
            self.tie(tail);
        }
    }

    /// What is put into a collection is what it is made of.
    fn put(&mut self, call: &syn::ExprMethodCall) {
        let Some(local) = self.scope.local(&call.receiver) else { return };
        let Some(Known::Open(of)) = self.inference.known[local].clone() else { return };
        let of_what = match call.method.to_string().as_str() {
            "push" | "push_back" | "push_front" | "insert" => {
                let types = call.args.iter().map(|arg| self.inference.type_of(arg, self.scope));
                types.collect::<Option<Vec<Known>>>()
            }
            _ => None,
        };
        let types = of_what.into_iter().flatten().map(Known::into_type);
        let types: Vec<Type> = types.collect();
        if !types.is_empty() {
            self.inference.note_number(local, Known::Type(parse_quote!(#of<#(#types),*>)));
        }
    }
}

impl<'ast> Visit<'ast> for Numbers<'_, '_> {
    fn visit_expr_binary(&mut self, binary: &'ast syn::ExprBinary) {
        use BinOp as B;
        let shifts = matches!(binary.op, B::Shl(_) | B::Shr(_) | B::ShlAssign(_) | B::ShrAssign(_));
        let logic = matches!(binary.op, B::And(_) | B::Or(_));
        if is_comparison(&binary.op) || !(shifts || logic) {
            self.alike(&binary.left, &binary.right);
        }
        visit::visit_expr_binary(self, binary);
    }
    fn visit_expr_assign(&mut self, assign: &'ast syn::ExprAssign) {
        self.alike(&assign.left, &assign.right);
        visit::visit_expr_assign(self, assign);
    }
    fn visit_expr_range(&mut self, range: &'ast syn::ExprRange) {
        if let (Some(start), Some(end)) = (&range.start, &range.end) {
            self.alike(start, end);
        }
        visit::visit_expr_range(self, range);
    }
    fn visit_expr_index(&mut self, index: &'ast syn::ExprIndex) {
        if let Some(local) = self.scope.local(&index.index) {
            self.inference.note_number(local, Known::Type(parse_quote!(usize)));
        }
        visit::visit_expr_index(self, index);
    }
    fn visit_expr_return(&mut self, value: &'ast syn::ExprReturn) {
        if let Some(value) = &value.expr {
            let output = self.inference.consumer.output.clone();
            self.inference.expect(value, &output, self.scope);
        }
        visit::visit_expr_return(self, value);
    }
    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        // A loop goes over it.
        if !super::known::ends_with(&call.func, "into_iter") {
            call.args.iter().for_each(|arg| self.tie(arg));
        }
        visit::visit_expr_call(self, call);
    }
    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        self.tie(&call.receiver);
        self.put(call);
        call.args.iter().for_each(|arg| self.tie(arg));
        visit::visit_expr_method_call(self, call);
    }
    fn visit_field_value(&mut self, field: &'ast syn::FieldValue) {
        self.tie(&field.expr);
        visit::visit_field_value(self, field);
    }
    fn visit_local(&mut self, local: &'ast syn::Local) {
        if let Some(init) = &local.init {
            self.tie(&init.expr);
        }
        visit::visit_local(self, local);
    }
    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        let shows = matches!(Kind::of(mac), Some(Kind::Format { .. }));
        for argument in Arguments::of(mac).iter().flat_map(Arguments::exprs) {
            if !shows {
                self.tie(argument);
            }
            Numbers { inference: self.inference, scope: self.scope }.visit_expr(argument);
        }
    }
    fn visit_expr_closure(&mut self, closure: &'ast syn::ExprClosure) {
        // It may do anything with what it mentions.
        struct All<'n, 'i, 'b>(&'n mut Numbers<'i, 'b>);
        impl<'ast> Visit<'ast> for All<'_, '_, '_> {
            fn visit_expr_path(&mut self, path: &'ast syn::ExprPath) {
                self.0.tie(&Expr::Path(path.clone()));
            }
        }
        All(self).visit_expr(&closure.body);
    }
    fn visit_item(&mut self, _: &'ast syn::Item) {}
}
