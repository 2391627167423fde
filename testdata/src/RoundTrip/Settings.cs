namespace RoundTrip
{
    /// <summary>State of the whole process.</summary>
    public static class Settings
    {
        /// <summary>What <see cref="Greet"/> says first.</summary>
        public static string Greeting = "Hello";

        /// <summary>Cannot be changed.</summary>
        public static readonly int Limit = 42;

        /// <summary>A constant.</summary>
        public const string Product = "RoundTrip";

        /// <summary>Gets or sets the mark at the end of a greeting.</summary>
        public static char Mark { get; set; } = '!';

        /// <summary>Greets somebody.</summary>
        public static string Greet(string name)
        {
            return Greeting + ", " + name + Mark;
        }
    }
}
