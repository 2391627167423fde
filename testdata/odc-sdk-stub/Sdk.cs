// The attributes of OutSystems.ExternalLibraries.SDK 1.5.0, as its assembly has them: seven types, nothing else.

#nullable disable
using System;
using System.Reflection;

[assembly: AssemblyVersion("1.0.0.0")]

namespace OutSystems.ExternalLibraries.SDK
{
    public enum OSDataType
    {
        InferredFromDotNetType = 0,
        Text = 1,
        Integer = 2,
        LongInteger = 3,
        Decimal = 4,
        Boolean = 5,
        DateTime = 6,
        Date = 7,
        Time = 8,
        PhoneNumber = 9,
        Email = 10,
        BinaryData = 11,
        Currency = 12,
    }

    [AttributeUsage(AttributeTargets.Interface, AllowMultiple = false)]
    public class OSInterfaceAttribute : Attribute
    {
        public string Name { get; set; }
        public string Description { get; set; }
        public string IconResourceName { get; set; }
        public string OriginalName { get; set; }
    }

    [AttributeUsage(AttributeTargets.Method)]
    public class OSActionAttribute : Attribute
    {
        public string Description { get; set; }
        public string IconResourceName { get; set; }
        public string ReturnName { get; set; }
        public string ReturnDescription { get; set; }
        public OSDataType ReturnType { get; set; }
        public string OriginalName { get; set; }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public class OSParameterAttribute : Attribute
    {
        public string Description { get; set; }
        public OSDataType DataType { get; set; }
        public string OriginalName { get; set; }
    }

    [AttributeUsage(AttributeTargets.Struct)]
    public class OSStructureAttribute : Attribute
    {
        public string Description { get; set; }
        public string OriginalName { get; set; }
    }

    public class OSStructureFieldAttribute : Attribute
    {
        public string Description { get; set; }
        public int Length { get; set; } = 50;
        public int Decimals { get; set; } = 8;
        public OSDataType DataType { get; set; }
        public bool IsMandatory { get; set; }
        public string OriginalName { get; set; }
        public string DefaultValue { get; set; }
    }

    public class OSIgnore : Attribute
    {
    }
}
