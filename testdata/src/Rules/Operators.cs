using System;

namespace Rules
{
    /// <summary>An amount with every operator there is.</summary>
    public struct Money
    {
        public long Cents;

        /// <summary>Creates an amount.</summary>
        public Money(long cents)
        {
            Cents = cents;
        }

        public static Money operator +(Money a, Money b) { return new Money(a.Cents + b.Cents); }
        public static Money operator -(Money a, Money b) { return new Money(a.Cents - b.Cents); }
        public static Money operator *(Money a, int b) { return new Money(a.Cents * b); }
        public static Money operator *(int a, Money b) { return new Money(a * b.Cents); }
        public static Money operator /(Money a, byte b) { return new Money(a.Cents / b); }
        public static TimeSpan operator %(Money a, Money b) { return new TimeSpan(a.Cents % b.Cents); }
        public static Money operator &(Money a, Money b) { return new Money(a.Cents & b.Cents); }
        public static Status operator |(Money a, Money b) { return a.Cents + b.Cents > 0 ? Status.Open : Status.Closed; }
        public static Guid operator ^(Money a, Money b) { return new Guid((int) (a.Cents ^ b.Cents), 1, 2, new byte[8]); }
        public static Money operator <<(Money a, int b) { return new Money(a.Cents << b); }
        public static Money operator >>(Money a, int b) { return new Money(a.Cents >> b); }
        public static Money operator +(Money a) { return a; }
        public static Money operator -(Money a) { return new Money(-a.Cents); }
        public static bool operator !(Money a) { return a.Cents == 0; }
        public static Money operator ~(Money a) { return new Money(~a.Cents); }
        public static Money operator ++(Money a) { return new Money(a.Cents + 1); }
        public static Money operator --(Money a) { return new Money(a.Cents - 1); }
        public static bool operator true(Money a) { return a.Cents != 0; }
        public static bool operator false(Money a) { return a.Cents == 0; }
        public static bool operator ==(Money a, Money b) { return a.Cents == b.Cents; }
        public static bool operator !=(Money a, Money b) { return a.Cents != b.Cents; }
        public static bool operator <(Money a, Money b) { return a.Cents < b.Cents; }
        public static bool operator >(Money a, Money b) { return a.Cents > b.Cents; }
        public static bool operator <=(Money a, Money b) { return a.Cents <= b.Cents; }
        public static bool operator >=(Money a, Money b) { return a.Cents >= b.Cents; }
        public static string operator +(Money a, Uri b) { return a.Cents + " " + b; }
        public static implicit operator decimal(Money a) { return a.Cents / 100m; }
        public static explicit operator Money(decimal a) { return new Money((long) (a * 100)); }
        public static explicit operator TimeSpan(Money a) { return new TimeSpan(a.Cents); }

        /// <summary>Compares two amounts.</summary>
        public override bool Equals(object other)
        {
            return other is Money && this == (Money) other;
        }

        /// <summary>The cents.</summary>
        public override int GetHashCode()
        {
            return Cents.GetHashCode();
        }
    }
}
