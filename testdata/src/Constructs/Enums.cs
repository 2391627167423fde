using System;

namespace Constructs
{
    [Flags]
    public enum Permissions
    {
        None = 0,
        Read = 1,
        Write = 2,
        ReadWrite = Read | Write,
        All = -1
    }

    public enum Tiny : byte
    {
        Least = 0,
        Most = 255
    }

    public enum Signed : sbyte
    {
        Minus = -128,
        Plus = 127
    }

    public enum Huge : long
    {
        Least = long.MinValue,
        Zero = 0,
        Most = long.MaxValue
    }

    public enum Unsigned : ulong
    {
        Zero = 0,
        Most = ulong.MaxValue
    }

    /// <summary>Two names for one value.</summary>
    public enum Aliases
    {
        Gray = 1,
        Grey = 1,
        Silver = 2
    }

    /// <summary>No member at all.</summary>
    public enum NoMembers
    {
    }

    /// <summary>No member that is zero.</summary>
    public enum NoZero
    {
        One = 1,
        Two
    }

    public static class EnumUser
    {
        public static Permissions Combine(Permissions a, Permissions b)
        {
            return a | b;
        }

        public static Huge Widen(Tiny tiny, Signed signed, Unsigned unsigned)
        {
            return (Huge) ((long) tiny + (long) signed + (long) unsigned);
        }

        public static Aliases Alias(NoMembers none, NoZero some = NoZero.Two)
        {
            return (Aliases) ((int) none + (int) some);
        }
    }
}
