using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Versioning;

[assembly: AssemblyTitle("Banking")]
[assembly: AssemblyDescription("Accounts and transfers, on top of Banking.Contracts.")]
[assembly: AssemblyVersion("2.1.0.0")]
[assembly: TargetFramework(".NETFramework,Version=v4.7.2", FrameworkDisplayName = ".NET Framework 4.7.2")]
