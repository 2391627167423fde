using System;
using System.Linq;
using System.Reflection;

/// <summary>Prints the static methods of Library.dll that can be called.</summary>
internal static class Load
{
    private static void Main()
    {
        Module module = Assembly.Load("Library").ManifestModule;
        for (int row = 2; TryLoad(module, 0x02000000 | row, out Type? type); row++)
        {
            MethodInfo? method = type?.GetMethods().SingleOrDefault(of => of.IsStatic && of.DeclaringType == type);
            if (method?.Invoke(null, null) is 1)
            {
                Console.WriteLine(method.Name);
            }
        }
    }

    /// <summary>Whether there is such a type, which is null if it does not load.</summary>
    private static bool TryLoad(Module module, int token, out Type? type)
    {
        type = null;
        try
        {
            type = module.ResolveType(token);
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
        catch (Exception error) when (error is TypeLoadException or System.IO.FileNotFoundException)
        {
        }
        return true;
    }
}
