//! Operators (TRANSLATION §9) as data: the names of Actions, and how C# writes them.

/// An operator (I.10.3).
#[derive(Debug, PartialEq)]
pub(super) struct Operator {
    /// Name of the method.
    method: &'static str,
    /// What follows the class in the name of the Action; `{T}` is the type of the result.
    pub(super) name: &'static str,
    /// C# with `{0}` and `{1}` for the operands, `{T}` for the type of the result.
    pub(super) code: &'static str,
}

const fn row(method: &'static str, name: &'static str, code: &'static str) -> Operator {
    Operator { method, name, code }
}

/// The operators that an expression can use. Those that change their operand, and `true` and `false`, are none.
const OPERATORS: &[Operator] = &[
    row("op_Addition", "Add", "{0} + {1}"),
    row("op_BitwiseAnd", "And", "{0} & {1}"),
    row("op_BitwiseOr", "Or", "{0} | {1}"),
    row("op_Division", "Divide", "{0} / {1}"),
    row("op_Equality", "Equals", "{0} == {1}"),
    row("op_ExclusiveOr", "Xor", "{0} ^ {1}"),
    row("op_Explicit", "To{T}", "({T}) ({0})"),
    row("op_GreaterThan", "GreaterThan", "{0} > {1}"),
    row("op_GreaterThanOrEqual", "GreaterThanOrEqual", "{0} >= {1}"),
    row("op_Implicit", "To{T}", "({T}) ({0})"),
    row("op_Inequality", "NotEquals", "{0} != {1}"),
    row("op_LeftShift", "ShiftLeft", "{0} << {1}"),
    row("op_LessThan", "LessThan", "{0} < {1}"),
    row("op_LessThanOrEqual", "LessThanOrEqual", "{0} <= {1}"),
    row("op_LogicalNot", "Not", "!({0})"),
    row("op_Modulus", "Modulo", "{0} % {1}"),
    row("op_Multiply", "Multiply", "{0} * {1}"),
    row("op_OnesComplement", "Complement", "~({0})"),
    row("op_RightShift", "ShiftRight", "{0} >> {1}"),
    row("op_Subtraction", "Subtract", "{0} - {1}"),
    row("op_UnaryNegation", "Negate", "-({0})"),
    row("op_UnaryPlus", "Plus", "+({0})"),
];

/// The operator behind the method called `method`.
pub(super) fn operator(method: &str) -> Option<&'static Operator> {
    OPERATORS.iter().find(|row| row.method == method)
}
