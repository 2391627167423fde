namespace Modern;

using System;
using System.Text.Json;
using System.Text.Json.Nodes;

/// <summary>Types that .NET Framework does not have.</summary>
public static class Scalars
{
    public static DateOnly OfDateOnly(DateOnly value) => value;
    public static DateOnly? OfNullableDateOnly(DateOnly? value) => value;
    public static TimeOnly OfTimeOnly(TimeOnly value) => value;
    public static Half OfHalf(Half value) => value;
    public static Int128 OfInt128(Int128 value) => value;
    public static UInt128 OfUInt128(UInt128 value) => value;
    public static nint OfNint(nint value) => value;
    public static JsonElement OfJsonElement(JsonElement value) => value;
    public static JsonNode? OfJsonNode(JsonNode? value) => value;
    public static JsonDocument? OfJsonDocument(JsonDocument? value) => value;

    /// <summary>Looks for a member.</summary>
    public static JsonElement Member(JsonElement value, string name) => value.TryGetProperty(name, out var found) ? found : default;

    /// <summary>Gives a number that is none.</summary>
    public static Half NoNumber() => Half.NaN;

    /// <summary>Has defaults.</summary>
    public static string Defaults(DateOnly date = default, TimeOnly time = default, DateOnly? none = null, nint number = 5) => $"{date:yyyy-MM-dd}|{time:HH:mm:ss}|{(none is null ? "null" : "some")}|{number}";
}
