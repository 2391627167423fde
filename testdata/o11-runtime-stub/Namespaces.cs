// Generated sources import these namespaces, and use nothing of them that we know of.
// A namespace exists as soon as it holds a type.

namespace OutSystems.RuntimeCommon
{
    public interface INothing
    {
    }
}

namespace OutSystems.Internal.Db
{
    public interface INothing
    {
    }
}

namespace OutSystems.RuntimePublic.Db
{
    public interface INothing
    {
    }
}

namespace OutSystems.HubEdition.RuntimePlatform.NewRuntime
{
    public interface INothing
    {
    }
}
