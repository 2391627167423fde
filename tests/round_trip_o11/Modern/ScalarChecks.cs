using System;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modern;

/// <summary>Types that .NET Framework does not have.</summary>
static class ScalarChecks
{
    public static void Run()
    {
        foreach (var value in new[] { new DateOnly(1900, 1, 2), new DateOnly(2024, 2, 29), DateOnly.MaxValue })
        {
            Check.Same("DateOnly " + value, Scalars.OfDateOnly(value), Platform.Call("OfDateOnly", value));
            Check.Same("nullable DateOnly " + value, Scalars.OfNullableDateOnly(value), Platform.Call("OfNullableDateOnly", value));
        }
        Check.Same("nullable DateOnly, null", new DateTime(1900, 1, 1), Platform.Call("OfNullableDateOnly", (object) null));
        foreach (var value in new[] { TimeOnly.MinValue, new TimeOnly(23, 59, 59), TimeOnly.MaxValue })
            Check.Same("TimeOnly " + value, Scalars.OfTimeOnly(value), Platform.Call("OfTimeOnly", value));
        foreach (var value in new[] { Half.Zero, (Half) 0.5f, Half.MaxValue, Half.MinValue })
            Check.Same("Half " + value, (decimal) (float) Scalars.OfHalf(value), Platform.Call("OfHalf", (decimal) (float) value));
        Check.Refuses<OverflowException>("no number", () => Platform.Call("NoNumber"), "NaN");
        foreach (var value in new[] { Int128.Zero, Int128.MinValue, Int128.MaxValue })
            Check.Same("Int128 " + value, Scalars.OfInt128(value), Platform.Call("OfInt128", value));
        foreach (var value in new[] { UInt128.Zero, UInt128.MaxValue })
            Check.Same("UInt128 " + value, Scalars.OfUInt128(value), Platform.Call("OfUInt128", value));
        Check.Same("no Int128 is zero", Int128.Zero, Platform.Call("OfInt128", ""));
        Check.Refuses<ArgumentException>("Int128 that is too large", () => Platform.Call("OfInt128", new string('9', 50)), "OfInt128: Value");
        Check.Refuses<ArgumentException>("UInt128 below zero", () => Platform.Call("OfUInt128", "-1"), "OfUInt128: Value");
        foreach (nint value in new nint[] { 0, nint.MinValue, nint.MaxValue })
            Check.Same("nint " + value, Scalars.OfNint(value), Platform.Call("OfNint", value));

        const string json = "{\"a\":[1,2.50,null],\"b\":{\"c\":\"Gr\\u00fc\\u00dfe\"}}";
        Check.Same("JsonElement", Scalars.OfJsonElement(JsonDocument.Parse(json).RootElement).GetRawText(), Platform.Call("OfJsonElement", json));
        Check.Same("no JsonElement", "", Platform.Call("OfJsonElement", ""));
        Check.Same("JsonDocument", Scalars.OfJsonDocument(JsonDocument.Parse(json)).RootElement.GetRawText(), Platform.Call("OfJsonDocument", json));
        Check.Same("no JsonDocument", "", Platform.Call("OfJsonDocument", ""));
        Check.Same("JsonNode", Scalars.OfJsonNode(JsonNode.Parse(json)).ToJsonString(), Platform.Call("OfJsonNode", json));
        Check.Same("no JsonNode", "", Platform.Call("OfJsonNode", ""));
        Check.Same("Member", "{\"c\":\"Gr\\u00fc\\u00dfe\"}", Platform.Call("Member", json, "b"));
        Check.Same("no Member", "", Platform.Call("Member", json, "x"));
        foreach (string action in new[] { "OfJsonElement", "OfJsonDocument", "OfJsonNode" })
            Check.Refuses<ArgumentException>(action + " of wrong JSON", () => Platform.Call(action, "{"), action + ": Value");
        long right = 1L << 40;
        int left = 2, number = 3;
        Check.Same("AddVariables", References.AddVariables(in left, in right), Platform.Call("AddVariables", left, right));
        string text = "text";
        Point point = new Point(1, -1);
        Check.Same("ShowVariables", References.ShowVariables(in text, in point, in number), Platform.Call("ShowVariables", text, point, number));
        Guid guid = Guid.NewGuid();
        Check.Same("OfVariableAsync", guid, Platform.Call("OfVariable", guid));
        Check.Same("Defaults", Scalars.Defaults(), Platform.Call("Defaults"));
    }
}
