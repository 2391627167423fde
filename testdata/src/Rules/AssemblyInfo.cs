using System.Reflection;
using System.Runtime.Versioning;

[assembly: AssemblyTitle("Rules")]
[assembly: AssemblyDescription("A use of every rule of the translation.")]
[assembly: AssemblyVersion("1.0.0.0")]
[assembly: TargetFramework(".NETFramework,Version=v4.7.2", FrameworkDisplayName = ".NET Framework 4.7.2")]
