namespace Dependency
{
    public class Base
    {
        object state;

        public object State() { return state; }
        public int Overloaded(int x) { return x; }
        public int Hidden() { return 1; }
        public string Property { get; set; }
        public static int Static() { return 1; }
    }

    public class GenericBase<T>
    {
        object state;

        public object State() { return state; }
        public virtual T Echo(T value) { return value; }
        public T Property { get; set; }
    }

    public class Data
    {
        public int A { get; set; }
        public string B { get; set; }
    }

    public interface IContract
    {
        int Method(int x);
    }
}
