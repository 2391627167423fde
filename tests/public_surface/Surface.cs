// usage: Surface.exe ASSEMBLY...
//
// Lists the documentation ids of the public members of public types, as reflection sees them: what a
// translation has to account for. An inherited member is listed where its base cannot have it: the base is
// not public, generic, or of another assembly that is no part of the framework.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;

static class Surface
{
    const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static
        | BindingFlags.Public | BindingFlags.NonPublic;

    static int Main(string[] paths)
    {
        foreach (string path in paths)
        {
            Assembly assembly = Assembly.ReflectionOnlyLoadFrom(path);
            AppDomain.CurrentDomain.ReflectionOnlyAssemblyResolve += (sender, missing) =>
            {
                string name = new AssemblyName(missing.Name).Name + ".dll";
                string beside = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path), name);
                return System.IO.File.Exists(beside)
                    ? Assembly.ReflectionOnlyLoadFrom(beside)
                    : Assembly.ReflectionOnlyLoad(missing.Name);
            };
            foreach (Type type in assembly.GetTypes().Where(type => type.IsVisible && !IsGenerated(type)))
            {
                foreach (string id in Members(type, type).Concat(Inherited(type)))
                {
                    Console.WriteLine(id);
                }
            }
        }
        return 0;
    }

    static IEnumerable<string> Inherited(Type type)
    {
        HashSet<string> seen = new HashSet<string>(Members(type, type));
        if (!type.IsClass || (type.IsAbstract && type.IsSealed) || IsDelegate(type))
        {
            yield break;
        }
        for (Type from = type.BaseType; from != null; from = from.BaseType)
        {
            bool hasMembers = from.Assembly == type.Assembly ? !from.IsGenericType : IsFramework(from.Assembly);
            if (IsNameable(from) && hasMembers)
            {
                yield break;
            }
            foreach (string id in Members(from, type).Where(seen.Add))
            {
                yield return id;
            }
        }
    }

    static bool IsDelegate(Type type)
    {
        return type.BaseType != null && type.BaseType.FullName == typeof(MulticastDelegate).FullName;
    }

    static bool IsNameable(Type type)
    {
        return type.IsGenericType ? type.GetGenericTypeDefinition().IsVisible : type.IsVisible;
    }

    static bool IsFramework(Assembly assembly)
    {
        string name = assembly.GetName().Name;
        return name == "mscorlib" || name.StartsWith("System") || name.StartsWith("Microsoft.");
    }

    // The members that `type` declares, under the name of `on`: of a base only what instances have.
    static IEnumerable<string> Members(Type type, Type on)
    {
        string owner = Name(on);
        bool isBase = type != on;
        PropertyInfo[] properties = type.GetProperties(Declared);
        EventInfo[] events = type.GetEvents(Declared);
        HashSet<MethodInfo> accessors = new HashSet<MethodInfo>(
            properties.SelectMany(property => property.GetAccessors(true)).Concat(events.SelectMany(Accessors)));
        foreach (ConstructorInfo constructor in type.GetConstructors(Declared))
        {
            if (!isBase && constructor.IsPublic && !constructor.IsStatic && !IsGenerated(constructor))
            {
                yield return "M:" + owner + ".#ctor" + Parameters(constructor.GetParameters());
            }
        }
        foreach (MethodInfo method in type.GetMethods(Declared))
        {
            if (method.IsPublic && !(isBase && method.IsStatic) && !accessors.Contains(method) && !IsGenerated(method) && !IsObjects(method))
            {
                yield return Id(owner, method);
            }
        }
        foreach (PropertyInfo property in properties)
        {
            MethodInfo[] open = property.GetAccessors();
            if (open.Length > 0 && !(isBase && open[0].IsStatic))
            {
                yield return "P:" + owner + "." + Escaped(property.Name) + Parameters(property.GetIndexParameters());
            }
        }
        foreach (FieldInfo field in type.GetFields(Declared))
        {
            if (field.IsPublic && !(isBase && field.IsStatic) && (!type.IsEnum || field.IsStatic))
            {
                yield return "F:" + owner + "." + Escaped(field.Name);
            }
        }
        foreach (EventInfo happening in events)
        {
            MethodInfo adder = happening.GetAddMethod(true);
            if (adder != null && adder.IsPublic && !(isBase && adder.IsStatic))
            {
                yield return "E:" + owner + "." + Escaped(happening.Name);
            }
        }
    }

    static IEnumerable<MethodInfo> Accessors(EventInfo happening)
    {
        MethodInfo[] methods = {
            happening.GetAddMethod(true), happening.GetRemoveMethod(true), happening.GetRaiseMethod(true)
        };
        return methods.Where(method => method != null);
    }

    static bool IsGenerated(MemberInfo member)
    {
        return CustomAttributeData.GetCustomAttributes(member)
            .Any(attribute => attribute.Constructor.DeclaringType.FullName == typeof(CompilerGeneratedAttribute).FullName);
    }

    // Overrides of what every object has.
    static bool IsObjects(MethodInfo method)
    {
        bool isOverride = method.IsVirtual && (method.Attributes & MethodAttributes.NewSlot) == 0 && !method.IsStatic;
        ParameterInfo[] parameters = method.GetParameters();
        switch (method.Name)
        {
            case "ToString":
            case "GetHashCode":
            case "GetType":
                return isOverride && parameters.Length == 0;
            case "Equals":
                return isOverride && parameters.Length == 1
                    && parameters[0].ParameterType.FullName == typeof(object).FullName;
            default:
                return false;
        }
    }

    static string Id(string owner, MethodInfo method)
    {
        string id = "M:" + owner + "." + Escaped(method.Name);
        if (method.IsGenericMethodDefinition)
        {
            id += "``" + method.GetGenericArguments().Length;
        }
        id += Parameters(method.GetParameters());
        bool isConversion = method.Name == "op_Implicit" || method.Name == "op_Explicit";
        return isConversion ? id + "~" + Use(method.ReturnType) : id;
    }

    static string Parameters(ParameterInfo[] parameters)
    {
        string types = string.Join(",", parameters.Select(parameter => Use(parameter.ParameterType)));
        return parameters.Length == 0 ? "" : "(" + types + ")";
    }

    static string Escaped(string name)
    {
        return name.Replace('.', '#').Replace('<', '{').Replace('>', '}').Replace(',', '@');
    }

    static string Name(Type type)
    {
        if (type.IsNested)
        {
            return Name(type.DeclaringType) + "." + type.Name;
        }
        return string.IsNullOrEmpty(type.Namespace) ? type.Name : type.Namespace + "." + type.Name;
    }

    static string Use(Type type)
    {
        if (type.IsGenericParameter)
        {
            return (type.DeclaringMethod == null ? "`" : "``") + type.GenericParameterPosition;
        }
        if (type.IsByRef)
        {
            return Use(type.GetElementType()) + "@";
        }
        if (type.IsPointer)
        {
            return Use(type.GetElementType()) + "*";
        }
        if (type.IsArray)
        {
            int rank = type.GetArrayRank();
            string bounds = rank == 1 ? "" : string.Join(",", Enumerable.Repeat("0:", rank));
            return Use(type.GetElementType()) + "[" + bounds + "]";
        }
        Queue<Type> arguments = new Queue<Type>(type.GetGenericArguments());
        return Closed(type, arguments);
    }

    // The name with each type's own arguments behind it.
    static string Closed(Type type, Queue<Type> arguments)
    {
        string prefix = type.IsNested ? Closed(type.DeclaringType, arguments) + "."
            : string.IsNullOrEmpty(type.Namespace) ? "" : type.Namespace + ".";
        string[] parts = type.Name.Split('`');
        if (parts.Length == 1)
        {
            return prefix + type.Name;
        }
        IEnumerable<string> own = Enumerable.Range(0, int.Parse(parts[1])).Select(_ => Use(arguments.Dequeue()));
        return prefix + parts[0] + "{" + string.Join(",", own) + "}";
    }
}
