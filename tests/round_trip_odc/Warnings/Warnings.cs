// What the compiler warns of under names that the attributes give, or refuses to use unless it is told to.
using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace Warnings;

[Experimental("WARN1")]
public class Trial
{
    public string Name { get; set; } = "";
}

[Experimental("WARN1")]
public static class Trials
{
    public static List<Trial> Given(Trial taken) => [taken];
}

public class Members
{
    [Experimental("WARN2")]
    public Members(int count) => Count = count;

    [Experimental("WARN3")]
    public int Count { get; }

    [Obsolete("Use another.", DiagnosticId = "WARN4")]
    public int Old(int taken) => taken;
}
