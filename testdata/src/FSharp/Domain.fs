namespace Trade

open System
open System.Collections.Generic

/// Money of the house.
[<Measure>]
type eur

/// Whom something is delivered to.
type Customer =
    { /// Given and family name.
      Name: string
      Age: int
      Email: string option }

    member this.Greeting = "Dear " + this.Name
    member this.IsOlderThan(years: int) = this.Age > years

    static member Nobody = { Name = ""; Age = 0; Email = None }

/// A record that serializers can fill.
[<CLIMutable>]
type Order =
    { Id: int64
      Customer: Customer
      Tags: string list
      Discount: decimal option }

/// A record that is copied.
[<Struct>]
type Point = { X: float; Y: float }

/// A record with a value option, an amount with a unit, and a tuple.
type Quote =
    { Price: decimal<eur>
      Valid: DateTime voption
      Range: struct (int * int)
      Steps: (int * string) list }

type Priority =
    | Low = 0
    | Normal = 1
    | Urgent = 5

[<Flags>]
type Access =
    | None = 0
    | Read = 1
    | Write = 2

/// Cases without fields are little more than names.
type Color =
    | Red
    | Green
    | Blue

    member this.IsBefore(other: Color) = this < other
    static member Favourite = Green

/// So few that they are told apart by their classes.
[<RequireQualifiedAccess>]
type Side =
    | Left
    | Right

[<Struct>]
type Weather =
    | Sunny
    | Rainy

    member this.Rain = if this = Rainy then 1.5 else 0.0

/// Cases with fields, and one without.
type Shape =
    | Circle of radius: float
    | Rectangle of width: float * height: float
    | Nothing

/// A single case gives a name to a value.
type CustomerId = CustomerId of int

[<Struct>]
type Amount =
    | Exact of exact: decimal
    | About of about: float

/// A tree is a union that holds itself.
type Tree =
    | Leaf
    | Node of Tree * int * Tree

/// What a case is called can be what C# cannot say.
type Answer =
    | ``No answer``
    | Yes

/// Two names that OutSystems cannot tell apart.
type Grade =
    | AB
    | Ab

/// Cases that are called like what each union has.
type Piece =
    | Tag
    | Word

type Relation =
    | Equals
    | Less

/// Holds values of its own type, in a list that is never null.
type Chapter = { Heading: string; Chapters: Chapter list; Shade: Color }

/// Holds one of its own type in what can only be read.
type Attempt = { Number: int; Next: Result<Attempt, string> }

/// A generic record and its union.
type Page<'T> = { Items: 'T list; Next: int option }

type Entry<'K, 'V> =
    | Missing of 'K
    | Found of 'K * 'V

exception OutOfStock of item: string * left: int

/// An abbreviation is gone once it is compiled.
type Prices = Map<string, decimal>
