using System;
using System.Collections.Generic;
using Microsoft.Extensions.Logging;

/// <summary>What the library is given logs what the members say.</summary>
static class LoggerChecks
{
    sealed class Recorder : ILogger, IDisposable
    {
        public readonly List<string> Said = new List<string>();

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception exception, Func<TState, Exception, string> formatter)
        {
            Said.Add(logLevel + " " + eventId.Id + " " + formatter(state, exception));
        }

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

        public IDisposable BeginScope<TState>(TState state)
        {
            Said.Add("open " + state);
            return this;
        }

        public void Dispose()
        {
            Said.Add("close");
        }
    }

    public static void Run()
    {
        var recorder = new Recorder();
        object quiet = Platform.Extension;
        Platform.Extension = Activator.CreateInstance(quiet.GetType(), recorder);
        Platform.Call("Plain", "a");
        Check.Same("enabled", -1, Platform.Call("Typed", "b"));
        Platform.Call("Optional", "c");
        Platform.Call("Work", "d");
        Platform.Extension = quiet;
        string[] expected = { "Information 7 said a", "open scope of b", "Information 7 said b", "close", "Information 7 said c", "Information 7 said d" };
        Check.Same("what was logged", expected, recorder.Said);
        Check.Same("nobody listens", 1, Platform.Call("Plain", "e"));
    }
}
