namespace Trade

open System
open System.Collections.Generic
open System.Threading.Tasks

/// Functions on numbers and texts.
module Calculation =
    [<Literal>]
    let Limit = 100

    [<Literal>]
    let Motto = "value for money"

    /// A value of a module.
    let sides = 4

    let mutable counter = 0

    /// A value that is made once.
    let primes = [ 2; 3; 5; 7 ]

    /// Curried parameters.
    let add a b = a + b

    /// A tuple of parameters.
    let multiply (a: int, b: int) = a * b

    /// No parameter, and no result.
    let reset () = counter <- 0

    let count () =
        counter <- counter + 1
        counter

    let describe' (number: int) = sprintf "number %d" number

    let ``is it even`` number = number % 2 = 0

    [<CompiledName("Half")>]
    let half (number: float) = number / 2.0

    let inline twice x = x + x

    let addTax (price: decimal<eur>) (rate: decimal) : decimal<eur> = price + price * rate

    let (|Even|Odd|) number = if number % 2 = 0 then Even else Odd

    let (|Positive|_|) number = if number > 0 then Some number else None

    let parity number =
        match number with
        | Even -> "even"
        | Odd -> "odd"

    /// A function that takes a function.
    let apply (change: int -> int) (value: int) = change value

    /// A function that gives a function.
    let adder (by: int) : int -> int = fun value -> value + by

    let identity (value: 'T) = value

    let firstOr (fallback: 'T) (values: 'T list) =
        match values with
        | first :: _ -> first
        | [] -> fallback

    let divide (a: int) (b: int) =
        if b = 0 then invalidArg "b" "There is nothing to divide by."
        a / b

    let fold (state: 'S) (step: 'S -> int -> 'S) = List.fold step state primes

    /// A module within a module.
    module Percentages =
        let ofWhole (part: decimal) (whole: decimal) = 100M * part / whole

        module Deep =
            let answer = 42

/// What F# has instead of null.
module Options =
    let tryHalf number = if number % 2 = 0 then Some(number / 2) else None

    let orZero (number: int option) = defaultArg number 0

    let length (text: string option) =
        match text with
        | Some text -> text.Length
        | None -> -1

    let tryName (age: int) = if age < 0 then None else Some(string age)

    let tryCustomer name : Customer option =
        if name = "" then None else Some { Name = name; Age = 30; Email = Some(name + "@example.org") }

    let nameOf (customer: Customer option) =
        match customer with
        | Some customer -> customer.Name
        | None -> "nobody"

    let sum (numbers: int list option) =
        match numbers with
        | Some numbers -> List.sum numbers
        | None -> -1

    let later (day: DateTime option) = day |> Option.map (fun day -> day.AddDays 1.0)

    let flag (value: bool option) = match value with Some value -> string value | None -> "none"

    let valueOr (number: decimal voption) (fallback: decimal) =
        match number with
        | ValueSome number -> number
        | ValueNone -> fallback

    let tryFirst (text: string) = if text.Length = 0 then ValueNone else ValueSome text.[0]

    let choose (numbers: int option list) = List.choose id numbers

    let split (numbers: int list) = numbers |> List.map (fun number -> if number < 0 then None else Some number)

    let nested (number: int option option) =
        match number with
        | Some(Some number) -> number
        | Some None -> -1
        | None -> -2

/// Lists, sets, maps and sequences.
module Collections =
    let reverse (texts: string list) = List.rev texts

    let total (numbers: seq<int>) = Seq.sum numbers

    let squares (numbers: int[]) = Array.map (fun number -> number * number) numbers

    let distinct (texts: Set<string>) = Set.remove "x" texts

    let letters (text: string) = Set.ofSeq text

    let cheaper (prices: Prices) = Map.map (fun _ price -> price / 2M) prices

    let ages (customers: Customer list) = customers |> List.map (fun of' -> of'.Name, of'.Age) |> Map.ofList

    let groups (numbers: int list) = numbers |> List.groupBy (fun number -> number % 3)

    let matrix (rows: int list list) = rows |> List.map List.sum

    let upTo (limit: int) = seq { for number in 1 .. limit -> number }

    let pairs (texts: string list) = List.zip texts (List.map String.length texts)

    let minMax (numbers: int list) = struct (List.min numbers, List.max numbers)

    let swap (pair: int * string) = snd pair, fst pair

    let grow (values: ResizeArray<int>) =
        values.Add 1
        values.Count

    let lookup (words: IDictionary<string, int>) = words.Count

    let table () = array2D [ [ 1; 2 ]; [ 3; 4 ] ]

/// Results, and what takes its time.
module Results =
    let parse (text: string) : Result<int, string> =
        match Int32.TryParse text with
        | true, number -> Ok number
        | false, _ -> Error("not a number: " + text)

    let check (customer: Customer) : Result<Customer, string list> =
        if customer.Age < 18 then Error [ "too young"; customer.Name ] else Ok customer

    let describe (result: Result<int, string>) =
        match result with
        | Ok number -> "ok " + string number
        | Error reason -> "error " + reason

    let validate (name: string) : Result<unit, string> = if name = "" then Error "empty" else Ok()

    let fetch (number: int) =
        async {
            do! Async.Sleep 1
            return number + 1
        }

    let save (name: string) = async { if name = "bad" then failwith "It cannot be saved." }

    let find (name: string) : Async<Customer option> = async { return Options.tryCustomer name }

    let run (work: Async<int>) = Async.RunSynchronously work

    let load (number: int) : Task<int> = Task.FromResult(number * 2)

    let finish () : Task<unit> = Task.FromResult(())

    let order (item: string) (count: int) = if count > 3 then raise (OutOfStock(item, 3)) else count

/// Functions on the types of the domain.
module Domain =
    let birthday (customer: Customer) = { customer with Age = customer.Age + 1 }

    let withTag (tag: string) (order: Order) = { order with Tags = tag :: order.Tags }

    let discounted (order: Order) = defaultArg order.Discount 0M

    let move (by: Point) (point: Point) = { X = point.X + by.X; Y = point.Y + by.Y }

    let widen (quote: Quote) =
        let struct (low, high) = quote.Range
        { quote with Range = struct (low - 1, high + 1); Steps = (high, "high") :: quote.Steps }

    let area shape =
        match shape with
        | Circle radius -> radius * radius * 3.0
        | Rectangle(width, height) -> width * height
        | Nothing -> 0.0

    let tryShape (area: float) = if area > 0.0 then Some(Rectangle(area, 1.0)) else None

    let next color =
        match color with
        | Red -> Green
        | Green -> Blue
        | Blue -> Red

    let colors () = [ Red; Green; Blue ]

    let isWarm (color: Color option) = color = Some Red

    let turn (side: Side) = if side = Side.Left then Side.Right else Side.Left

    let change (weather: Weather) = if weather = Sunny then Rainy else Sunny

    let paint (colors: Map<string, Color>) = Map.toList colors |> List.map snd

    let reply answer = match answer with Yes -> "yes" | ``No answer`` -> "?"

    let invert grade = if grade = AB then Ab else AB

    let raise (priority: Priority) = if priority = Priority.Low then Priority.Normal else Priority.Urgent

    let combine (a: Access) (b: Access) = a ||| b

    let number (CustomerId number) = number

    let identify number = CustomerId number

    let value amount = match amount with Exact exact -> exact | About about -> decimal about

    let depth tree =
        let rec depth tree =
            match tree with
            | Leaf -> 0
            | Node(left, _, right) -> 1 + max (depth left) (depth right)

        depth tree

    let firstPage (names: string list) : Page<string> = { Items = List.truncate 2 names; Next = if List.length names > 2 then Some 2 else None }

    let search (name: string) : Entry<string, int> = if name = "" then Missing name else Found(name, name.Length)

    let write piece = match piece with Tag -> "<>" | Word -> "w"

    let relate a b = if a = b then Equals else Less

    let rec countChapters (chapter: Chapter) = 1 + List.sumBy countChapters chapter.Chapters

    let shades (chapter: Chapter) = List.map (fun (part: Chapter) -> part.Shade) chapter.Chapters

    let retry number = { Number = number; Next = Ok { Number = number + 1; Next = Error "no more" } }

    let describeAttempt (attempt: Attempt) = match attempt.Next with Ok next -> string next.Number | Error error -> error

    let sumOfSome (numbers: seq<int> option) = numbers |> Option.map Seq.sum |> Option.defaultValue -1

    let lengthOfSome (numbers: int[] option) = numbers |> Option.map Array.length |> Option.defaultValue -1

    let labels (names: Map<int option, string>) = names |> Map.toList |> List.map snd

    let square (number: bigint) = number * number
