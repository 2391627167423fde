using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;

/// <summary>A value as text: the same text for a .NET value and for the OutSystems value that has to stand for it.</summary>
/// <remarks>It knows nothing of the generated code but the names of fields in records.</remarks>
static class View
{
    /// <summary>Whether enums travel as numbers.</summary>
    public static bool EnumsAreNumbers = false;

    static readonly DateTime NullDate = new DateTime(1900, 1, 1);

    public static string Of<T>(T value)
    {
        return Of(value, typeof(T));
    }

    static string Of(object value, Type type)
    {
        if (value == null)
            return type == typeof(object) ? "null" : Empty(type);
        // What travels as an Object shows what is in it.
        type = value.GetType();
        if (OptionOf(type) != null)
            return Of(Held(value), OptionOf(type));
        if (IsNumber(type))
            return Number(value);
        if (EnumsAreNumbers && value is Enum)
            return Number(Convert.ChangeType(value, Enum.GetUnderlyingType(type)));
        string text = TextOf(value);
        if (text != null)
            return Text(text);
        if (value is bool)
            return (bool) value ? "true" : "false";
        if (value is DateTime && (DateTime) value == default(DateTime))
            return Of(NullDate);
        if (value is DateTime)
            return ((DateTime) value).ToString("yyyy-MM-dd HH:mm:ss.fffffff");
#if MODERN
        if (value is DateOnly)
            return (DateOnly) value == default(DateOnly) ? Of(NullDate) : Of(((DateOnly) value).ToDateTime(TimeOnly.MinValue));
        if (value is TimeOnly)
            return Of(NullDate.Add(((TimeOnly) value).ToTimeSpan()));
#endif
        if (value is DateTimeOffset)
            return Of(((DateTimeOffset) value).UtcDateTime);
        if (value is byte[] || value is ArraySegment<byte>)
            return Bytes(((IEnumerable<byte>) value).ToArray());
        if (value is Array && ((Array) value).Rank > 1)
            return "[" + string.Join(", ", Slices((Array) value).Select(slice => Of(slice, typeof(Array)))) + "]";
        if (value is Stream)
            return Bytes(ReadToEnd((Stream) value));
        // A struct that nobody made cannot be enumerated.
        if (value is IEnumerable && type.IsValueType && value.Equals(Activator.CreateInstance(type)))
            return "[]";
        if (value is IEnumerable)
            return "[" + string.Join(", ", Items((IEnumerable) value, ElementType(type))) + "]";
        return Members(type, member => Of(member.Read(value), member.Type));
    }

    /// <summary>The text that a value travels as; null for one that does not travel as Text.</summary>
    public static string TextOf(object value)
    {
        if (value is string || value is Version || value is Guid || value is Enum || value is StringBuilder || value is CultureInfo
            || value is System.Net.IPAddress || value is System.Numerics.BigInteger || value is System.Xml.Linq.XNode || NamesOf(value.GetType()).Any())
            return value.ToString();
        if (value is Uri)
            return ((Uri) value).OriginalString;
        if (value is char)
            return (char) value == '\0' ? "" : value.ToString();
        if (value is char[])
            return new string((char[]) value);
        if (value is Encoding)
            return ((Encoding) value).WebName;
        if (value is TextReader)
            return ((TextReader) value).ReadToEnd();
        if (value is System.Xml.XmlDocument)
            return ((System.Xml.XmlDocument) value).OuterXml;
        if (value is System.Numerics.Complex)
        {
            var complex = (System.Numerics.Complex) value;
            return complex.Real.ToString("R", CultureInfo.InvariantCulture) + ";" + complex.Imaginary.ToString("R", CultureInfo.InvariantCulture);
        }
#if MODERN
        if (value is Int128 || value is UInt128)
            return value.ToString();
        if (value is System.Text.Json.JsonDocument)
            value = ((System.Text.Json.JsonDocument) value).RootElement;
        if (value is System.Text.Json.JsonElement)
        {
            var element = (System.Text.Json.JsonElement) value;
            return element.ValueKind == System.Text.Json.JsonValueKind.Undefined ? "" : element.GetRawText();
        }
        if (value is System.Text.Json.Nodes.JsonNode)
            return ((System.Text.Json.Nodes.JsonNode) value).ToJsonString();
#endif
        return null;
    }

    /// <summary>What is in the options of F# that are of the type; null for any other type.</summary>
    public static Type OptionOf(Type type)
    {
        return type.Name == "FSharpOption`1" || type.Name == "FSharpValueOption`1" ? type.GetGenericArguments()[0] : null;
    }

    /// <summary>What an option of F# holds, or null.</summary>
    public static object Held(object option)
    {
        bool isNone = option is ValueType && (int) option.GetType().GetProperty("Tag").GetValue(option, null) == 0;
        return isNone ? null : option.GetType().GetProperty("Value").GetValue(option, null);
    }

    /// <summary>The values of a union of F# whose cases hold nothing; none of any other type.</summary>
    public static object[] NamesOf(Type type)
    {
        const BindingFlags Static = BindingFlags.Public | BindingFlags.Static;
        bool isUnion = type.GetCustomAttributes(false).Any(attribute => attribute.GetType().Name == "CompilationMappingAttribute") && type.GetProperty("Tag") != null;
        if (!isUnion || type.IsGenericType || type.GetMethods(Static).Any(method => method.Name.StartsWith("New")))
            return new object[0];
        return type.GetProperties(Static).Where(property => property.PropertyType == type).Select(property => property.GetValue(null, null)).ToArray();
    }

    /// <summary>The rows of a table, the tables of a cube, and so on.</summary>
    public static List<Array> Slices(Array values)
    {
        var slices = new List<Array>();
        Type element = values.GetType().GetElementType();
        for (int i = values.GetLowerBound(0); i <= values.GetUpperBound(0); i++)
        {
            int[] lengths = Enumerable.Range(1, values.Rank - 1).Select(values.GetLength).ToArray();
            // Boxed, so that bytes and characters are a list, as they are in a table.
            Array slice = lengths.Length == 1 ? new object[lengths[0]] : Array.CreateInstance(element, lengths);
            foreach (int[] place in Places(lengths))
            {
                int[] within = place.Select((at, dimension) => at + values.GetLowerBound(dimension + 1)).ToArray();
                slice.SetValue(values.GetValue(new[] { i }.Concat(within).ToArray()), place);
            }
            slices.Add(slice);
        }
        return slices;
    }

    /// <summary>All places in an array with these lengths.</summary>
    static IEnumerable<int[]> Places(int[] lengths)
    {
        if (lengths.Length == 0)
            return new[] { new int[0] };
        return from first in Enumerable.Range(0, lengths[0])
            from rest in Places(lengths.Skip(1).ToArray())
            select new[] { first }.Concat(rest).ToArray();
    }

    /// <summary>What stands for no value.</summary>
    public static string Empty(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? OptionOf(type) ?? type;
        if (OptionOf(type) != null)
            return Empty(type);
        if (NamesOf(type).Any())
            return Text("");
        if (type == typeof(object))
            return "null";
        if (IsNumber(type) || EnumsAreNumbers && type.IsEnum)
            return "0";
        if (type == typeof(bool))
            return "false";
#if MODERN
        if (type == typeof(DateOnly))
            return Of(NullDate);
#endif
        if (type == typeof(DateTime) || type == typeof(DateTimeOffset))
            return Of(NullDate);
        if (type == typeof(byte[]) || typeof(Stream).IsAssignableFrom(type))
            return Bytes(new byte[0]);
        if (type == typeof(char) || type == typeof(char[]) || type == typeof(string) || type == typeof(Guid) || type == typeof(System.Numerics.BigInteger) || type == typeof(System.Numerics.Complex) || type.IsEnum
            || !type.IsValueType && !(type.Namespace ?? "").StartsWith("System.Collections") && (type.Namespace ?? "").StartsWith("System") && !type.IsArray && !type.Name.StartsWith("Tuple`"))
            return Text("");
        if (typeof(IEnumerable).IsAssignableFrom(type))
            return "[]";
        return Members(type, member => Empty(member.Type));
    }

    static bool IsNumber(Type type)
    {
        if (type == typeof(IntPtr) || type == typeof(UIntPtr) || type == typeof(TimeSpan))
            return true;
#if MODERN
        if (type == typeof(Half))
            return true;
#endif
        return type.IsPrimitive && type != typeof(bool) && type != typeof(char) || type == typeof(decimal);
    }

    static string Number(object value)
    {
        if (value is TimeSpan)
            value = ((TimeSpan) value).Ticks / 10000000m;
        string digits = value is double ? ((double) value).ToString("R", CultureInfo.InvariantCulture)
            : value is float ? ((float) value).ToString("R", CultureInfo.InvariantCulture)
            : Convert.ToString(value, CultureInfo.InvariantCulture);
        decimal exact = decimal.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        return exact.ToString("0.############################", CultureInfo.InvariantCulture);
    }

    static string Text(string text)
    {
        // One line for each check.
        return "\"" + text.Replace("\r", "\\r").Replace("\n", "\\n") + "\"";
    }

    static string Bytes(byte[] bytes)
    {
        using (var hash = System.Security.Cryptography.SHA1.Create())
            return bytes.Length + " bytes " + (bytes.Length <= 8 ? BitConverter.ToString(bytes) : BitConverter.ToString(hash.ComputeHash(bytes)));
    }

    static byte[] ReadToEnd(Stream stream)
    {
        var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    static IEnumerable<string> Items(IEnumerable list, Type element)
    {
        foreach (object item in list)
            yield return Of(item, element);
    }

    static Type ElementType(Type list)
    {
        var enumerable = list.GetInterfaces().FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        return enumerable == null ? typeof(object) : enumerable.GetGenericArguments()[0];
    }

    /// <summary>The members of a structure in the order of their names.</summary>
    static string Members(Type type, Func<Member, string> view)
    {
        List<Member> members = Member.Of(type);
        if (members.Count == 1 && members[0].IsContent)
            return view(members[0]);
        return "{" + string.Join(", ", members.OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => member.Name + ": " + view(member))) + "}";
    }

    /// <summary>A part of a structure.</summary>
    sealed class Member
    {
        public string Name;
        public Type Type;
        public Func<object, object> Read;

        /// <summary>True where the record is there only because OutSystems needs one: it is what it holds.</summary>
        public bool IsContent;

        public static List<Member> Of(Type type)
        {
            bool isPlatform = Target.IsRecord(type);
            var members = new List<Member>();
            foreach (FieldInfo field in type.GetFields(BindingFlags.Public | BindingFlags.Instance))
            {
                string name = isPlatform ? Target.AttributeOf(field) : field.Name;
                if (name == null)
                    continue;
                members.Add(new Member
                {
                    Name = name,
                    Type = field.FieldType,
                    Read = field.GetValue,
                    IsContent = isPlatform && Target.IsContent(type, field)
                });
            }
            if (!isPlatform)
                foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                    if (property.CanRead && property.GetIndexParameters().Length == 0)
                        members.Add(new Member { Name = property.Name, Type = property.PropertyType, Read = value => property.GetValue(value, null) });
            return members;
        }
    }
}
