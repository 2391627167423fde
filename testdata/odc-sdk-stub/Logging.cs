// What a library uses of Microsoft.Extensions.Logging.Abstractions.
using System;

namespace Microsoft.Extensions.Logging
{
    public enum LogLevel
    {
        Trace,
        Debug,
        Information,
        Warning,
        Error,
        Critical,
        None
    }

    public readonly struct EventId
    {
        public EventId(int id) => Id = id;

        public int Id { get; }
    }

    public interface ILogger
    {
        void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter);

        bool IsEnabled(LogLevel logLevel);

        IDisposable? BeginScope<TState>(TState state) where TState : notnull;
    }

    public interface ILogger<out T> : ILogger
    {
    }
}

namespace Microsoft.Extensions.Logging.Abstractions
{
    public class NullLogger : ILogger
    {
        public static NullLogger Instance { get; } = new NullLogger();

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
        }

        public bool IsEnabled(LogLevel logLevel) => false;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
    }

    public sealed class NullLogger<T> : NullLogger, ILogger<T>
    {
        public static new readonly NullLogger<T> Instance = new NullLogger<T>();
    }
}
