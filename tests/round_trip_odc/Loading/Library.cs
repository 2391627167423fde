// Types that need parts of an assembly which is not there, in all ways, and an action of each.
#pragma warning disable CS0067, CS0169, CS0649
using Missing;
using System.Collections.Generic;

namespace Loading
{
    public class ClassField { Class own; Generic<int> generic; List<Class> list; public static int OfClassField() => 1; }
    public class StructField { Struct own; public static int OfStructField() => 1; }
    public class GenericStructField { GenericStruct<string> own; public static int OfGenericStructField() => 1; }
    public class NullableField { Struct? own; public static int OfNullableField() => 1; }
    public class ArgumentField { KeyValuePair<string, Class> own; public static int OfArgumentField() => 1; }
    public class EnumField { Enum own; public static int OfEnumField() => 1; }
    public class ArrayField { Struct[] own; List<Struct> list; public static int OfArrayField() => 1; }
    public class Event { public event Handler Happened; public static int OfEvent() => 1; }
    public class StaticField { static Struct own; public static int OfStaticField() => 1; }
    public class StaticClassField { static Class own; public static int OfStaticClassField() => 1; }
    public class Literal { public const Enum Own = Enum.First; public static int OfLiteral() => 1; }
    public class Base : Class { public static int OfBase() => 1; }
    public class GenericBase : Generic<int> { public static int OfGenericBase() => 1; }
    public class ArgumentBase : List<Class> { public static int OfArgumentBase() => 1; }
    public class Interface : IContract { public static int OfInterface() => 1; }
    public class GenericInterface : IContract<int> { public static int OfGenericInterface() => 1; }
    public interface IOf<T> { }
    public class ArgumentInterface : IOf<Class> { public static int OfArgumentInterface() => 1; }
    public class Signatures { public Class Own { get; set; } public Struct Give(Struct taken) => taken; public static int OfSignatures() => 1; }
    public class Body { public object Make() => new Class(); public static int OfBody() => 1; }
    [Mark] public class Marked { [Mark] public static int OfMarked() => 1; }
    public class Constraint { public void Take<T>(T value) where T : Class { } public static int OfConstraint() => 1; }
    public class Outer { public class Inner : Class { public static int OfInner() => 1; } public static int OfOuter() => 1; }
    public class Around : Class { public class Within { public static int OfWithin() => 1; } public enum Which { One } public static Which OfAround() => Which.One; }
    public struct Holder { public Struct Own; }
    public class Derived : StructField { public static int OfDerived() => 1; }
    public class HolderField { Holder own; public static int OfHolderField() => 1; }
    public class HolderClass { List<Holder> own; StructField other; public static int OfHolderClass() => 1; }
    public abstract class Virtual { public abstract void Take(Class taken); public virtual Struct Give() => default; }
    public class Overriding : Virtual { public override void Take(Class taken) { } public override Struct Give() => default; public static int OfOverriding() => 1; }
    public interface ITake { void Take(Class own, Struct other); }
    public class Taking : ITake { public void Take(Class own, Struct other) { } public static int OfTaking() => 1; }
    public class Implementing : Contracts.Open { public override int Take(Class taken) => 1; public static int OfImplementing() => 1; }
    public class Further : Implementing { public static int OfFurther() => 1; }
    public class Giving : Contracts.IGive { Struct Contracts.IGive.Given => default; public static int OfGiving() => 1; }
    public abstract class StillOpen : Contracts.Open { public static int OfStillOpen() => 1; }
    public class Closed : StillOpen { public override int Take(Class taken) => 1; public static int OfClosed() => 1; }
    public class Elsewhere : Contracts.Done { public override int Take(Class taken) => 1; public static int OfElsewhere() => 1; }
}
