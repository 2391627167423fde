Imports System.Collections.Generic

''' <summary>How much it matters.</summary>
Public Enum Level As Short
    Low = 1
    High = 2
    [Stop] = 9
End Enum

''' <summary>A place on a map.</summary>
Public Structure Place
    ''' <summary>How far to the right.</summary>
    Public X As Integer
    Public Y As Integer

    Public Sub New(x As Integer, y As Integer)
        Me.X = x
        Me.Y = y
    End Sub

    Public Function Sum() As Integer
        Return X + Y
    End Function

    Public Sub Move(by As Integer)
        X += by
    End Sub

    Public Shared Operator +(a As Place, b As Place) As Place
        Return New Place(a.X + b.X, a.Y + b.Y)
    End Operator

    Public Shared Operator =(a As Place, b As Place) As Boolean
        Return a.X = b.X AndAlso a.Y = b.Y
    End Operator

    Public Shared Operator <>(a As Place, b As Place) As Boolean
        Return Not a = b
    End Operator

    Public Shared Widening Operator CType(number As Integer) As Place
        Return New Place(number, number)
    End Operator
End Structure

''' <summary>Properties without bodies.</summary>
Partial Public Class Person
    Public Property Name As String = ""
    Public Property Age As Integer
    Public Property Level As Level
    Public Property Born As Date?
    Public Property Home As Place
End Class

Partial Public Class Person
    Public Property Friends As New List(Of String)
End Class

''' <summary>What an account tells.</summary>
Public Class ChangedEventArgs
    Inherits EventArgs
    Public Property Balance As Decimal
End Class

Public Interface INamed
    ReadOnly Property Name As String
    Function Greet(greeting As String) As String
End Interface

''' <summary>An account with events.</summary>
<System.Diagnostics.DebuggerDisplay("{Owner}")>
Public Class Account
    Implements INamed, IDisposable

    Private ReadOnly entries As New Dictionary(Of Integer, String)
    Private balanceOfAccount As Decimal

    Public Event Changed(sender As Object, e As ChangedEventArgs)
    Public Event Closed As EventHandler

    Public Sub New()
        Me.New("nobody")
    End Sub

    Public Sub New(owner As String)
        Me.Owner = owner
    End Sub

    Public ReadOnly Property Owner As String

    Public WriteOnly Property Secret As String
        Set(value As String)
            entries(0) = value
        End Set
    End Property

    Default Public Property Item(index As Integer) As String
        Get
            Dim found As String = Nothing
            Return If(entries.TryGetValue(index, found), found, "")
        End Get
        Set(value As String)
            entries(index) = value
        End Set
    End Property

    Public ReadOnly Property Length(key As String, Optional extra As Integer = 1) As Integer
        Get
            Return key.Length + extra
        End Get
    End Property

    Public Property Balance As Decimal
        Get
            Return balanceOfAccount
        End Get
        Private Set(value As Decimal)
            balanceOfAccount = value
            RaiseEvent Changed(Me, New ChangedEventArgs With {.Balance = value})
        End Set
    End Property

    Public Function Pay(amount As Decimal) As Decimal
        Balance += amount
        Return Balance
    End Function

    Public Overridable Function Describe() As String
        Return "an account of " & Owner
    End Function

    Public Overloads Function Interest(rate As Decimal) As Decimal
        Return Balance * rate
    End Function

    Public Overloads Function Interest(rate As Decimal, years As Integer) As Decimal
        Return Balance * rate * years
    End Function

    Private ReadOnly Property NameOfOwner As String Implements INamed.Name
        Get
            Return Owner
        End Get
    End Property

    Public Function Welcome(greeting As String) As String Implements INamed.Greet
        Return greeting & " " & Owner
    End Function

    Public Sub Dispose() Implements IDisposable.Dispose
        RaiseEvent Closed(Me, EventArgs.Empty)
    End Sub

    Public Shared Function Open(owner As String) As Account
        Return New Account(owner)
    End Function

    ''' <summary>A class within a class.</summary>
    Public Class Entry
        Public Number As Integer
        Public Text As String = ""
    End Class
End Class

Public Class SavingsAccount
    Inherits Account

    Public WithEvents Other As Account
    Private changes As Integer

    Public Sub New()
        MyBase.New("saver")
    End Sub

    Public ReadOnly Property ChangesOfOther As Integer
        Get
            Return changes
        End Get
    End Property

    Public Overrides Function Describe() As String
        Return MyBase.Describe() & " that saves"
    End Function

    Public Function DescribeMine() As String
        Return MyClass.Describe()
    End Function

    ''' <summary>What the base has, too, with another result.</summary>
    Public Shadows Function Pay(amount As Decimal) As String
        Return MyBase.Pay(amount).ToString(System.Globalization.CultureInfo.InvariantCulture)
    End Function

    Private Sub Count(sender As Object, e As ChangedEventArgs) Handles Other.Changed
        changes += 1
    End Sub
End Class

Public MustInherit Class Shape
    Public MustOverride Function Area() As Double

    Public NotInheritable Class Square
        Inherits Shape
        Public Property Side As Double
        Public Overrides Function Area() As Double
            Return Side * Side
        End Function
    End Class
End Class

Public Delegate Function Rule(number As Integer) As Boolean
