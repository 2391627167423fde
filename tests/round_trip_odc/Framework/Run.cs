// Run LIBRARY: calls every action of an external library whose name begins with Kept, and prints the names.
using System;
using System.Linq;
using System.Reflection;

internal static class Run
{
    private static void Main(string[] given)
    {
        Type[] types = Assembly.LoadFrom(given[0]).GetTypes();
        Type contract = types.Single(type => type.IsInterface);
        object library = Activator.CreateInstance(types.Single(type => type.IsClass && contract.IsAssignableFrom(type)))!;
        foreach (MethodInfo action in contract.GetMethods().Where(action => action.Name.StartsWith("Kept")))
        {
            object?[] values = action.GetParameters().Select(Value).ToArray();
            action.Invoke(library, values);
            Console.WriteLine(action.Name);
        }
    }

    private static object? Value(ParameterInfo parameter)
    {
        Type type = parameter.ParameterType;
        return type == typeof(string) ? "" : type.IsValueType ? Activator.CreateInstance(type) : null;
    }
}
