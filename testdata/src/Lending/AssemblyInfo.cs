using System.Reflection;
using System.Runtime.Versioning;

[assembly: AssemblyTitle("Lending")]
[assembly: AssemblyVersion("3.1.0.0")]
[assembly: TargetFramework(".NETFramework,Version=v4.7.2", FrameworkDisplayName = ".NET Framework 4.7.2")]
