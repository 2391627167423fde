Imports System.Collections.Generic
Imports System.Linq
Imports System.Runtime.CompilerServices
Imports System.Threading.Tasks

''' <summary>Procedures for everybody.</summary>
Public Module Tools
    ''' <summary>The most that is sold at once.</summary>
    Public Const Limit As Integer = 100
    Public Const Founded As Date = #1/2/2024#
    Public Const Fee As Decimal = 2.5D
    Public Name As String = "tools"

    ''' <summary>Swaps two numbers.</summary>
    ''' <param name="a">The first.</param>
    ''' <param name="b">The second.</param>
    Public Sub Swap(ByRef a As Integer, ByRef b As Integer)
        Dim kept = a
        a = b
        b = kept
    End Sub

    Public Function Total(Optional first As Integer = 5, Optional label As String = "x",
                          Optional day As Date = #1/2/2024#, Optional thing As Object = Nothing) As String
        Return first.ToString() & label & day.Year.ToString() & If(thing Is Nothing, "", "!")
    End Function

    Public Function Ask(Optional level As Level = Level.High, Optional rate As Decimal = 1.5D,
                        Optional sign As Char = "+"c, Optional count As Integer? = Nothing,
                        Optional place As Place = Nothing) As String
        Return level.ToString() & sign & If(count, -1).ToString() & place.X.ToString() & If(rate = 1.5D, "", "*")
    End Function

    Public Function Merge(separator As String, ParamArray parts As String()) As String
        Return String.Join(separator, parts)
    End Function

    Public Sub Fill(Optional ByRef count As Integer = 3)
        count += 7
    End Sub

    Public Sub Parse(text As String, <System.Runtime.InteropServices.Out> ByRef number As Integer)
        number = text.Length
    End Sub

    ''' <summary>What is not known can be nothing.</summary>
    Public Function Half(number As Integer?) As Integer?
        Return number \ 2
    End Function

    Public Function Divide(a As Integer, b As Integer) As Integer
        Return a \ b
    End Function

    Public Function IsLike(text As String, pattern As String) As Boolean
        Return text Like pattern
    End Function

    ''' <summary>Late binding: what is called is looked up when it is called.</summary>
    Public Function LengthOf(thing As Object) As Integer
        Return CInt(thing.Length)
    End Function

    Public Function Add(a As Object, b As Object) As Object
        Return a + b
    End Function

    Public Iterator Function Count([to] As Integer) As IEnumerable(Of Integer)
        For number = 1 To [to]
            Yield number
        Next
    End Function

    Public Async Function LoadAsync(number As Integer) As Task(Of Integer)
        Await Task.Delay(1)
        Return number * 2
    End Function

    Public Async Function SaveAsync() As Task
        Await Task.Delay(1)
    End Function

    Public Function Evens(numbers As IEnumerable(Of Integer)) As List(Of Integer)
        Return (From number In numbers Where number Mod 2 = 0 Order By number Descending).ToList()
    End Function

    Public Function Choose(values As Integer(), choice As Predicate(Of Integer)) As Integer
        Return Array.Find(values, choice)
    End Function

    Public Function Grid(rows As Integer, columns As Integer) As Integer(,)
        Dim made(rows - 1, columns - 1) As Integer
        For row = 0 To rows - 1
            For column = 0 To columns - 1
                made(row, column) = row * column
            Next
        Next
        Return made
    End Function

    Public Function Best(rates As Dictionary(Of String, Decimal)) As (Name As String, Rate As Decimal)
        Dim found = rates.OrderBy(Function(rate) rate.Value).First()
        Return (found.Key, found.Value)
    End Function

    Public Function Introduce(person As Person) As String
        Return person.Name & " (" & person.Age.ToString() & ")" & String.Join(",", person.Friends)
    End Function

    Public Function Describe(point As (Integer, Integer)) As String
        Return point.Item1.ToString() & "/" & point.Item2.ToString()
    End Function

    <Extension>
    Public Function Doubled(text As String) As String
        Return text & text
    End Function

    Public Function Identity(Of T)(value As T) As T
        Return value
    End Function

    ''' <summary>A property of a module.</summary>
    Public Property Counter As Integer

    ''' <summary>A property with parameters, which only Visual Basic has without an indexer.</summary>
    Public ReadOnly Property Power(base As Integer, exponent As Integer) As Integer
        Get
            Return CInt(base ^ exponent)
        End Get
    End Property
End Module
