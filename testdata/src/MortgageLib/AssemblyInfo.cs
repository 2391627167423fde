using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Versioning;

[assembly: AssemblyTitle("MortgageLib")]
[assembly: AssemblyDescription("Mortgage payments, interest rates and amortization schedules.")]
[assembly: AssemblyVersion("1.2.0.0")]
[assembly: TargetFramework(".NETFramework,Version=v4.7.2", FrameworkDisplayName = ".NET Framework 4.7.2")]
