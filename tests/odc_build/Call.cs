// Call ASSEMBLY ACTION ARGUMENTS: calls an action of an external library, and prints its outputs as JSON.
//
// As in ODC, the library and what it needs are loaded from its folder, as its .deps.json says.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Encodings.Web;
using System.Text.Json;

internal sealed class Folder : AssemblyLoadContext
{
    private readonly AssemblyDependencyResolver _resolver;

    public Folder(string library)
    {
        _resolver = new AssemblyDependencyResolver(library);
    }

    protected override Assembly? Load(AssemblyName name)
    {
        string? path = _resolver.ResolveAssemblyToPath(name);
        return path == null ? null : LoadFromAssemblyPath(path);
    }
}

internal static class Call
{
    private static readonly JsonSerializerOptions Options = new()
    {
        IncludeFields = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static void Main(string[] given)
    {
        Assembly library = new Folder(given[0]).LoadFromAssemblyPath(given[0]);
        Type contract = library.GetTypes().Single(IsContract);
        Type implementation = library.GetTypes().Single(type => type.IsClass && contract.IsAssignableFrom(type));
        MethodInfo action = contract.GetMethod(given[1])!;
        JsonElement arguments = JsonDocument.Parse(given[2]).RootElement;
        ParameterInfo[] parameters = action.GetParameters();
        object?[] values = parameters.Select(parameter => Value(parameter, arguments)).ToArray();
        object? result = action.Invoke(Activator.CreateInstance(implementation), values);
        Dictionary<string, object?> outputs = parameters
            .Where(parameter => parameter.IsOut)
            .ToDictionary(parameter => parameter.Name!, parameter => values[parameter.Position]);
        if (action.ReturnType != typeof(void))
        {
            outputs.Add("", result);
        }
        Console.WriteLine(JsonSerializer.Serialize(outputs, Options));
    }

    private static bool IsContract(Type type)
    {
        return type.GetCustomAttributesData().Any(attribute => attribute.AttributeType.Name == "OSInterfaceAttribute");
    }

    private static object? Value(ParameterInfo parameter, JsonElement arguments)
    {
        return arguments.TryGetProperty(parameter.Name!, out JsonElement value)
            ? value.Deserialize(parameter.ParameterType, Options)
            : null;
    }
}
