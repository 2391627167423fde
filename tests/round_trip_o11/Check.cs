using System;
using System.Linq;

/// <summary>Compares what the extension does with what the DLL does, and prints a line for each comparison.</summary>
static class Check
{
    static int passed, failed;

    /// <summary>The value from OutSystems must stand for the value from .NET.</summary>
    public static void Same<N, P>(string name, N net, P platform)
    {
        Report(name, View.Of(net), View.Of(platform));
    }

    /// <summary>Both must fail with the very same exception.</summary>
    public static void SameFailure(string name, Action net, Action platform)
    {
        Exception expected = Failure(net), actual = Failure(platform);
        if (expected == null)
            throw new InvalidOperationException(name + " does not fail.");
        Report(name, Describe(expected), Describe(actual));
    }

    /// <summary>The extension must refuse with an exception of type <typeparamref name="E"/> that names all of <paramref name="words"/>.</summary>
    public static void Refuses<E>(string name, Action platform, params string[] words) where E : Exception
    {
        Exception actual = Failure(platform);
        bool isClear = actual != null && words.All(actual.Message.Contains);
        Report(name, typeof(E).FullName, isClear ? actual.GetType().FullName : Describe(actual) + " without " + string.Join(", ", words));
    }

    /// <summary>Prints the count, and gives the exit code.</summary>
    public static int Finish()
    {
        Console.WriteLine(passed + failed + " checks");
        return failed == 0 ? 0 : 1;
    }

    static void Report(string name, string expected, string actual)
    {
        if (expected == actual)
        {
            passed++;
            Console.WriteLine("ok " + name);
        }
        else
        {
            failed++;
            Console.WriteLine("FAIL " + name + ": expected " + Short(expected) + " got " + Short(actual));
        }
    }

    static Exception Failure(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    static string Describe(Exception e)
    {
        return e == null ? "no exception" : (e.GetType().FullName + ": " + e.Message).Replace("\n", " ").Replace("\r", "");
    }

    static string Short(string text)
    {
        return text.Length <= 1000 ? text : text.Substring(0, 1000) + "…";
    }
}
