// What the C# compiler of later years writes for nullable annotations, which mcs does not know.
namespace System.Runtime.CompilerServices
{
    /// <summary>Says where null is legal: 1 for nowhere, 2 for here.</summary>
    [AttributeUsage(AttributeTargets.All)]
    sealed class NullableAttribute : Attribute
    {
        public NullableAttribute(byte flag)
        {
            Flag = flag;
        }

        public byte Flag { get; }
    }
}
