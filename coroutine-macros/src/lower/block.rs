//! Blocks and statements.

use super::{Dest, Lowerer};
use crate::ir::{Certainty, Effects, Exit, Handler, ScopeId, Terminator};
use crate::markers::{self, Marker};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Block, Expr, Local, Macro, Pat, Stmt};

impl Lowerer<'_> {
    /// A block that is opened, in a scope of its own.
    pub(super) fn block(&mut self, block: Block, dest: Dest) {
        self.in_scope(|lowerer| {
            let tail = tail(&block.stmts);
            let has_items = block.stmts.iter().any(|stmt| matches!(stmt, Stmt::Item(_)));
            if has_items {
                let rest = block.stmts.iter().rev().map(ToTokens::to_token_stream).collect();
                lowerer
                    .block_tokens
                    .push(super::BlockTokens { whole: block.to_token_stream(), rest });
            }
            for (index, stmt) in block.stmts.into_iter().enumerate() {
                match stmt {
                    Stmt::Macro(stmt) if Some(index) == tail => {
                        let expr = Expr::Macro(syn::ExprMacro { attrs: stmt.attrs, mac: stmt.mac });
                        lowerer.opened_statement(expr, dest);
                    }
                    Stmt::Expr(expr, None) if Some(index) == tail => {
                        lowerer.opened_statement(expr, dest);
                    }
                    stmt => lowerer.stmt(stmt),
                }
                if has_items && let Some(tokens) = lowerer.block_tokens.last_mut() {
                    tokens.rest.pop();
                }
            }
            if has_items {
                lowerer.block_tokens.pop();
            }
            if tail.is_none() {
                lowerer.unit(dest);
            }
        });
    }

    /// The value of what has none.
    pub(super) fn unit(&mut self, dest: Dest) {
        match dest {
            Dest::Ignore => {}
            Dest::Local(local) => self.assign(local, syn::parse_quote!(())),
            Dest::Return => {
                self.terminate(Terminator::Return { value: None, effects: Effects::default() });
                self.diverge();
            }
        }
    }

    /// A statement of its own, whose temporaries end with it.
    fn opened_statement(&mut self, expr: Expr, dest: Dest) {
        self.source = head(&expr);
        self.in_scope(|lowerer| lowerer.expr(expr, dest));
    }

    /// The compiler decides later whether such a statement is there at all; a state cannot be there or not.
    pub(super) fn refuse_cfg(&mut self, attrs: &[syn::Attribute], waits: bool) {
        for attr in attrs {
            if waits && (attr.path().is_ident("cfg") || attr.path().is_ident("cfg_attr")) {
                let error = "what waits cannot be configured away: put the `#[cfg]` on the function, or on what comes between";
                self.errors.at(attr, error);
            }
        }
    }

    fn stmt(&mut self, stmt: Stmt) {
        match &stmt {
            Stmt::Local(local) => {
                let waits = local.init.as_ref().is_some_and(|init| markers::opens(&init.expr));
                self.refuse_cfg(&local.attrs, waits);
            }
            Stmt::Expr(expr, _) => self.refuse_cfg(attributes(expr), markers::opens(expr)),
            Stmt::Macro(stmt) => self.refuse_cfg(&stmt.attrs, markers::macro_opens(&stmt.mac)),
            Stmt::Item(_) => {}
        }
        match stmt {
            Stmt::Item(item) => self.item(item),
            Stmt::Macro(stmt) if Marker::of(&stmt.mac) == Some(Marker::OnClose) => {
                self.handler(&stmt.mac);
            }
            Stmt::Expr(Expr::Macro(expr), _) if Marker::of(&expr.mac) == Some(Marker::OnClose) => {
                self.handler(&expr.mac);
            }
            Stmt::Macro(stmt) if markers::macro_opens(&stmt.mac) => {
                let expr = Expr::Macro(syn::ExprMacro { attrs: stmt.attrs, mac: stmt.mac });
                self.opened_statement(expr, Dest::Ignore);
            }
            Stmt::Local(local) => self.local(local),
            Stmt::Expr(expr, Some(_)) if self.opens(&expr) && gives_value(&expr) => {
                self.source = head(&expr);
                // Its value is dropped behind all that is in it.
                self.in_scope(|lowerer| {
                    let value = lowerer.declared("value");
                    lowerer.expr(expr, Dest::Local(value));
                });
            }
            Stmt::Expr(expr, _) if self.opens(&expr) || is_jump(&expr) => {
                self.opened_statement(expr, Dest::Ignore);
            }
            mut stmt => {
                let effects = self.resolver().statement(&mut stmt);
                self.push(stmt, effects);
            }
        }
    }

    /// `let PATTERN: T = init else { … };`
    fn local(&mut self, mut local: Local) {
        let scope = self.scope;
        let plain_type =
            matches!(&local.pat, Pat::Type(typed) if crate::evident::is_plain_type(&typed.ty));
        let Some(mut init) = local.init.take() else {
            let locals = self.bind_pattern(&mut local.pat, scope, plain_type);
            if let (Pat::Type(typed), [local]) = (&local.pat, &*locals) {
                self.body.locals[*local].ty = Some(typed.ty.clone());
            }
            let effects = Effects { declares: locals, ..Effects::default() };
            self.push(Stmt::Local(local), effects);
            return;
        };
        if let Expr::Reference(_) = &*init.expr {
            // `let x = &make();` keeps what is made as long as `x`.
            self.keep_temporaries(&mut init.expr);
        }
        let opens = self.opens(&init.expr);
        let else_opens = init.diverge.as_ref().is_some_and(|(_, diverge)| markers::opens(diverge));
        if !opens && !else_opens {
            self.finish_let(local, init, scope, plain_type);
            return;
        }
        self.source = format!("let {} = {}", source(&local.pat), head(&init.expr));
        if markers::count(&init.expr) == 1 {
            self.waits_for = sole_binding(&local.pat);
        }
        let mark = self.env.mark();
        let (outer, opening) = (self.scope, self.current);
        self.scope = self.new_scope(Some(outer));
        let inside = self.new_block();
        self.continue_in(inside);

        // `let x = if … { recv!() } else { … }` assigns `x` on each way.
        let simple = simple_binding(&local.pat)
            .filter(|_| opens && init.diverge.is_none() && is_control(&init.expr));
        if let Some((ident, mutable)) = simple {
            let new = self.new_local_in(scope, &ident, mutable, plain_type);
            let ty = if let Pat::Type(typed) = &local.pat { Some(&typed.ty) } else { None };
            self.body.locals[new].ty = ty.cloned();
            let mut name = self.body.locals[new].ident.clone();
            name.set_span(ident.span());
            let mutability = mutable.then(|| quote!(mut));
            let colon = ty.map(|ty| quote!(: #ty));
            let declaration = syn::parse_quote!(let #mutability #name #colon;);
            let at = (self.current, self.body.blocks[self.current].statements.len());
            self.push(declaration, Effects { declares: vec![new], ..Effects::default() });
            let before = std::mem::take(&mut self.body.may_diverge);
            self.expr(*init.expr, Dest::Local(new));
            if self.body.may_diverge
                && let Stmt::Local(declaration) = &mut self.body.blocks[at.0].statements[at.1].stmt
            {
                // Used only behind what never comes back, as far as one transition shows.
                declaration.attrs.push(syn::parse_quote!(#[allow(unused_variables)]));
            }
            self.body.may_diverge |= before;
            self.leave_statement(outer, mark);
            self.env.bind(ident.to_string(), new);
            return;
        }
        let temporaries = self.temporaries;
        if opens {
            *init.expr = self.operand(*init.expr);
        }
        if self.temporaries > temporaries {
            // They are dropped at the end of the statement, which the bindings outlive.
            let value = self.declared_in(outer, opening, "value");
            self.expr(*init.expr, Dest::Local(value));
            self.leave_statement(outer, mark);
            self.env.bind(self.body.locals[value].ident.to_string(), value);
            *init.expr = self.mention(value);
        } else {
            self.scope = outer;
        }
        if else_opens {
            self.finish_let_else(local, init, scope);
        } else {
            self.finish_let(local, init, scope, plain_type);
        }
        let behind = self.new_block();
        self.continue_in(behind);
    }

    fn leave_statement(&mut self, outer: ScopeId, mark: crate::resolve::Mark) {
        self.scope = outer;
        self.env.leave(mark);
        let behind = self.new_block();
        self.continue_in(behind);
    }

    /// A `let` whose initializer does not suspend any more.
    fn finish_let(
        &mut self,
        mut local: Local,
        mut init: syn::LocalInit,
        scope: ScopeId,
        plain_type: bool,
    ) {
        let plain = plain_type || self.is_plain(&init.expr);
        let borrows = self.borrowed_local(&init.expr);
        let number = match &local.pat {
            Pat::Type(typed) => crate::evident::is_number_type(&typed.ty),
            pat => simple_binding(pat).is_some() && self.is_number(&init.expr),
        };
        let open_type =
            !matches!(local.pat, Pat::Type(_)) && crate::evident::leaves_type_open(&init.expr);
        let owned = match &local.pat {
            Pat::Type(typed) => crate::evident::is_owned_type(&typed.ty),
            pat => simple_binding(pat).is_some() && crate::evident::is_owned_expr(&init.expr),
        };
        let mut effects = self.resolver().initializer(
            &local.pat,
            &mut init.expr,
            init.diverge.as_mut().map(|(_, d)| &mut **d),
        );
        effects.binds = self.bind_pattern(&mut local.pat, scope, plain);
        for &bound in &effects.binds {
            self.body.locals[bound].borrows = borrows;
            self.body.locals[bound].owned = owned;
            self.body.locals[bound].number = number;
            self.body.locals[bound].open_type = open_type;
        }
        local.init = Some(init);
        self.push(Stmt::Local(local), effects);
    }

    /// `let PATTERN = init else { … recv!() … };`: the `else` block is one of ours.
    fn finish_let_else(&mut self, mut local: Local, mut init: syn::LocalInit, scope: ScopeId) {
        let Some((token, diverge)) = init.diverge.take() else {
            unreachable!("called on a `let … else`")
        };
        let (here, otherwise) = (self.current, self.new_block());
        // The `else` block does not see the bindings.
        self.current = otherwise;
        self.expr(*diverge, Dest::Ignore);
        self.current = here;

        let mut effects = self.resolver().initializer(&local.pat, &mut init.expr, None);
        effects.exits.push(Exit { target: otherwise, value: None });
        let exit = crate::ir::exit(effects.exits.len() - 1);
        init.diverge = Some((token, Box::new(crate::ir::exit_block(exit))));
        effects.binds = self.bind_pattern(&mut local.pat, scope, false);
        local.init = Some(init);
        self.push(Stmt::Local(local), effects);
    }

    fn handler(&mut self, mac: &Macro) {
        let path = &mac.path;
        let mut block = match mac.parse_body_with(Block::parse_within) {
            Ok(stmts) => Block { brace_token: syn::token::Brace::default(), stmts },
            Err(error) => return self.errors.push(error),
        };
        let waits = markers::spans(&block);
        for span in &waits {
            let error =
                "a close handler cannot wait: nothing is sent to a consumer that is being closed";
            self.errors.spanned(*span, error);
        }
        if !waits.is_empty() {
            return;
        }
        let scope = self.scope;
        if self.body.scopes[scope].handler.is_some() {
            let error = "a block has one close handler: put both into one `on_close!`";
            self.errors.at(path, error);
            return;
        }
        let effects = self.resolver().handler(&mut block);
        self.body.scopes[scope].handler = Some(Handler { block, effects });
    }

    pub(super) fn assign(&mut self, local: crate::ir::Local, mut value: Expr) {
        let mut effects = self.resolver().value(&mut value);
        effects.assign(local, Certainty::Always);
        let ident = self.body.locals[local].ident.clone();
        self.push(crate::ir::assign_stmt(&ident, value), effects);
    }
}

/// The statement that is the block's value: its last expression, a handler behind it aside.
fn tail(stmts: &[Stmt]) -> Option<usize> {
    let is_handler = |stmt: &Stmt| match stmt {
        Stmt::Macro(stmt) => Marker::of(&stmt.mac) == Some(Marker::OnClose),
        Stmt::Expr(Expr::Macro(expr), _) => Marker::of(&expr.mac) == Some(Marker::OnClose),
        _ => false,
    };
    let last = stmts.iter().rposition(|stmt| !is_handler(stmt))?;
    matches!(
        &stmts[last],
        Stmt::Expr(_, None) | Stmt::Macro(syn::StmtMacro { semi_token: None, .. })
    )
    .then_some(last)
}

/// `x` or `mut x`, with or without a type.
fn simple_binding(pat: &Pat) -> Option<(proc_macro2::Ident, bool)> {
    match pat {
        Pat::Type(typed) => simple_binding(&typed.pat),
        Pat::Ident(pat)
            if pat.by_ref.is_none() && pat.subpat.is_none() && crate::resolve::is_binding(pat) =>
        {
            Some((pat.ident.clone(), pat.mutability.is_some()))
        }
        _ => None,
    }
}

/// The one name that a pattern binds.
pub(super) fn sole_binding(pat: &Pat) -> Option<proc_macro2::Ident> {
    let mut names = Vec::new();
    crate::resolve::bindings(&mut pat.clone(), &mut |binding| names.push(binding.ident.clone()));
    if names.len() == 1 { names.pop() } else { None }
}

/// Expressions that are opened into blocks, and give their value on each way.
pub(super) fn is_control(expr: &Expr) -> bool {
    match expr {
        Expr::Paren(inner) => is_control(&inner.expr),
        Expr::Group(inner) => is_control(&inner.expr),
        Expr::If(_)
        | Expr::Match(_)
        | Expr::Loop(_)
        | Expr::While(_)
        | Expr::ForLoop(_)
        | Expr::Block(_) => true,
        Expr::Binary(binary) => matches!(binary.op, syn::BinOp::And(_) | syn::BinOp::Or(_)),
        _ => false,
    }
}

fn attributes(expr: &Expr) -> &[syn::Attribute] {
    match expr {
        Expr::If(expr) => &expr.attrs,
        Expr::Match(expr) => &expr.attrs,
        Expr::Loop(expr) => &expr.attrs,
        Expr::While(expr) => &expr.attrs,
        Expr::ForLoop(expr) => &expr.attrs,
        Expr::Block(expr) => &expr.attrs,
        Expr::Macro(expr) => &expr.attrs,
        Expr::Assign(expr) => &expr.attrs,
        Expr::Call(expr) => &expr.attrs,
        Expr::MethodCall(expr) => &expr.attrs,
        Expr::Return(expr) => &expr.attrs,
        _ => &[],
    }
}

/// `if`, `match` or a block that ends in an expression.
fn gives_value(expr: &Expr) -> bool {
    let ends = |block: &Block| matches!(block.stmts.last(), Some(Stmt::Expr(tail, None)) if !matches!(tail, Expr::While(_) | Expr::ForLoop(_)));
    match expr {
        Expr::If(expr) => ends(&expr.then_branch) && expr.else_branch.is_some(),
        Expr::Block(expr) => ends(&expr.block),
        _ => false,
    }
}

/// Expressions that are statements without a semicolon.
pub(super) fn is_block_like(expr: &Expr) -> bool {
    use Expr as E;
    matches!(
        expr,
        E::If(_)
            | E::Match(_)
            | E::Loop(_)
            | E::While(_)
            | E::ForLoop(_)
            | E::Block(_)
            | E::Unsafe(_)
    )
}

pub(super) fn is_jump(expr: &Expr) -> bool {
    matches!(expr, Expr::Return(_) | Expr::Break(_) | Expr::Continue(_))
}

/// The user's code up to its first block, for a doc comment.
fn head(tokens: &dyn ToTokens) -> String {
    let is_block = |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
    source(
        &tokens
            .to_token_stream()
            .into_iter()
            .take_while(|token| !is_block(token))
            .collect::<TokenStream>(),
    )
}

/// The user's code on one line, without the spaces that printing tokens puts everywhere.
pub(crate) fn source(tokens: &dyn ToTokens) -> String {
    let mut text =
        tokens.to_token_stream().to_string().split_whitespace().collect::<Vec<_>>().join(" ");
    let tight = [
        (" ! ", "!"),
        (" (", "("),
        ("( ", "("),
        (" )", ")"),
        (" ;", ";"),
        (" . ", "."),
        ("& ", "&"),
        (" ,", ","),
        (" :: ", "::"),
        (":: ", "::"),
        (" :", ":"),
        (" ?", "?"),
        ("[ ", "["),
        (" ]", "]"),
        (" . .", ".."),
    ];
    for (loose, tight) in tight {
        text = text.replace(loose, tight);
    }
    // A keyword is not a function.
    ["match", "if", "while", "in", "return", "break", "=", "|", "+", "-", "*", "/", "==", "!="]
        .iter()
        .fold(text, |text, word| text.replace(&format!(" {word}("), &format!(" {word} (")))
}
