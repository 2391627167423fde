using System;
using Microsoft.Extensions.Logging;

namespace {namespace};

/// <summary>The logger of ODC, for code that asks for one with a category.</summary>
internal sealed class TypedLogger<T> : ILogger<T>
{
    private readonly ILogger _logger;

    public TypedLogger(ILogger logger)
    {
        _logger = logger;
    }

    IDisposable? ILogger.BeginScope<TState>(TState state)
    {
        return _logger.BeginScope(state);
    }

    bool ILogger.IsEnabled(LogLevel logLevel)
    {
        return _logger.IsEnabled(logLevel);
    }

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _logger.Log(logLevel, eventId, state, exception, formatter);
    }
}
