//! The tokens in IL (partition III): what a method body leads to.

use super::error::{ErrorKind, Result};
use super::{Cursor, Token};

/// What follows an opcode (III.1.7.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Operand {
    /// So many bytes that are no token.
    Bytes(usize),
    /// A token of a type, field, method or signature.
    Token,
    /// A count and so many targets of four bytes.
    Switch,
}
use Operand::{Bytes, Switch, Token as OfToken};

/// The opcodes of one byte, in ranges with the same operand.
const ONE_BYTE: &[(u8, u8, Operand)] = &[
    (0x00, 0x0d, Bytes(0)), // nop … stloc.3
    (0x0e, 0x13, Bytes(1)), // ldarg.s … stloc.s
    (0x14, 0x1e, Bytes(0)), // ldnull … ldc.i4.8
    (0x1f, 0x1f, Bytes(1)), // ldc.i4.s
    (0x20, 0x20, Bytes(4)), // ldc.i4
    (0x21, 0x21, Bytes(8)), // ldc.i8
    (0x22, 0x22, Bytes(4)), // ldc.r4
    (0x23, 0x23, Bytes(8)), // ldc.r8
    (0x25, 0x26, Bytes(0)), // dup, pop
    (0x27, 0x29, OfToken),  // jmp, call, calli
    (0x2a, 0x2a, Bytes(0)), // ret
    (0x2b, 0x37, Bytes(1)), // br.s … blt.un.s
    (0x38, 0x44, Bytes(4)), // br … blt.un
    (0x45, 0x45, Switch),   // switch
    (0x46, 0x6e, Bytes(0)), // ldind.i1 … conv.u8
    (0x6f, 0x71, OfToken),  // callvirt, cpobj, ldobj
    (0x72, 0x72, Bytes(4)), // ldstr, whose token is an offset
    (0x73, 0x75, OfToken),  // newobj, castclass, isinst
    (0x76, 0x76, Bytes(0)), // conv.r.un
    (0x79, 0x79, OfToken),  // unbox
    (0x7a, 0x7a, Bytes(0)), // throw
    (0x7b, 0x81, OfToken),  // ldfld … stobj
    (0x82, 0x8b, Bytes(0)), // conv.ovf.i1.un … conv.ovf.u.un
    (0x8c, 0x8d, OfToken),  // box, newarr
    (0x8e, 0x8e, Bytes(0)), // ldlen
    (0x8f, 0x8f, OfToken),  // ldelema
    (0x90, 0xa2, Bytes(0)), // ldelem.i1 … stelem.ref
    (0xa3, 0xa5, OfToken),  // ldelem, stelem, unbox.any
    (0xb3, 0xba, Bytes(0)), // conv.ovf.i1 … conv.ovf.u8
    (0xc2, 0xc2, OfToken),  // refanyval
    (0xc3, 0xc3, Bytes(0)), // ckfinite
    (0xc6, 0xc6, OfToken),  // mkrefany
    (0xd0, 0xd0, OfToken),  // ldtoken
    (0xd1, 0xdc, Bytes(0)), // conv.u2 … endfinally
    (0xdd, 0xdd, Bytes(4)), // leave
    (0xde, 0xde, Bytes(1)), // leave.s
    (0xdf, 0xe0, Bytes(0)), // stind.i, conv.u
];

/// The byte that all opcodes of two bytes begin with.
const PREFIX: u8 = 0xfe;

/// The second bytes of the opcodes of two bytes.
const TWO_BYTES: &[(u8, u8, Operand)] = &[
    (0x00, 0x05, Bytes(0)), // arglist … clt.un
    (0x06, 0x07, OfToken),  // ldftn, ldvirtftn
    (0x09, 0x0e, Bytes(2)), // ldarg … stloc
    (0x0f, 0x0f, Bytes(0)), // localloc
    (0x11, 0x11, Bytes(0)), // endfilter
    (0x12, 0x12, Bytes(1)), // unaligned.
    (0x13, 0x14, Bytes(0)), // volatile., tail.
    (0x15, 0x16, OfToken),  // initobj, constrained.
    (0x17, 0x18, Bytes(0)), // cpblk, initblk
    (0x19, 0x19, Bytes(1)), // no.
    (0x1a, 0x1a, Bytes(0)), // rethrow
    (0x1c, 0x1c, OfToken),  // sizeof
    (0x1d, 0x1e, Bytes(0)), // refanytype, readonly.
];

/// The tokens in a method's IL, in order; an error ends them.
#[derive(Clone, Debug)]
pub struct Tokens<'m> {
    code: Cursor<'m>,
}

impl<'m> Tokens<'m> {
    /// Of `code`, the IL of a method body.
    pub fn new(code: Cursor<'m>) -> Self {
        Self { code }
    }

    fn token(&mut self) -> Result<Option<Token>> {
        while !self.code.is_empty() {
            let start = self.code;
            let first = self.code.u8()?;
            let (opcode, table) = match first {
                PREFIX => (self.code.u8()?, TWO_BYTES),
                _ => (first, ONE_BYTE),
            };
            let mut table = table.iter();
            let known = table.find(|(from, to, _)| (*from..=*to).contains(&opcode));
            match known.map(|(.., operand)| *operand) {
                Some(OfToken) => return self.code.u32().map(|token| Some(Token(token))),
                Some(Bytes(count)) => {
                    self.code.take(count, "an operand")?;
                }
                Some(Switch) => {
                    let targets = usize::try_from(self.code.u32()?).unwrap_or(usize::MAX);
                    self.code
                        .take(targets.saturating_mul(4), "the targets of a switch")?;
                }
                None => {
                    return Err(start.error(ErrorKind::UnknownForm {
                        what: "the opcode",
                        value: opcode.into(),
                    }));
                }
            }
        }
        Ok(None)
    }
}

impl Iterator for Tokens<'_> {
    type Item = Result<Token>;

    fn next(&mut self) -> Option<Self::Item> {
        let token = self.token().transpose();
        if matches!(token, Some(Err(_))) {
            self.code = Cursor::new(&[], self.code.offset());
        }
        token
    }
}

#[cfg(test)]
mod tests {
    use super::{Cursor, Token, Tokens};

    fn tokens(code: &[u8]) -> (Vec<u32>, bool) {
        let mut all = Vec::new();
        for token in Tokens::new(Cursor::new(code, 0)) {
            match token {
                Ok(Token(token)) => all.push(token),
                Err(_) => return (all, false),
            }
        }
        (all, true)
    }

    #[test]
    fn operands_that_look_like_opcodes_are_passed_over() {
        let mut code = vec![0x1f, 0x28]; // ldc.i4.s 40
        code.extend([0x21, 0x28, 1, 0, 0, 0x0a, 2, 0, 0x0a]); // ldc.i8
        code.extend([0x72, 0x28, 0, 0, 0x70]); // ldstr
        code.extend([0x28, 1, 0, 0, 0x0a]); // call
        code.extend([0x45, 2, 0, 0, 0, 0x28, 0, 0, 0, 0x28, 0, 0, 0]); // switch
        code.extend([0xfe, 0x09, 0x28, 0]); // ldarg
        code.extend([0xfe, 0x16, 3, 0, 0, 0x1b, 0x6f, 4, 0, 0, 0x06, 0x2a]); // constrained. callvirt ret
        assert_eq!(
            tokens(&code),
            (vec![0x0a00_0001, 0x1b00_0003, 0x0600_0004], true)
        );
    }

    #[test]
    fn what_is_no_il_ends_the_tokens() {
        assert_eq!(
            tokens(&[0x28, 1, 0, 0, 0x0a, 0x24]),
            (vec![0x0a00_0001], false)
        );
        for cut in [
            &[0x28, 1, 0][..],
            &[0xfe],
            &[0x45, 0xff, 0xff, 0xff, 0xff],
            &[0x20],
        ] {
            assert_eq!(tokens(cut), (Vec::new(), false));
        }
    }
}
