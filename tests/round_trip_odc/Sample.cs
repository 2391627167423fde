using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Numerics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

/// <summary>.NET values of any type, another for each seed, and none that an OutSystems value cannot stand for.</summary>
/// <remarks>None is empty, which can mean null: that has checks of its own.</remarks>
static class Sample
{
    static readonly Dictionary<Type, object[]> known = new Dictionary<Type, object[]>
    {
        { typeof(bool), new object[] { true, false } },
        { typeof(sbyte), new object[] { (sbyte) 1, sbyte.MinValue, sbyte.MaxValue } },
        { typeof(byte), new object[] { (byte) 1, byte.MaxValue, (byte) 2 } },
        { typeof(short), new object[] { (short) 1, short.MinValue, short.MaxValue } },
        { typeof(ushort), new object[] { (ushort) 1, ushort.MaxValue } },
        // Methods count with them.
        { typeof(int), new object[] { 3, 1, -1, 12, 1000, 2 } },
        { typeof(uint), new object[] { 1u, uint.MaxValue } },
        { typeof(long), new object[] { 3L, -1L, long.MaxValue, long.MinValue } },
        { typeof(ulong), new object[] { 1ul, ulong.MaxValue } },
        { typeof(IntPtr), new object[] { (IntPtr) 7 } },
        { typeof(UIntPtr), new object[] { (UIntPtr) 7 } },
        { typeof(decimal), new object[] { 2.5m, -0.00000001m, 1000000000000m, 79228162514264337593543950335m } },
        { typeof(double), new object[] { 1.5, -2.25, 1e10, 0.1, 1e-7 } },
        { typeof(float), new object[] { 1.5f, -0.1f, 1e6f } },
        { typeof(Half), new object[] { (Half) 1.5, (Half) (-2) } },
        { typeof(char), new object[] { 'a', 'é', '\uFFFD' } },
        { typeof(string), new object[] { "x", "Zoë \"日本\" \\ 😀", "42", " two\r\nlines ", "a,b;c" } },
        { typeof(Guid), new object[] { new Guid(1, 2, 3, new byte[8]), new Guid("ffffffff-ffff-ffff-ffff-ffffffffffff") } },
        { typeof(DateTime), new object[] { new DateTime(2024, 2, 29, 12, 30, 15), new DateTime(1999, 12, 31), new DateTime(3000, 12, 31, 23, 59, 59) } },
        { typeof(DateTimeOffset), new object[] { new DateTimeOffset(2024, 2, 29, 12, 30, 15, TimeSpan.Zero) } },
        { typeof(DateOnly), new object[] { new DateOnly(2024, 2, 29), new DateOnly(1900, 1, 2) } },
        { typeof(TimeOnly), new object[] { new TimeOnly(12, 30, 15), new TimeOnly(23, 59, 59) } },
        { typeof(TimeSpan), new object[] { TimeSpan.FromTicks(12345678901), -TimeSpan.FromDays(2) } },
        { typeof(BigInteger), new object[] { BigInteger.Pow(10, 40), BigInteger.MinusOne } },
        { typeof(Int128), new object[] { Int128.MaxValue, Int128.MinValue } },
        { typeof(UInt128), new object[] { UInt128.MaxValue } },
        { typeof(Complex), new object[] { new Complex(1.5, -2), Complex.One } },
        { typeof(Uri), new object[] { new Uri("https://example.org/a?b=c#d"), new Uri("a b", UriKind.Relative) } },
        { typeof(Version), new object[] { new Version(1, 2), new Version(1, 2, 3, 4) } },
        { typeof(CultureInfo), new object[] { CultureInfo.InvariantCulture } },
        { typeof(Encoding), new object[] { Encoding.UTF8, Encoding.ASCII } },
        { typeof(IPAddress), new object[] { IPAddress.Loopback, IPAddress.IPv6Loopback } },
        { typeof(byte[]), new object[] { new byte[] { 0, 255 }, Enumerable.Range(0, 300).Select(number => (byte) number).ToArray() } },
        { typeof(char[]), new object[] { "x".ToCharArray(), "日本".ToCharArray() } },
        { typeof(object), new object[0] }
    };

    /// <summary>Whether values of the type look different in OutSystems and have checks of their own: tuples, whose members reflection
    /// cannot name, what contains itself and so is JSON, groups, and what is enumerated later.</summary>
    public static bool IsPeculiar(Type type)
    {
        return IsPeculiar(type, new Stack<Type>(), new HashSet<Type>());
    }

    static bool IsPeculiar(Type type, Stack<Type> path, HashSet<Type> done)
    {
        if (type.Name.StartsWith("ValueTuple`") || type.Name == "Tuple`8" || type.Name is "FSharpResult`2" or "IAsyncEnumerable`1" or "IGrouping`2" or "ILookup`2" or "NameValueCollection")
            return true;
        if (type.IsArray)
            return IsPeculiar(type.GetElementType(), path, done);
        if (type.IsGenericType && type.GetGenericArguments().Any(argument => IsPeculiar(argument, path, done)))
            return true;
        if (path.Contains(type))
            return true;
        string space = type.Namespace ?? "";
        if (space.StartsWith("System") || space.StartsWith("Microsoft.FSharp") || !done.Add(type))
            return false;
        path.Push(type);
        IEnumerable<Type> parts = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.PropertyType)
            .Concat(type.GetFields(BindingFlags.Public | BindingFlags.Instance).Select(field => field.FieldType));
        bool found = !type.IsEnum && parts.ToArray().Any(part => IsPeculiar(part, path, done));
        path.Pop();
        return found;
    }

    /// <summary>Throws a <see cref="NotSupportedException"/> for a type of which it knows no value.</summary>
    public static object Make(Type type, int seed, int depth = 0)
    {
        Type inner = Nullable.GetUnderlyingType(type);
        if (inner != null)
            return Make(inner, inner == typeof(bool) ? 0 : seed, depth);
        if (View.OptionOf(type) is Type held)
            return type.GetMethod("Some").Invoke(null, new[] { Make(held, held == typeof(bool) ? 0 : seed, depth) });
        if (View.NamesOf(type) is [_, ..] names)
            return names[seed % names.Length];
        if (known.TryGetValue(type, out object[] values) && values.Length > 0)
            return values[seed % values.Length] is ICloneable clone && type != typeof(string) ? clone.Clone() : values[seed % values.Length];
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(seed % Enum.GetValues(type).Length);
        if (type == typeof(StringBuilder))
            return new StringBuilder((string) Make(typeof(string), seed));
        if (type == typeof(XmlDocument))
        {
            var document = new XmlDocument();
            document.LoadXml("<a b=\"c\">d" + seed + "</a>");
            return document;
        }
        if (type == typeof(XElement))
            return XElement.Parse("<a b=\"c\">d" + seed + "</a>");
        if (type == typeof(XDocument))
            return XDocument.Parse("<a b=\"c\">d" + seed + "</a>");
        if (type == typeof(JsonDocument))
            return JsonDocument.Parse("{\"a\":[" + seed + "]}");
        if (type == typeof(JsonElement))
            return JsonDocument.Parse("{\"a\":[" + seed + "]}").RootElement;
        if (type == typeof(JsonNode))
            return JsonNode.Parse("{\"a\":[" + seed + "]}");
        if (type == typeof(TextReader))
            return new StringReader((string) Make(typeof(string), seed));
        if (type == typeof(Stream) || type == typeof(MemoryStream))
        {
            // One that is made of the bytes could not grow.
            var stream = new MemoryStream();
            stream.Write((byte[]) Make(typeof(byte[]), seed));
            stream.Position = 0;
            return stream;
        }
        if (type.IsByRefLike || type.IsPointer || depth > 4 || depth == 0 && IsPeculiar(type))
            throw new NotSupportedException(type.ToString());
        return type.IsArray ? Table(type, seed, depth) : Collection(type, seed, depth) ?? Product(type, seed, depth);
    }

    static Array Table(Type type, int seed, int depth)
    {
        int[] lengths = Enumerable.Repeat(2, type.GetArrayRank()).ToArray();
        Array table = Array.CreateInstance(type.GetElementType(), lengths);
        var places = from at in Enumerable.Range(0, table.Length) select Enumerable.Range(0, lengths.Length).Select(axis => at >> axis & 1).ToArray();
        foreach (int[] place in places)
            table.SetValue(Make(type.GetElementType(), seed + place.Sum(), depth + 1), place);
        return table;
    }

    /// <summary>A collection of one or two items; null for a type that is none.</summary>
    static object Collection(Type type, int seed, int depth)
    {
        Type enumerable = type.GetInterfaces().Append(type).FirstOrDefault(of => of.IsGenericType && of.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        if (enumerable == null)
            return null;
        Type item = enumerable.GetGenericArguments()[0];
        Array items = Array.CreateInstance(item, 1 + seed % 2);
        for (int i = 0; i < items.Length; i++)
            items.SetValue(Make(item, seed + i, depth + 1), i);
        if (item.IsGenericType && item.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
            return Dictionary(type, item, items);
        object list = Activator.CreateInstance(typeof(List<>).MakeGenericType(item), items);
        if (type.IsInstanceOfType(list))
            return list;
        if (type.Name == "FSharpList`1")
            return Module(type, "List", items);
        object set = Activator.CreateInstance(typeof(HashSet<>).MakeGenericType(item), items);
        if (type.IsInstanceOfType(set))
            return set;
        foreach (ConstructorInfo constructor in type.GetConstructors())
            if (constructor.GetParameters() is [var parameter] && (parameter.ParameterType.IsInstanceOfType(items) || parameter.ParameterType.IsInstanceOfType(list)))
                return constructor.Invoke(new[] { parameter.ParameterType.IsInstanceOfType(items) ? items : list });
        if (Filled(type, items) is object filled)
            return filled;
        throw new NotSupportedException(type.ToString());
    }

    static object Dictionary(Type type, Type pair, Array pairs)
    {
        Type dictionary = typeof(Dictionary<,>).MakeGenericType(pair.GetGenericArguments());
        var made = (IDictionary) Activator.CreateInstance(dictionary);
        foreach (object one in pairs)
            made[pair.GetProperty("Key").GetValue(one)] = pair.GetProperty("Value").GetValue(one);
        if (type.IsInstanceOfType(made))
            return made;
        if (type.Name == "FSharpMap`2")
        {
            Type tuple = typeof(Tuple<,>).MakeGenericType(pair.GetGenericArguments());
            Array tuples = Array.CreateInstance(tuple, made.Count);
            int at = 0;
            foreach (DictionaryEntry entry in made)
                tuples.SetValue(Activator.CreateInstance(tuple, entry.Key, entry.Value), at++);
            return Module(type, "Map", tuples);
        }
        ConstructorInfo constructor = type.GetConstructors().FirstOrDefault(of => of.GetParameters() is [var one] && one.ParameterType.IsInstanceOfType(made));
        return constructor != null ? constructor.Invoke(new object[] { made }) : Filled(type, pairs) ?? throw new NotSupportedException(type.ToString());
    }

    /// <summary>A collection of F#, made by the module of its functions.</summary>
    static object Module(Type type, string name, Array items)
    {
        MethodInfo make = type.Assembly.GetType("Microsoft.FSharp.Collections." + name + "Module").GetMethod("OfSeq");
        return make.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, new object[] { items });
    }

    /// <summary>A collection that is made empty and filled, or made by <c>CreateRange</c>.</summary>
    static object Filled(Type type, Array items)
    {
        MethodInfo add = type.GetMethod("Add", new[] { items.GetType().GetElementType() });
        if (add != null && add.ReturnType == typeof(void) && type.GetConstructor(Type.EmptyTypes) != null)
        {
            object collection = Activator.CreateInstance(type);
            foreach (object item in items)
                add.Invoke(collection, new[] { item });
            return collection;
        }
        string name = type.Name.Split('`')[0];
        Type factory = typeof(System.Collections.Immutable.ImmutableArray).Assembly.GetType("System.Collections.Immutable." + (type.IsInterface ? name.Substring(1) : name));
        MethodInfo create = factory?.GetMethods().FirstOrDefault(of => of.Name == "CreateRange" && of.GetParameters().Length == 1);
        return create?.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, new object[] { items });
    }

    /// <summary>An object of the constructor with the fewest parameters, with its properties and fields set.</summary>
    static object Product(Type type, int seed, int depth)
    {
        if (type.IsAbstract || type.IsPrimitive)
            throw new NotSupportedException(type.ToString());
        ConstructorInfo[] constructors = type.GetConstructors().OrderBy(of => of.GetParameters().Length).ToArray();
        bool isPair = type.FullName.StartsWith("System.");
        ConstructorInfo constructor = isPair ? constructors.LastOrDefault() : constructors.FirstOrDefault();
        if (constructor == null && !type.IsValueType)
            throw new NotSupportedException(type.ToString());
        ParameterInfo[] parameters = constructor == null ? new ParameterInfo[0] : constructor.GetParameters();
        // All of one seed: what has to be in an order often is, then.
        object[] arguments = parameters.Select(parameter => Make(parameter.ParameterType, seed, depth + 1)).ToArray();
        object made = constructor == null ? Activator.CreateInstance(type) : constructor.Invoke(arguments);
        foreach (PropertyInfo property in type.GetProperties().Where(of => of.SetMethod != null && of.SetMethod.IsPublic && !of.SetMethod.IsStatic && of.GetIndexParameters().Length == 0))
            property.SetValue(made, Part(property.PropertyType, seed, depth));
        foreach (FieldInfo field in type.GetFields().Where(of => !of.IsStatic && !of.IsInitOnly))
            field.SetValue(made, Part(field.FieldType, seed, depth));
        return made;
    }

    /// <summary>A part of an object; null where objects nest deep.</summary>
    static object Part(Type type, int seed, int depth)
    {
        bool isDeep = depth >= 3 && !type.IsValueType && !known.ContainsKey(type);
        return isDeep ? null : Make(type, seed, depth + 1);
    }
}
