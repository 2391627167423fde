namespace Trade

open System
open System.Runtime.InteropServices

type IPricing =
    abstract Price: item: string -> decimal
    abstract Name: string

/// A class with a primary constructor.
type Account(owner: string, initial: decimal) =
    let mutable balance = initial
    let changed = Event<decimal>()

    new(owner) = new Account(owner, 0M)

    member _.Owner = owner
    member _.Balance = balance
    member val Note = "" with get, set

    /// A parameter that can be left out, as F# writes it.
    member _.Deposit(amount: decimal, ?reason: string) =
        balance <- balance + amount
        changed.Trigger balance
        match reason with
        | Some reason -> reason + ": " + string balance
        | None -> string balance

    /// The same, as C# writes it.
    member _.Withdraw(amount: decimal, [<Optional; DefaultParameterValue("cash")>] reason: string) =
        balance <- balance - amount
        reason + ": " + string balance

    member _.TryGet(key: string, [<Out>] value: byref<int>) =
        value <- key.Length
        key <> ""

    member _.Item
        with get (index: int) = balance * decimal index

    [<CLIEvent>]
    member _.Changed = changed.Publish

    member _.Raised = changed.Publish

    member this.Curried (a: int) (b: int) = a + b

    static member Open(owner: string) = new Account(owner, 1M)

    static member (+)(a: Account, b: Account) = new Account(a.Owner, a.Balance + b.Balance)

    interface IPricing with
        member _.Price item = decimal item.Length
        member _.Name = owner

    interface IDisposable with
        member _.Dispose() = ()

[<AbstractClass>]
type Animal(name: string) =
    abstract Sound: unit -> string
    abstract Legs: int
    default _.Legs = 4
    member _.Name = name

type Dog(name) =
    inherit Animal(name)
    override _.Sound() = name + " barks"

/// A class of functions.
[<AbstractClass; Sealed>]
type Converter private () =
    static member ToText(value: int, ?width: int) = (string value).PadLeft(defaultArg width 0)
    static member Join([<ParamArray>] parts: string[]) = String.Join("-", parts)

/// Members that are added to types of others.
[<AutoOpen>]
module Extensions =
    type Customer with
        member this.Shout() = this.Name.ToUpperInvariant()

    type System.String with
        member this.Twice = this + this

[<System.Runtime.CompilerServices.Extension>]
type Texts =
    [<System.Runtime.CompilerServices.Extension>]
    static member Initial(text: string) = text.Substring(0, 1)

/// The delegate of F# itself.
type Discount = delegate of decimal -> decimal
