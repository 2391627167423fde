using System.Reflection;
using System.Runtime.Versioning;

[assembly: AssemblyTitle("Modern")]
[assembly: AssemblyDescription("What C# and .NET learned after .NET Framework.")]
[assembly: AssemblyVersion("1.0.0.0")]
[assembly: TargetFramework(".NETCoreApp,Version=v8.0", FrameworkDisplayName = ".NET 8.0")]
