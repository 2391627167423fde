// What is there, and names what is not in the signatures of members for others to implement.
using Missing;

namespace Contracts
{
    public abstract class Open
    {
        public abstract int Take(Class taken);
    }

    public class Done
    {
        public virtual int Take(Class taken) => 1;
    }

    public interface IGive
    {
        Struct Given { get; }
    }
}
