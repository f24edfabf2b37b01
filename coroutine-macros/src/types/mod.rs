//! types: what type each local evidently has. A machine with a name has to say the types of what it stores, and a macro sees
//! those alone that are written, or that the syntax shows. Where it shows a type that is not the right one, rustc says so: the
//! transitions store the locals under it.

mod calls;
mod expr;
mod iterators;
mod known;
mod numbers;
mod pattern;
mod uses;

use crate::ir::{BlockId, Body, Effects, IndexVec, Local, Origin, ScopeId, Terminator};
use crate::parse::Consumer;
use known::Known;
use proc_macro2::Span;
use quote::ToTokens;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use syn::spanned::Spanned;
use syn::{Expr, Stmt, Type};

/// What is known of the types.
pub(crate) struct Types {
    types: IndexVec<Local, Option<Type>>,
    values: BTreeMap<Local, Value>,
}

/// What a local gets, where that is one expression.
pub(crate) struct Value {
    pub(crate) span: Span,
    /// The locals it is made of.
    uses: BTreeSet<Local>,
}

impl Value {
    fn new(expr: &Expr, scope: &Scope) -> Self {
        let tokens = expr.to_token_stream();
        let mentioned = |(name, _): &(&String, &Local)| crate::parse::mentions(&tokens, name);
        let uses = scope.mentioned.iter().filter(mentioned).map(|(_, local)| *local).collect();
        Value { span: expr.span(), uses }
    }
}

impl Types {
    pub(crate) fn of(&self, local: Local) -> Option<&Type> {
        self.types[local].as_ref()
    }

    /// `_1 count: usize`, of all that is stored.
    #[cfg(test)]
    pub(crate) fn describe(&self, body: &Body, layout: &crate::storage::Layout) -> String {
        let line = |local: &Local| {
            let ty = self.of(*local).map(|ty| crate::source::source(ty));
            format!("{local:?} {}: {}\n", body.locals[*local].ident, ty.unwrap_or_default())
        };
        layout.params.keys().map(line).collect()
    }

    /// Where the value of a local stands.
    pub(crate) fn value(&self, local: Local) -> Option<Span> {
        self.values.get(&local).map(|value| value.span)
    }

    /// Whether what is missing is the type of another local that is stored too.
    pub(crate) fn follows(
        &self,
        body: &Body,
        local: Local,
        is_stored: &dyn Fn(Local) -> bool,
    ) -> bool {
        let written = |other: &Local| match body.locals[*other].origin {
            Origin::Written => is_stored(*other),
            Origin::Value => false,
            Origin::Inner => true,
        };
        let value = self.values.get(&local);
        body.locals[local].origin == Origin::Value
            && value.is_some_and(|value| {
                value
                    .uses
                    .iter()
                    .any(|other| *other != local && written(other) && self.of(*other).is_none())
            })
    }
}

pub(crate) fn infer(consumer: &Consumer, body: &Body, order: &[BlockId]) -> Types {
    let mut inference = Inference {
        consumer,
        body,
        known: IndexVec::filled(body.locals.len(), None),
        values: BTreeMap::new(),
        tied: BTreeSet::new(),
        changed: true,
    };
    for (param, local) in consumer.params.iter().zip(body.locals.indices()) {
        inference.note(local, Some(Known::Type(crate::parse::as_one(param.ty.clone()))));
    }
    while std::mem::take(&mut inference.changed) {
        for &block in order {
            inference.block(block);
        }
        for scope in body.scopes.indices() {
            inference.handler(scope);
        }
    }
    let lifetime = sole_lifetime(consumer);
    let settle = |known: &Option<Known>| known.clone()?.settled(lifetime.as_ref());
    let mut types = IndexVec::new();
    for (local, known) in inference.known.iter() {
        let is_open = matches!(known, Some(Known::Integer | Known::Float));
        let is_seen = !is_open || !inference.tied.contains(&local);
        types.push(settle(known).filter(|_| is_seen));
    }
    Types { types, values: inference.values }
}

/// The one lifetime that a type can mean that leaves one out.
fn sole_lifetime(consumer: &Consumer) -> Option<syn::Lifetime> {
    let mut lifetimes = consumer.generics.lifetimes();
    let first = lifetimes.next()?.lifetime.clone();
    lifetimes.next().is_none().then_some(first)
}

struct Inference<'b> {
    consumer: &'b Consumer,
    body: &'b Body,
    known: IndexVec<Local, Option<Known>>,
    values: BTreeMap<Local, Value>,
    /// Numbers whose type may be that of something that is not seen.
    tied: BTreeSet<Local>,
    changed: bool,
}

/// The locals that the names in a piece of code mean.
struct Scope {
    /// Of what is there before.
    mentioned: HashMap<String, Local>,
    /// Of what it brings into scope: `x` of `let x = x;` is another one.
    bound: HashMap<String, Local>,
}

impl Scope {
    fn local(&self, expr: &Expr) -> Option<Local> {
        match expr {
            Expr::Path(path) => self.value(path.path.get_ident()?),
            Expr::Paren(inner) => self.local(&inner.expr),
            _ => None,
        }
    }

    /// What a name means where its value is used.
    fn value(&self, name: &syn::Ident) -> Option<Local> {
        let name = name.to_string();
        self.mentioned.get(&name).or_else(|| self.bound.get(&name)).copied()
    }

    /// What a pattern binds.
    fn named(&self, name: &syn::Ident) -> Option<Local> {
        let name = name.to_string();
        self.bound.get(&name).or_else(|| self.mentioned.get(&name)).copied()
    }

    /// `let x = x;`
    fn shadows(&self, name: &syn::Ident) -> bool {
        let name = name.to_string();
        self.bound.contains_key(&name) && self.mentioned.contains_key(&name)
    }
}

impl Inference<'_> {
    fn scope(&self, effects: &Effects) -> Scope {
        let named = |local: Local| (self.body.locals[local].ident.to_string(), local);
        let bound = effects.binds.iter().chain(&effects.declares).copied();
        Scope {
            mentioned: effects.mentions().map(named).collect(),
            bound: bound.map(named).collect(),
        }
    }

    fn note(&mut self, local: Local, known: Option<Known>) {
        let better = match (&self.known[local], &known) {
            (None, Some(_)) | (Some(Known::Open(_)), Some(Known::Type(_))) => true,
            (Some(Known::Integer), Some(Known::Type(_) | Known::Float))
            | (Some(Known::Float), Some(Known::Type(_))) => {
                known.as_ref().is_some_and(Known::is_number)
            }
            _ => false,
        };
        if better {
            self.known[local] = known;
            self.changed = true;
        }
    }

    fn block(&mut self, block: BlockId) {
        let data = &self.body.blocks[block];
        for statement in &data.statements {
            let scope = self.scope(&statement.effects);
            self.stmt(&statement.stmt, &scope);
        }
        match &data.terminator {
            Terminator::If { cond, effects, .. } => {
                let scope = self.scope(effects);
                self.condition(cond, &scope);
            }
            Terminator::Match { scrutinee, effects, arms } => {
                let scope = self.scope(effects);
                let known = self.type_of(scrutinee, &scope);
                self.numbers(scrutinee, &scope);
                for arm in arms {
                    self.bind(&arm.pat, known.clone(), &scope);
                }
            }
            Terminator::Exec { stmt, effects, .. } => {
                let scope = self.scope(effects);
                self.stmt(stmt, &scope);
            }
            Terminator::Suspend { suspension, .. } => {
                let point = &self.body.suspensions[*suspension];
                let scope = self.scope(&point.effects);
                if let Some(reply) = &point.reply {
                    self.expect(reply, &self.consumer.reply.clone(), &scope);
                    self.tied(reply, &scope);
                }
            }
            Terminator::Return { value: Some(value), effects } => {
                let scope = self.scope(effects);
                self.expect(value, &self.consumer.output.clone(), &scope);
                self.tied(value, &scope);
            }
            _ => {}
        }
    }

    fn stmt(&mut self, stmt: &Stmt, scope: &Scope) {
        match stmt {
            Stmt::Local(local) => {
                let init = local.init.as_ref().map(|init| &init.expr);
                self.bind_value(&local.pat, init.map(|init| &**init), scope);
                if let Some(init) = init {
                    if let syn::Pat::Ident(pat) = &local.pat
                        && let Some(local) = scope.named(&pat.ident)
                    {
                        let value = Value::new(written(init), scope);
                        self.values.insert(local, value);
                    }
                    self.link(&local.pat, init, scope);
                }
            }
            Stmt::Expr(expr @ Expr::Assign(assign), _) => {
                if let Some(local) = scope.local(&assign.left) {
                    let known = self.type_of(&assign.right, scope);
                    self.note(local, known);
                    let value = Value::new(&assign.right, scope);
                    self.values.entry(local).or_insert(value);
                }
                self.numbers(expr, scope);
            }
            Stmt::Expr(expr, _) => self.numbers(expr, scope),
            _ => {}
        }
    }

    /// A local has the type of what it is given, both ways.
    fn link(&mut self, pat: &syn::Pat, init: &Expr, scope: &Scope) {
        match pat {
            syn::Pat::Ident(pat)
                if scope.named(&pat.ident).is_some() && !scope.shadows(&pat.ident) =>
            {
                let name = &pat.ident;
                self.numbers(&syn::parse_quote!(#name = #init), scope);
            }
            syn::Pat::Type(_) => self.numbers(init, scope),
            _ => self.tied(init, scope),
        }
    }

    /// What a close handler shows of the numbers in it.
    fn handler(&mut self, scope: ScopeId) {
        let Some(handler) = &self.body.scopes[scope].handler else { return };
        let is_functions_own = self.body.scopes[scope].parent == Some(ScopeId::first());
        let scope = self.scope(&handler.effects);
        for stmt in &handler.block.stmts {
            match stmt {
                Stmt::Expr(value, None) if is_functions_own => {
                    self.expect(value, &self.consumer.output.clone(), &scope);
                    self.tied(value, &scope);
                }
                stmt => self.stmt(stmt, &scope),
            }
        }
    }

    /// `let PATTERN = a && let PATTERN = b`
    fn condition(&mut self, cond: &Expr, scope: &Scope) {
        match cond {
            Expr::Let(cond) => {
                let known = self.type_of(&cond.expr, scope);
                self.bind(&cond.pat, known, scope);
                self.numbers(&cond.expr, scope);
            }
            Expr::Binary(binary) if matches!(binary.op, syn::BinOp::And(_)) => {
                self.condition(&binary.left, scope);
                self.condition(&binary.right, scope);
            }
            cond => self.numbers(cond, scope),
        }
    }
}

/// The user's own part of `IntoIterator::into_iter(items)`.
fn written(init: &Expr) -> &Expr {
    match init {
        Expr::Call(call) if known::ends_with(&call.func, "into_iter") && call.args.len() == 1 => {
            &call.args[0]
        }
        init => init,
    }
}
