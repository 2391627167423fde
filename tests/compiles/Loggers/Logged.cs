using Microsoft.Extensions.Logging;

namespace Logged
{
    public class Worker
    {
        readonly ILogger<Worker> logger;

        public Worker(ILogger<Worker> logger) { this.logger = logger; }

        public string Work(ILogger other, string text) { return text + logger + other; }
    }
}
