// The listing of examples/listing.rs with System.Reflection.Metadata: `Listing.dll LIST [REPS] [OUT.tsv]`.

using System;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.IO.MemoryMappedFiles;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

static unsafe class Program
{
    static readonly bool map = Environment.GetEnvironmentVariable("SRC") != "read";

    static int Main(string[] arguments)
    {
        var files = File.ReadAllLines(arguments[0]).Where(line => line != "").ToArray();
        int repetitions = arguments.Length > 1 ? int.Parse(arguments[1]) : 1;
        using var table = arguments.Length > 2 ? new StreamWriter(arguments[2]) : null;
        for (int repetition = 0; repetition < repetitions; repetition++)
        {
            var clock = Stopwatch.StartNew();
            var total = new long[9];
            int failed = 0;
            foreach (string file in files)
            {
                long[] numbers = new long[9];
                string state = "ok";
                try { numbers = map ? Mapped(file) : Read(file); }
                catch (Exception error) { failed++; state = "FAIL " + error.Message.Replace('\n', ' '); }
                for (int i = 0; i < 9; i++) total[i] += numbers[i];
                if (repetition == 0) table?.WriteLine($"{Path.GetFileName(file)}\t{state}\t{string.Join('\t', numbers)}");
            }
            string[] names = { "T", "M", "F", "P", "A", "ST", "SM", "SF", "SP" };
            string ms = clock.Elapsed.TotalMilliseconds.ToString("F1");
            Console.WriteLine($"rep {repetition} ms {ms} files {files.Length} fail {failed} panic 0 soft 0 "
                + string.Join(' ', names.Zip(total, (name, number) => $"{name} {number}")));
        }
        return 0;
    }

    static long[] Read(string file)
    {
        byte[] bytes = File.ReadAllBytes(file);
        fixed (byte* start = bytes) return List(start, bytes.Length);
    }

    static long[] Mapped(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        using var mapped = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, true);
        using var view = mapped.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        try { return List(start, (int)stream.Length); }
        finally { view.SafeMemoryMappedViewHandle.ReleasePointer(); }
    }

    static long[] List(byte* start, int length)
    {
        using var image = new PEReader(start, length);
        var reader = image.GetMetadataReader(MetadataReaderOptions.None);
        var weigher = new Weigher();
        long t = 0, m = 0, f = 0, p = 0, a = 0, st = 0, sm = 0, sf = 0, sp = 0;
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            var visibility = type.Attributes & TypeAttributes.VisibilityMask;
            if (visibility != TypeAttributes.Public && visibility != TypeAttributes.NestedPublic) continue;
            t++;
            st += Bytes(reader, type.Namespace) + Bytes(reader, type.Name);
            a += type.GetCustomAttributes().Count;
            foreach (var member in type.GetMethods())
            {
                var method = reader.GetMethodDefinition(member);
                if ((method.Attributes & MethodAttributes.MemberAccessMask) != MethodAttributes.Public) continue;
                var signature = method.DecodeSignature(weigher, null);
                m++;
                sm += Bytes(reader, method.Name) + signature.ReturnType;
                foreach (long parameter in signature.ParameterTypes) sm += parameter;
                a += method.GetCustomAttributes().Count;
            }
            foreach (var member in type.GetFields())
            {
                var field = reader.GetFieldDefinition(member);
                if ((field.Attributes & FieldAttributes.FieldAccessMask) != FieldAttributes.Public) continue;
                f++;
                sf += Bytes(reader, field.Name) + field.DecodeSignature(weigher, null);
                a += field.GetCustomAttributes().Count;
            }
            foreach (var member in type.GetProperties())
            {
                var property = reader.GetPropertyDefinition(member);
                p++;
                sp += Bytes(reader, property.Name) + property.DecodeSignature(weigher, null).ReturnType;
                a += property.GetCustomAttributes().Count;
            }
        }
        return new[] { t, m, f, p, a, st, sm, sf, sp };
    }

    /// A name's length without making a string of it.
    public static long Bytes(MetadataReader reader, StringHandle name) => reader.GetBlobReader(name).Length;

    sealed class Weigher : ISignatureTypeProvider<long, object>
    {
        public long GetPrimitiveType(PrimitiveTypeCode code) => 1;

        public long GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte kind)
        {
            var type = reader.GetTypeDefinition(handle);
            return Bytes(reader, type.Namespace) + Bytes(reader, type.Name);
        }

        public long GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte kind)
        {
            var type = reader.GetTypeReference(handle);
            return Bytes(reader, type.Namespace) + Bytes(reader, type.Name);
        }

        public long GetTypeFromSpecification(MetadataReader reader, object context, TypeSpecificationHandle handle, byte kind) => 1;
        public long GetSZArrayType(long element) => 1 + element;
        public long GetArrayType(long element, ArrayShape shape) => 1 + element;
        public long GetPointerType(long element) => 1 + element;
        public long GetByReferenceType(long element) => 1 + element;
        public long GetGenericInstantiation(long definition, ImmutableArray<long> arguments) => 1 + definition + arguments.Sum();
        public long GetGenericMethodParameter(object context, int index) => 1;
        public long GetGenericTypeParameter(object context, int index) => 1;
        public long GetFunctionPointerType(MethodSignature<long> signature) => 1;
        public long GetModifiedType(long modifier, long type, bool required) => type;
        public long GetPinnedType(long element) => element;
    }
}
