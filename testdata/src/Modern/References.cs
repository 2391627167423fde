namespace Modern;

using System;
using System.Threading.Tasks;

/// <summary>Takes variables that it only reads.</summary>
public static class References
{
    /// <summary>Adds what two variables hold.</summary>
    public static long AddVariables(ref readonly int left, ref readonly long right) => left + right;

    /// <summary>Writes down what variables hold.</summary>
    public static string ShowVariables(ref readonly string? text, ref readonly Point point, in int number) => $"{text ?? "null"} {point} {number}";

    /// <summary>Waits before it gives back what a variable holds.</summary>
    public static Task<Guid> OfVariableAsync(ref readonly Guid value)
    {
        Guid read = value;
        return Task.Run(() => read);
    }
}
