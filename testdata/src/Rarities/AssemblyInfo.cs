using System.Reflection;
using System.Runtime.Versioning;

[assembly: AssemblyTitle("Rarities")]
[assembly: AssemblyDescription("What libraries rarely do.")]
[assembly: AssemblyVersion("1.0.0.0")]
[assembly: TargetFramework(".NETFramework,Version=v4.7.2", FrameworkDisplayName = ".NET Framework 4.7.2")]
