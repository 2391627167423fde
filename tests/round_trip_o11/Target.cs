using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using OutSystems.HubEdition.RuntimePlatform.Db;

/// <summary>What is peculiar to the code that is generated for OutSystems 11.</summary>
static class Target
{
    /// <summary>Whether values of the type are those of a structure.</summary>
    public static bool IsRecord(Type type)
    {
        return typeof(IRecord).IsAssignableFrom(type);
    }

    public static bool IsList(Type type)
    {
        return typeof(IOSList).IsAssignableFrom(type);
    }

    /// <summary>The attribute that a field holds, or null.</summary>
    public static string AttributeOf(FieldInfo field)
    {
        return field.Name.StartsWith("ss") ? field.Name.Substring(2) : null;
    }

    /// <summary>Whether the structure is there only because OutSystems needs records in lists, or a record around a structure.</summary>
    public static bool IsContent(Type type, FieldInfo field)
    {
        return type.Name.EndsWith("ItemStructure") && field.Name == "ssValue"
            || type.Name.EndsWith("ListStructure") && field.Name == "ssItems"
            || field.Name.StartsWith("ssST") && type.Name.StartsWith("RC");
    }

    /// <summary>The name of the type of a structure's records.</summary>
    public static string TypeOf(string structure)
    {
        return "RC" + structure + "Record";
    }

    public static object NewRecord(Type type)
    {
        return Activator.CreateInstance(type, new object[] { new string[0] });
    }

    /// <summary>The type of the items of a list.</summary>
    public static Type ItemOf(Type list)
    {
        return list.GetMethods().First(method => method.Name == "Append" && method.GetParameters().Length == 1).GetParameters()[0].ParameterType;
    }

    public static void Append(object list, object item)
    {
        ((IOSList) list).Append(item);
    }

    public static string MethodOf(string action)
    {
        return "Mss" + action;
    }

    /// <summary>The inputs among the parameters of a method, in the order of the action's definition.</summary>
    public static IEnumerable<ParameterInfo> InputsOf(string action, ParameterInfo[] parameters)
    {
        return parameters.Where(parameter => !parameter.IsOut);
    }

    /// <summary>The value of an input that is not given.</summary>
    public static object DefaultOf(string action, ParameterInfo parameter)
    {
        FieldInfo field = typeof(Default).GetField(action + "_" + parameter.Name.Substring(2));
        if (field != null)
            return field.GetValue(null);
        // Records and lists have no literals: OutSystems leaves them as they are made.
        return IsRecord(parameter.ParameterType) ? Platform.Record(parameter.ParameterType, null) : Platform.List(parameter.ParameterType, null);
    }
}
