//! Tells one source of a function from another, over compilers and processes.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::ItemFn;

/// A few hexadecimal digits that change with any token of the signature or the body, and with the version of this crate, which
/// may name places and locals otherwise. Comments and attributes of the function are no part of it.
pub(super) fn of(function: &ItemFn) -> String {
    let mut hash = Fnv(0xcbf2_9ce4_8422_2325);
    hash.text(env!("CARGO_PKG_VERSION"));
    hash.tokens(function.sig.to_token_stream());
    hash.tokens(function.block.to_token_stream());
    let [.., a, b, c, d] = (hash.0 ^ (hash.0 >> 32)).to_be_bytes();
    format!("{:08x}", u32::from_be_bytes([a, b, c, d]))
}

/// FNV-1a: `DefaultHasher` may change from one compiler to the next.
struct Fnv(u64);

impl Fnv {
    /// The text of each token. Spacing and invisible groups are not hashed: they depend on how the tokens came here.
    fn tokens(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => {
                    let (open, close) = match group.delimiter() {
                        proc_macro2::Delimiter::Parenthesis => ("(", ")"),
                        proc_macro2::Delimiter::Brace => ("{", "}"),
                        proc_macro2::Delimiter::Bracket => ("[", "]"),
                        proc_macro2::Delimiter::None => {
                            self.tokens(group.stream());
                            continue;
                        }
                    };
                    self.text(open);
                    self.tokens(group.stream());
                    self.text(close);
                }
                token => self.text(&token.to_string()),
            }
        }
    }

    /// With an end, so that `a b` is not `ab`.
    fn text(&mut self, text: &str) {
        for byte in text.bytes().chain([0]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    fn of(source: &str) -> String {
        super::of(&syn::parse_str(source).expect("a function"))
    }

    #[test]
    fn layout_and_attributes_do_not_change_it() {
        let plain = of("fn f() { recv!(); g(1) }");
        assert_eq!(plain, of("/// Says.\npub fn f ( ) { recv ! (); /* so */ g(1) }"));
    }

    #[test]
    fn every_token_does() {
        let plain = of("fn f() { recv!(); g(1) }");
        let edited = [
            "fn f() { recv!(); g(2) }",
            "fn f() { recv!(); g(1); }",
            "fn f() { g(1); recv!() }",
            "fn f() { recv!(); (g)(1) }",
            "fn f(x: u8) { recv!(); g(1) }",
        ];
        for edited in edited {
            assert_ne!(plain, of(edited), "{edited}");
        }
    }
}
