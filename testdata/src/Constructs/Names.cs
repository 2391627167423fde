namespace Constructs
{
    /// <summary>Names that OutSystems does not take as they are.</summary>
    public static class Names
    {
        /// <summary>Seventy characters.</summary>
        public static int ThisIsTheNameOfAMethodThatIsVeryMuchLongerThanAnyPlatformWouldEverLike(int value)
        {
            return value;
        }

        /// <summary>As long, and different only at the end.</summary>
        public static int ThisIsTheNameOfAMethodThatIsVeryMuchLongerThanAnyPlatformWouldEverTake(int value)
        {
            return value;
        }

        public static int Parse(string text)
        {
            return int.Parse(text);
        }

        /// <summary>Differs from <see cref="Parse"/> by case only.</summary>
        public static int PARSE(string text)
        {
            return int.Parse(text);
        }

        /// <summary>Its parameters differ by case only.</summary>
        public static int Add(int value, int Value)
        {
            return value + Value;
        }

        public static int Größe(string straße)
        {
            return straße.Length;
        }

        public static string 日本(string 東京)
        {
            return 東京;
        }

        public static int _leading_(int __value)
        {
            return __value;
        }

        public static int @class(int @event, int @params)
        {
            return @event + @params;
        }

        public static string result(string result)
        {
            return result;
        }
    }

    /// <summary>Its name is a keyword.</summary>
    public class @event
    {
        public int @int { get; set; }
        public string @string;
    }

    /// <summary>Differs from <see cref="casing"/> by case only.</summary>
    public class Casing
    {
        public int Value { get; set; }
    }

    /// <summary>Differs from <see cref="Casing"/> by case only.</summary>
    public class casing
    {
        public int Value { get; set; }
        public int value { get; set; }
    }
}

namespace Constructs.Shipping
{
    /// <summary>Shares its simple name with a class of another namespace.</summary>
    public class Ticket
    {
        public string Address { get; set; }

        public static Ticket Issue(string address)
        {
            return new Ticket { Address = address };
        }
    }
}

namespace Constructs.Support
{
    /// <summary>Shares its simple name with a class of another namespace.</summary>
    public class Ticket
    {
        public string Question { get; set; }

        public static Ticket Issue(string question)
        {
            return new Ticket { Question = question };
        }
    }
}

/// <summary>A class in the global namespace.</summary>
public static class Global
{
    public static GlobalPoint Origin()
    {
        return new GlobalPoint();
    }
}

/// <summary>A structure in the global namespace.</summary>
public struct GlobalPoint
{
    public int X;
    public int Y;
}
