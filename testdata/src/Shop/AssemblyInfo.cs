using System.Reflection;
using System.Runtime.Versioning;

[assembly: AssemblyTitle("Shop")]
[assembly: AssemblyDescription("Classes that are tables, in each way in which they can say so.")]
[assembly: AssemblyVersion("1.0.0.0")]
[assembly: TargetFramework(".NETFramework,Version=v4.7.2", FrameworkDisplayName = ".NET Framework 4.7.2")]
