using System;
using Microsoft.Extensions.Logging;

namespace Loggers;

/// <summary>Logs what it is asked.</summary>
public static class Talk
{
    public static int Plain(string text, ILogger logger)
    {
        Say(logger, text);
        return text.Length;
    }

    public static int Typed(ILogger<Worker> logger, string text)
    {
        using (logger?.BeginScope("scope of " + text))
            Say(logger, text);
        return logger != null && logger.IsEnabled(LogLevel.Debug) ? -1 : text.Length;
    }

    public static int Optional(string text, ILogger? logger = null)
    {
        Say(logger, text);
        return text.Length;
    }

    internal static void Say(ILogger? logger, string text)
    {
        logger?.Log(LogLevel.Information, new EventId(7), text, null, (said, _) => "said " + said);
    }
}

/// <summary>Keeps a logger.</summary>
public class Worker
{
    readonly ILogger<Worker> logger;

    public Worker(ILogger<Worker> logger) => this.logger = logger;

    public string Work(string text)
    {
        Talk.Say(logger, text);
        return text + "!";
    }
}
