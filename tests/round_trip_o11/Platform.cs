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
    /// <param name="inputs">.NET values; the action gets what stands for them. What is not given has its default.</param>
    public static object Call(string action, params object[] inputs)
    {
        return Outputs(action, inputs).Last();
    }

    /// <summary>Calls an action, and gives its outputs.</summary>
    public static object[] Outputs(string action, params object[] inputs)
    {
        MethodInfo method = Extension.GetType().GetMethod(Target.MethodOf(action));
        if (method == null)
            throw new MissingMethodException("There is no action " + action + ".");
        ParameterInfo[] parameters = method.GetParameters();
        var arguments = new object[parameters.Length];
        int given = 0;
        foreach (ParameterInfo parameter in Target.InputsOf(action, parameters))
            arguments[parameter.Position] = given < inputs.Length ? Value(parameter.ParameterType, inputs[given++]) : Target.DefaultOf(action, parameter);
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

    /// <summary>The OutSystems value of the given type that stands for a .NET value.</summary>
    public static T Value<T>(object net)
    {
        return (T) Value(typeof(T), net);
    }

    public static object Value(Type type, object net)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
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
