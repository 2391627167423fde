namespace Prices
{
    public static class Price
    {
        public static int Fresh(int value) { return value; }
        public static int Gross(int net) { return net * 119 / 100; }
        public static string Label(string name, string unit) { return name + unit; }
        public static string Code(string name, string unit) { return name + unit; }
        public static long Edited(int value) { return value; }
    }
}
