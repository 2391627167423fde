// What a library uses of Microsoft.Extensions.Logging.Abstractions.
namespace Microsoft.Extensions.Logging
{
    public interface ILogger
    {
    }

    public interface ILogger<out T> : ILogger
    {
    }
}

namespace Microsoft.Extensions.Logging.Abstractions
{
    public sealed class NullLogger : ILogger
    {
        public static NullLogger Instance { get; } = new NullLogger();
    }

    public sealed class NullLogger<T> : ILogger<T>
    {
        public static readonly NullLogger<T> Instance = new NullLogger<T>();
    }
}
