// What is called System.Data.Linq here, and is not there when it is needed.
using System;

namespace Missing
{
    public class Class
    {
    }

    public class Generic<T>
    {
    }

    public struct Struct
    {
        public int Field;
    }

    public struct GenericStruct<T>
    {
        public T Field;
    }

    public enum Enum
    {
        First
    }

    public interface IContract
    {
    }

    public interface IContract<T>
    {
    }

    public delegate void Handler();

    [AttributeUsage(AttributeTargets.All)]
    public class MarkAttribute : Attribute
    {
    }
}
