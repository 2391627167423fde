using System.Collections.Generic;
using System.Reflection;
using System.Runtime.Versioning;

[assembly: AssemblyTitle("EntityFramework")]
[assembly: AssemblyDescription("A stand-in: the few names of Entity Framework that the sample Shop refers to.")]
[assembly: AssemblyVersion("6.0.0.0")]
[assembly: TargetFramework(".NETFramework,Version=v4.7.2", FrameworkDisplayName = ".NET Framework 4.7.2")]

namespace System.Data.Entity
{
    /// <summary>A table.</summary>
    public class DbSet<T> where T : class
    {
        readonly List<T> added = new List<T>();

        /// <summary>Adds a row.</summary>
        public T Add(T row)
        {
            added.Add(row);
            return row;
        }
    }

    /// <summary>A connection to a database.</summary>
    public class DbContext : IDisposable
    {
        /// <summary>Closes the connection.</summary>
        public void Dispose()
        {
        }
    }
}
