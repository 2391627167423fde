using System;
using OutSystems.NssRules;
using Rules;

/// <summary>Operators are Actions.</summary>
static class Program
{
    static int Main()
    {
        Platform.Extension = new CssRules();
        foreach (long cents in new[] { 0, 7, -500 })
            foreach (long others in new[] { 7, 3, -500 })
                Run(new Money(cents), new Money(others), cents + " and " + others);
        Money small = new Money(1), large = new Money(long.MaxValue);
        decimal much = decimal.MaxValue;
        Check.SameFailure("a number too large", () => Show((Money) much), () => Platform.Call("MoneyToMoney", much));
        Check.SameFailure("divided by zero", () => Show(small / 0), () => Platform.Call("MoneyDivide", small, 0));
        Check.Same("wraps around", large + small, Platform.Call("MoneyAdd", large, small));
        Check.Refuses<ArgumentException>("divided by what is no byte", () => Platform.Call("MoneyDivide", small, 256), "MoneyDivide: B", "256");
        return Check.Finish();
    }

    static void Run(Money a, Money b, string name)
    {
        name = " of " + name;
        Check.Same("+" + name, a + b, Platform.Call("MoneyAdd", a, b));
        Check.Same("-" + name, a - b, Platform.Call("MoneySubtract", a, b));
        Check.Same("*" + name, a * 3, Platform.Call("MoneyMultiply", a, 3));
        Check.Same("* from the left" + name, 3 * a, Platform.Call("MoneyMultiply_Int32_Money", 3, a));
        Check.Same("/" + name, a / 2, Platform.Call("MoneyDivide", a, 2));
        Check.Same("%" + name, a % b, Platform.Call("MoneyModulo", a, b));
        Check.Same("&" + name, a & b, Platform.Call("MoneyAnd", a, b));
        Check.Same("|" + name, a | b, Platform.Call("MoneyOr", a, b));
        Check.Same("^" + name, a ^ b, Platform.Call("MoneyXor", a, b));
        Check.Same("<<" + name, a << 3, Platform.Call("MoneyShiftLeft", a, 3));
        Check.Same(">>" + name, a >> 1, Platform.Call("MoneyShiftRight", a, 1));
        Check.Same("unary +" + name, +a, Platform.Call("MoneyPlus", a));
        Check.Same("unary -" + name, -a, Platform.Call("MoneyNegate", a));
        Check.Same("!" + name, !a, Platform.Call("MoneyNot", a));
        Check.Same("~" + name, ~a, Platform.Call("MoneyComplement", a));
        Check.Same("==" + name, a == b, Platform.Call("MoneyEquals", a, b));
        Check.Same("!=" + name, a != b, Platform.Call("MoneyNotEquals", a, b));
        Check.Same("<" + name, a < b, Platform.Call("MoneyLessThan", a, b));
        Check.Same(">" + name, a > b, Platform.Call("MoneyGreaterThan", a, b));
        Check.Same("<=" + name, a <= b, Platform.Call("MoneyLessThanOrEqual", a, b));
        Check.Same(">=" + name, a >= b, Platform.Call("MoneyGreaterThanOrEqual", a, b));
        Check.Same("+ of something else" + name, a + new Uri("about:blank"), Platform.Call("MoneyAdd_Uri", a, new Uri("about:blank")));
        Check.Same("implicit conversion" + name, (decimal) a, Platform.Call("MoneyToDecimal", a));
        Check.Same("explicit conversion" + name, (TimeSpan) a, Platform.Call("MoneyToTimeSpan", a));
        Check.Same("explicit conversion back" + name, (Money) 1.25m, Platform.Call("MoneyToMoney", 1.25m));
    }

    static string Show(Money money)
    {
        return money.Cents.ToString();
    }
}
