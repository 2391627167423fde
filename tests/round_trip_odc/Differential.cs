using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

/// <summary>Calls every action of a library, and the member behind it, with the same values.</summary>
static class Differential
{
    const int Rounds = 6;

    static readonly Dictionary<string, MethodBase> members = new Dictionary<string, MethodBase>();
    static readonly Dictionary<string, FieldInfo> fields = new Dictionary<string, FieldInfo>();

    static int Main()
    {
        Platform.Extension = Actions.Library;
        foreach (Assembly assembly in Actions.Assemblies.Select(Assembly.Load))
            foreach (Type type in TypesOf(assembly))
                Index(type);
        foreach (LibraryAction action in Actions.All.Where(action => !Actions.Different.Contains(action.Of)))
        {
            int done = 0;
            string reason = "the member is not found";
            for (int round = 0; round < Rounds && members.Count > 0; round++)
                try
                {
                    Compare(action, round);
                    done++;
                }
                catch (NotSupportedException e)
                {
                    reason = e.Message;
                }
            if (done == 0)
                Console.WriteLine("NOT " + action.Of + " " + reason);
        }
        Actions.RunChecks();
        return Check.Finish();
    }

    /// <summary>The public types, but for those that .NET cannot load.</summary>
    static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes().Where(type => type.IsVisible);
        }
        catch (ReflectionTypeLoadException e)
        {
            return e.Types.Where(type => type != null && type.IsVisible);
        }
    }

    static void Compare(LibraryAction action, int round)
    {
        // Twice, since a stream can be read only once.
        string title = action.Of + " " + round;
        string[] net = Outcome(() => Net(action, round)), platform = Outcome(() => Platform.Outputs(action.Of, Inputs(action, round)));
        if (net == null)
            Check.Same(title + " has no OutSystems value", true, platform[0].StartsWith("System.OverflowException"));
        else
            Check.Same(title, string.Join(" & ", net), string.Join(" & ", platform));
    }

    /// <summary>What a call gives, or the exception that it throws; null for what OutSystems cannot express.</summary>
    static string[] Outcome(Func<object[]> call)
    {
        string[] outcome = null;
        NotSupportedException refusal = null;
        var thread = new Thread(() =>
        {
            try
            {
                object[] outputs = call();
                outcome = Views(outputs);
            }
            catch (NotSupportedException e)
            {
                refusal = e;
            }
            catch (Exception e)
            {
                outcome = new[] { e.GetType() + ": " + e.Message };
            }
        }) { IsBackground = true };
        thread.Start();
        if (!thread.Join(TimeSpan.FromSeconds(5)))
            throw new NotSupportedException("it does not end");
        return refusal == null ? outcome : throw refusal;
    }

    static string[] Views(object[] outputs)
    {
        try
        {
            return outputs.Select(output => output is Empty empty ? View.Empty(empty.Type) : View.Of(output)).ToArray();
        }
        catch (Exception e) when (e is FormatException || e is OverflowException)
        {
            return null;
        }
    }

    /// <summary>A null of a type.</summary>
    sealed class Empty
    {
        public Type Type;
    }

    static object OrEmpty(object value, Type type)
    {
        if (Sample.IsPeculiar(type))
            throw new NotSupportedException(type + " has checks of its own");
        return value ?? new Empty { Type = type };
    }

    /// <summary>The .NET values of the inputs, but of those that are left out in the first round.</summary>
    static object[] Inputs(LibraryAction action, int round)
    {
        var inputs = new List<object>();
        Walk(action, round, inputs, out _, out _);
        if (round > 0)
            return inputs.ToArray();
        ParameterInfo[] parameters = Platform.Extension.GetType().GetMethod(action.Name).GetParameters();
        bool[] optional = Target.InputsOf(action.Of, parameters).Select(parameter => parameter.HasDefaultValue).ToArray();
        if (optional.Length != inputs.Count)
            throw new InvalidOperationException(action.Name + " has " + optional.Length + " inputs, not " + inputs.Count + ".");
        return inputs.Select((input, at) => optional[at] ? Type.Missing : input).ToArray();
    }

    static object[] Net(LibraryAction action, int round)
    {
        Walk(action, round, new List<object>(), out object instance, out object[] arguments);
        if (fields.TryGetValue(action.Member, out FieldInfo field))
        {
            if (action.Kind == "FieldGet")
                return new[] { OrEmpty(field.GetValue(instance), field.FieldType) };
            field.SetValue(instance, arguments[0]);
            return action.ChangesInstance ? new[] { instance } : new object[0];
        }
        MethodBase member = Find(action.Key);
        object result = Wait(Invoke(member, instance, arguments), out Type type, member is MethodInfo method ? method.ReturnType : member.DeclaringType);
        var outputs = member.GetParameters().Select((parameter, at) => (parameter, at)).Where(of => action.Outputs.Contains(of.parameter.Name))
            .Select(of => OrEmpty(Content(arguments[of.at]), Plain(of.parameter.ParameterType))).ToList();
        if (action.ChangesInstance)
            outputs.Add(instance);
        if (type != typeof(void))
            outputs.Add(OrEmpty(result, type));
        return outputs.ToArray();
    }

    static Type Plain(Type type)
    {
        return type.IsByRef ? type.GetElementType() : type;
    }

    /// <summary>What is in a stream or a writer after the call, and any other value.</summary>
    static object Content(object value)
    {
        return value is MemoryStream stream ? stream.ToArray() : value is StringWriter writer ? writer.ToString() : value;
    }

    /// <summary>What a member is given to write to, with nothing in it; null for a type that has a value.</summary>
    static object Blank(Type type)
    {
        if (type == typeof(TextWriter) || type == typeof(StringWriter))
            return new StringWriter(CultureInfo.InvariantCulture);
        return type == typeof(StringBuilder) ? new StringBuilder() : type == typeof(Stream) || type == typeof(MemoryStream) ? new MemoryStream() : null;
    }

    /// <summary>Makes the values of all inputs in the order of the definition, and what the member is called with.</summary>
    static void Walk(LibraryAction action, int round, List<object> inputs, out object instance, out object[] arguments)
    {
        var sources = new Queue<(string Name, string Source)>(action.Inputs);
        bool isField = fields.TryGetValue(action.Member, out FieldInfo field);
        MethodBase behind = isField ? null : Find(action.Key);
        int seed = round;
        object Next(Type type, bool isOptional, object fallback)
        {
            sources.Dequeue();
            object value = Sample.Make(type, seed++);
            inputs.Add(value);
            return isOptional && round == 0 ? fallback : value;
        }
        object[] Arguments(MethodBase called)
        {
            return called.GetParameters().Select(parameter =>
            {
                Type type = Plain(parameter.ParameterType);
                bool isParams = parameter.IsDefined(typeof(ParamArrayAttribute));
                object blank = called == behind && action.Outputs.Contains(parameter.Name) && !parameter.IsOut ? Blank(type) : null;
                object fallback = blank ?? (isParams ? Array.CreateInstance(type.GetElementType(), 0) : DefaultOf(parameter, type));
                // Compilers call the parameter of a setter what they like.
                bool isValue = called == behind && action.Kind == "PropertySet" && sources.Count == 1;
                bool isGiven = !parameter.IsOut && sources.Count > 0 && (isValue || sources.Peek().Source == parameter.Name);
                return isGiven ? Next(type, parameter.IsOptional || isParams || Nullable.GetUnderlyingType(type) != null || View.OptionOf(type) != null || blank != null, fallback) : fallback;
            }).ToArray();
        }
        instance = null;
        bool isInstance = isField ? !field.IsStatic : !behind.IsStatic && behind is MethodInfo;
        if (action.Maker != null)
        {
            MethodBase maker = Find(action.Maker);
            object[] made = Arguments(maker);
            instance = Wait(Invoke(maker, null, made), out _, typeof(object));
        }
        else if (isInstance)
            instance = Next(isField ? field.ReflectedType : behind.ReflectedType, false, null);
        if (!isField)
            arguments = Arguments(behind);
        else
            arguments = action.Kind == "FieldSet" ? new[] { Next(field.FieldType, false, null) } : new object[0];
        if (sources.Count > 0)
            throw new NotSupportedException("its input " + sources.Peek().Name + " is not known");
    }

    static object DefaultOf(ParameterInfo parameter, Type type)
    {
        object value = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        Type inner = Nullable.GetUnderlyingType(type) ?? type;
        if (value != null && inner.IsEnum)
            return Enum.ToObject(inner, value);
        if (inner == typeof(IntPtr))
            return new IntPtr(Convert.ToInt64(value));
        return inner == typeof(UIntPtr) ? new UIntPtr(Convert.ToUInt64(value)) : value is DBNull ? null : value;
    }

    static object Invoke(MethodBase member, object instance, object[] arguments)
    {
        try
        {
            return member is ConstructorInfo constructor ? constructor.Invoke(arguments) : member.Invoke(instance, arguments);
        }
        catch (TargetInvocationException e)
        {
            ExceptionDispatchInfo.Capture(e.InnerException).Throw();
            throw;
        }
    }

    /// <summary>The result of a task, and of anything else itself.</summary>
    static object Wait(object value, out Type type, Type declared)
    {
        type = declared;
        if (value != null && value.GetType().Name.StartsWith("ValueTask"))
            value = value.GetType().GetMethod("AsTask").Invoke(value, null);
        if (value != null && value.GetType().Name == "FSharpAsync`1")
        {
            MethodInfo start = value.GetType().Assembly.GetType("Microsoft.FSharp.Control.FSharpAsync").GetMethod("StartAsTask");
            value = start.MakeGenericMethod(value.GetType().GetGenericArguments()).Invoke(null, new[] { value, null, null });
        }
        if (value is not Task task)
            return value;
        task.GetAwaiter().GetResult();
        type = declared.IsGenericType ? declared.GetGenericArguments()[0] : typeof(void);
        if (type.FullName == "Microsoft.FSharp.Core.Unit")
            type = typeof(void);
        return declared.IsGenericType ? task.GetType().GetProperty("Result").GetValue(task) : null;
    }

    static MethodBase Find(string key)
    {
        return members.TryGetValue(key, out MethodBase member) ? member : throw new NotSupportedException("the member " + key + " is not found");
    }

    /// <summary>Notes the members of a type, the most derived first, by their documentation ids; accessors by those of their properties.</summary>
    static void Index(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;
        string name = NameOf(type);
        foreach (FieldInfo field in type.GetFields(All))
            fields.TryAdd("F:" + name + "." + field.Name, field);
        foreach (PropertyInfo property in type.GetProperties(All))
        {
            string id = "P:" + name + "." + property.Name + Parameters(property.GetIndexParameters());
            if (property.GetMethod != null)
                members.TryAdd(id + " Get", property.GetMethod);
            if (property.SetMethod != null)
                members.TryAdd(id + " Set", property.SetMethod);
        }
        foreach (MethodInfo method in type.GetMethods(All))
        {
            string arity = method.IsGenericMethod ? "``" + method.GetGenericArguments().Length : "";
            string result = method.Name is "op_Implicit" or "op_Explicit" ? "~" + NameOf(method.ReturnType) : "";
            members.TryAdd("M:" + name + "." + method.Name + arity + Parameters(method.GetParameters()) + result, method);
        }
        foreach (ConstructorInfo constructor in type.GetConstructors())
            members["M:" + name + ".#ctor" + Parameters(constructor.GetParameters())] = constructor;
    }

    static string Parameters(ParameterInfo[] parameters)
    {
        return parameters.Length == 0 ? "" : "(" + string.Join(",", parameters.Select(parameter => NameOf(parameter.ParameterType))) + ")";
    }

    static string NameOf(Type type)
    {
        if (type.IsByRef)
            return NameOf(type.GetElementType()) + "@";
        if (type.IsPointer)
            return NameOf(type.GetElementType()) + "*";
        if (type.IsArray)
            return NameOf(type.GetElementType()) + (type.GetArrayRank() == 1 ? "[]" : "[" + string.Join(",", Enumerable.Repeat("0:", type.GetArrayRank())) + "]");
        if (type.IsGenericParameter)
            return (type.DeclaringMethod != null ? "``" : "`") + type.GenericParameterPosition;
        if (!type.IsGenericType || type.IsGenericTypeDefinition)
            return (type.FullName ?? type.Name).Replace('+', '.');
        string[] arguments = type.GetGenericArguments().Select(NameOf).ToArray();
        string open = type.GetGenericTypeDefinition().FullName.Replace('+', '.');
        int used = 0;
        var parts = open.Split('.').Select(part =>
        {
            string[] split = part.Split('`');
            if (split.Length == 1)
                return part;
            int count = int.Parse(split[1]);
            used += count;
            return split[0] + "{" + string.Join(",", arguments.Skip(used - count).Take(count)) + "}";
        });
        return string.Join(".", parts);
    }
}

/// <summary>An action of the library.</summary>
sealed class LibraryAction
{
    public string Of, Name, Kind, Member, Key, Maker;
    public bool ChangesInstance;
    /// <summary>The parameters of the member that come back.</summary>
    public string[] Outputs;
    public (string Name, string Source)[] Inputs;
}
