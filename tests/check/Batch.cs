// Batch.exe FRAMEWORK OUT SDK FILE...: compiles many small libraries with one start of the compiler.
//
// A file has a section for each package, which begins with `==== NAME: ...`. A section can hold several
// assemblies, `---- ASSEMBLY` before each; without that it is one, Vendor. Each is written to OUT/NAME and can
// refer to those before it; `---- ASSEMBLY!` is written to OUT/NAME/missing. `//resource NAME` embeds a resource.
// A section that has the SDK itself does not get the one that is given.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

static class Batch
{
    const string Usings = @"
global using System;
global using System.Collections.Generic;
global using System.Threading.Tasks;
global using OutSystems.ExternalLibraries.SDK;
namespace OutSystems.ExternalLibraries.SDK { }
";
    const string Framework = @"
[assembly: System.Runtime.Versioning.TargetFramework("".NETCoreApp,Version=v10.0"")]
";

    static int Main(string[] args)
    {
        var framework = Directory.GetFiles(args[0], "*.dll")
            .Where(path => !Path.GetFileName(path).Contains("Native"))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToList();
        string output = args[1];
        var sdk = MetadataReference.CreateFromFile(args[2]);
        string sdkName = Path.GetFileNameWithoutExtension(args[2]);
        var sections = args.Skip(3).SelectMany(path => Parts(File.ReadAllLines(path), "==== ")).ToList();
        var errors = new List<string>();
        Parallel.ForEach(sections, section =>
        {
            string name = section.Head.Split(':')[0];
            string folder = Directory.CreateDirectory(Path.Combine(output, name)).FullName;
            var references = new List<MetadataReference>(framework);
            var parts = Parts(section.Lines, "---- ").ToList();
            if (!parts.Any(part => part.Head == sdkName)) references.Add(sdk);
            foreach (var part in parts)
            {
                string error = Compile(part, folder, references);
                if (error != null) lock (errors) errors.Add(name + ": " + error);
            }
        });
        foreach (string error in errors) Console.Error.WriteLine(error);
        return errors.Count == 0 ? 0 : 1;
    }

    sealed record Part(string Head, List<string> Lines);

    static IEnumerable<Part> Parts(IEnumerable<string> lines, string mark)
    {
        var part = new Part("Vendor", new List<string>());
        foreach (string line in lines)
        {
            if (line.StartsWith(mark))
            {
                if (part.Lines.Any(text => text.Trim() != "")) yield return part;
                part = new Part(line.Substring(mark.Length).Trim(), new List<string>());
            }
            else part.Lines.Add(line);
        }
        yield return part;
    }

    static string Compile(Part part, string folder, List<MetadataReference> references)
    {
        string name = part.Head.TrimEnd('!');
        string text = string.Join("\n", part.Lines);
        string framework = text.Contains("TargetFramework") ? "" : Framework;
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var trees = new[] { Usings, framework, text }.Select(source => CSharpSyntaxTree.ParseText(source, options));
        var compilation = CSharpCompilation.Create(name, trees, references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, deterministic: true));
        var resources = part.Lines.Where(line => line.StartsWith("//resource "))
            .Select(line => new ResourceDescription(line.Substring(11).Trim(), () => new MemoryStream(new byte[4]), true));
        var image = new MemoryStream();
        var result = compilation.Emit(image, manifestResources: resources);
        if (!result.Success)
            return string.Join("; ", result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error));
        string target = part.Head.EndsWith("!") ? Directory.CreateDirectory(Path.Combine(folder, "missing")).FullName : folder;
        File.WriteAllBytes(Path.Combine(target, name + ".dll"), image.ToArray());
        references.Add(MetadataReference.CreateFromImage(image.ToArray()));
        return null;
    }
}
