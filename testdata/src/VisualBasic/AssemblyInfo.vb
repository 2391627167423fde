Imports System.Reflection

<Assembly: AssemblyVersion("1.0.0.0")>
