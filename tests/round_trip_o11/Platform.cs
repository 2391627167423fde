using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Text;

/// <summary>Calls actions as an application does: with OutSystems values.</summary>
/// <remarks>It is the opposite of <see cref="View"/>, and knows as little of the generated code.</remarks>
static class Platform
{
    /// <summary>The object that has the actions.</summary>
    public static object Extension;

    /// <summary>Calls an action, and gives its last output.</summary>
    /// <param name="inputs">.NET values; the action gets what stands for them. What is not given, or <see cref="Type.Missing"/>, has its default.</param>
    public static object Call(string action, params object[] inputs)
    {
        return Outputs(action, inputs).Last();
    }

    /// <summary>Calls an action, and gives its outputs.</summary>
    public static object[] Outputs(string action, params object[] inputs)
    {
        MethodInfo method = Extension.GetType().GetMethod(Target.MethodOf(action) ?? "");
        if (method == null)
            throw new MissingMethodException("There is no action " + action + ".");
        ParameterInfo[] parameters = method.GetParameters();
        var arguments = new object[parameters.Length];
        int given = 0;
        foreach (ParameterInfo parameter in Target.InputsOf(action, parameters))
        {
            object input = given < inputs.Length ? inputs[given++] : Type.Missing;
            arguments[parameter.Position] = input == Type.Missing ? Target.DefaultOf(action, parameter) : Value(parameter.ParameterType, input);
        }
        if (given != inputs.Length)
            throw new TargetParameterCountException(action + " has only " + given + " inputs.");
        object returned = null;
        try
        {
            returned = method.Invoke(Extension, arguments);
        }
        catch (TargetInvocationException e)
        {
            ExceptionDispatchInfo.Capture(e.InnerException).Throw();
        }
        IEnumerable<object> outputs = arguments.Where((argument, at) => parameters[at].IsOut);
        return (method.ReturnType == typeof(void) ? outputs : outputs.Concat(new[] { returned })).ToArray();
    }

    /// <summary>A new record of a structure.</summary>
    public static object New(string structure)
    {
        return Target.NewRecord(Extension.GetType().Assembly.GetTypes().Single(type => type.Name == Target.TypeOf(structure)));
    }

    /// <summary>The value of an attribute of a record.</summary>
    public static object Get(object record, string attribute)
    {
        return Field(ref record, attribute).GetValue(record);
    }

    /// <summary>Sets an attribute of a record, and gives the record.</summary>
    public static object With(object record, string attribute, object value)
    {
        object structure = record;
        Field(ref structure, attribute).SetValue(structure, value);
        if (structure != record)
            record.GetType().GetFields().Single(field => field.FieldType == structure.GetType()).SetValue(record, structure);
        return record;
    }

    /// <summary>The field of an attribute, in the record or in the structure that is all of its content.</summary>
    static FieldInfo Field(ref object record, string attribute)
    {
        FieldInfo[] fields = record.GetType().GetFields().Where(field => Target.AttributeOf(field) != null).ToArray();
        if (fields.Length == 1 && Target.IsContent(record.GetType(), fields[0]))
        {
            record = fields[0].GetValue(record);
            fields = record.GetType().GetFields();
        }
        return fields.Single(field => Target.AttributeOf(field) == attribute);
    }

    /// <summary>The OutSystems value of the given type that stands for a .NET value.</summary>
    public static T Value<T>(object net)
    {
        return (T) Value(typeof(T), net);
    }

    public static object Value(Type type, object net)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (net != null && View.OptionOf(net.GetType()) != null)
            return Value(type, View.Held(net));
        if (type == typeof(object) || type.IsInstanceOfType(net))
            return net;
        if (Target.IsRecord(type))
            return Record(type, net);
        if (Target.IsList(type))
            return List(type, net);
        if (type == typeof(string))
            return Text(net);
        if (type == typeof(byte[]))
            return net == null ? new byte[0] : net is Stream ? ReadToEnd((Stream) net) : ((IEnumerable<byte>) net).ToArray();
        if (type == typeof(DateTime))
            return Date(net);
        if (net == null)
            return Activator.CreateInstance(type);
#if MODERN
        if (net is Half)
            net = (float) (Half) net;
#endif
        if (net is TimeSpan)
            return ((TimeSpan) net).Ticks / 10000000m;
        if (net is UIntPtr)
            return (decimal) ((UIntPtr) net).ToUInt64();
        if (net is IntPtr)
            return ((IntPtr) net).ToInt64();
        return Convert.ChangeType(net is Enum ? Convert.ChangeType(net, Enum.GetUnderlyingType(net.GetType())) : net, type, CultureInfo.InvariantCulture);
    }

    public static object Record(Type type, object net)
    {
        object record = Target.NewRecord(type);
        FieldInfo[] fields = type.GetFields().Where(field => Target.AttributeOf(field) != null).ToArray();
        foreach (FieldInfo field in fields)
        {
            bool isContent = fields.Length == 1 && Target.IsContent(type, field);
            object part = isContent ? net : Member(net, Target.AttributeOf(field));
            if (isContent || part != null)
                field.SetValue(record, Value(field.FieldType, part));
        }
        return record;
    }

    /// <summary>A member of an object; <c>Has…</c> says whether another one is not null.</summary>
    static object Member(object net, string name)
    {
        if (net == null)
            return null;
        PropertyInfo property = net.GetType().GetProperty(name);
        FieldInfo field = net.GetType().GetField(name);
        if (property != null || field != null)
            return property != null ? property.GetValue(net, null) : field.GetValue(net);
        if (name.StartsWith("Has"))
            return Member(net, name.Substring(3)) != null;
        throw new MissingMemberException(net.GetType() + " has no " + name + ".");
    }

    public static object List(Type type, object net)
    {
        object list = Activator.CreateInstance(type);
        Type item = Target.ItemOf(type);
        if (net is Array && ((Array) net).Rank > 1)
            net = View.Slices((Array) net);
        foreach (object value in (IEnumerable) net ?? new object[0])
            Target.Append(list, Value(item, value));
        return list;
    }

    static string Text(object net)
    {
        if (net == null)
            return "";
        return View.TextOf(net) ?? Convert.ToString(net, CultureInfo.InvariantCulture);
    }

    static object Date(object net)
    {
        if (net == null)
            return new DateTime(1900, 1, 1);
#if MODERN
        if (net is DateOnly)
            return ((DateOnly) net).ToDateTime(TimeOnly.MinValue);
        if (net is TimeOnly)
            return new DateTime(1900, 1, 1).Add(((TimeOnly) net).ToTimeSpan());
#endif
        return ((DateTimeOffset) net).UtcDateTime;
    }

    static byte[] ReadToEnd(Stream stream)
    {
        var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
