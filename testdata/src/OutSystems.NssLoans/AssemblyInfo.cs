using System.Reflection;
using System.Runtime.Versioning;

[assembly: AssemblyTitle("OutSystems.NssLoans")]
[assembly: AssemblyVersion("11.14.25.134")]
[assembly: TargetFramework(".NETFramework,Version=v4.6.1", FrameworkDisplayName = ".NET Framework 4.6.1")]
