// The few names of Microsoft.Extensions.Logging.Abstractions that the test needs.
namespace Microsoft.Extensions.Logging
{
    public interface ILogger { }
    public interface ILogger<T> : ILogger { }
}

namespace Microsoft.Extensions.Logging.Abstractions
{
    public class NullLogger : ILogger
    {
        public static NullLogger Instance { get { return new NullLogger(); } }
    }

    public class NullLogger<T> : ILogger<T>
    {
        public static readonly NullLogger<T> Instance = new NullLogger<T>();
    }
}
