using System;

// The attributes of OutSystems.ExternalLibraries.SDK 1.5.0, as its assembly declares them.
namespace OutSystems.ExternalLibraries.SDK
{
    [AttributeUsage(AttributeTargets.Interface, AllowMultiple = false)]
    public class OSInterfaceAttribute : Attribute
    {
        public string? Name { get; set; }
        public string? Description { get; set; }
        public string? IconResourceName { get; set; }
        public string? OriginalName { get; set; }
    }

    [AttributeUsage(AttributeTargets.Method)]
    public class OSActionAttribute : Attribute
    {
        public string? Description { get; set; }
        public string? IconResourceName { get; set; }
        public string? ReturnName { get; set; }
        public string? ReturnDescription { get; set; }
        public OSDataType ReturnType { get; set; }
        public string? OriginalName { get; set; }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public class OSParameterAttribute : Attribute
    {
        public string? Description { get; set; }
        public OSDataType DataType { get; set; }
        public string? OriginalName { get; set; }
    }

    [AttributeUsage(AttributeTargets.Struct)]
    public class OSStructureAttribute : Attribute
    {
        public string? Description { get; set; }
        public string? OriginalName { get; set; }
    }

    public class OSStructureFieldAttribute : Attribute
    {
        public string? Description { get; set; }
        public int Length { get; set; } = 50;
        public int Decimals { get; set; } = 8;
        public OSDataType DataType { get; set; }
        public bool IsMandatory { get; set; }
        public string? OriginalName { get; set; }
        public string? DefaultValue { get; set; }
    }

    public class OSIgnore : Attribute
    {
    }

    public enum OSDataType
    {
        InferredFromDotNetType,
        Text,
        Integer,
        LongInteger,
        Decimal,
        Boolean,
        DateTime,
        Date,
        Time,
        PhoneNumber,
        Email,
        BinaryData,
        Currency
    }
}
