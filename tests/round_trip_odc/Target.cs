using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using OutSystems.ExternalLibraries.SDK;

/// <summary>What is peculiar to the code that is generated for ODC.</summary>
static class Target
{
    /// <summary>Whether values of the type are those of a structure.</summary>
    public static bool IsRecord(Type type)
    {
        return type.IsDefined(typeof(OSStructureAttribute));
    }

    public static bool IsList(Type type)
    {
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>);
    }

    /// <summary>The attribute that a field holds, or null.</summary>
    public static string AttributeOf(FieldInfo field)
    {
        return field.Name;
    }

    /// <summary>Whether the structure is there only because ODC has no lists of lists.</summary>
    public static bool IsContent(Type type, FieldInfo field)
    {
        return type.Name.EndsWith("List") && field.Name == "Items";
    }

    /// <summary>The name of the type of a structure's records.</summary>
    public static string TypeOf(string structure)
    {
        return structure;
    }

    public static object NewRecord(Type type)
    {
        return Activator.CreateInstance(type);
    }

    /// <summary>The type of the items of a list.</summary>
    public static Type ItemOf(Type list)
    {
        return list.GetGenericArguments()[0];
    }

    public static void Append(object list, object item)
    {
        ((IList) list).Add(item);
    }

    /// <summary>The method of an action, by its name in O11.</summary>
    public static string MethodOf(string action)
    {
        return Actions.All.Where(known => known.Of == action).Select(known => known.Name).SingleOrDefault();
    }

    /// <summary>The inputs among the parameters of a method, in the order of the action's definition.</summary>
    public static IEnumerable<ParameterInfo> InputsOf(string action, ParameterInfo[] parameters)
    {
        string[] names = Actions.All.Single(known => known.Of == action).Inputs.Select(input => input.Name).ToArray();
        return names.Select(name => parameters.Single(parameter => parameter.Name == name));
    }

    /// <summary>The value of an input that is not given.</summary>
    public static object DefaultOf(string action, ParameterInfo parameter)
    {
        if (!parameter.HasDefaultValue)
            throw new TargetParameterCountException(action + " needs " + parameter.Name + ".");
        return parameter.DefaultValue;
    }
}
