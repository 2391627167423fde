using System;
using System.Collections.Generic;
using Modern;

/// <summary>An empty value means null where the annotations say that null is legal, and nowhere else.</summary>
static class NullChecks
{
    public static void Run()
    {
        Check.Same("ShowAll of nothing", Nulls.ShowAll("", null, null, [], null, null), Platform.Call("ShowAll", "", "", new byte[0], new byte[0], new int[0], 0));
        Check.Same("ShowAll", Nulls.ShowAll("a", "b", [1], [2, 3], [4], 5), Platform.Call("ShowAll", "a", "b", new byte[] { 1 }, new byte[] { 2, 3 }, new[] { 4 }, 5));
        Check.Same("OfText", Nulls.OfText(null), Platform.Call("OfText", ""));
        foreach (var contact in new[] { new Contact(), new Contact { Name = "Ann", Phone = "1", Home = new Uri("https://example.org/") } })
        {
            Check.Same("ShowContact " + contact.Name, contact.ShowContact(), Platform.Call("ShowContact", contact));
            Check.Same("contact " + contact.Name, Nulls.OfContact(contact), Platform.Call("OfContact", contact));
        }
        foreach (var household in new[] { new Household(), new Household { Head = new Contact { Name = "a" }, Partner = new Contact { Name = "b" }, Ages = [1, 2] } })
            Check.Same("household " + household.Head.Name, household.ShowHousehold(), Platform.Call("ShowHousehold", household));
        foreach (string name in new[] { "", "Ann" })
            Check.Same("FindContact " + name, Nulls.FindContact(name), Platform.Call("FindContact", name));
        Check.Same("FindText", Nulls.FindTextAsync(true).Result, Platform.Call("FindText", true));
        Check.Same("FindText, none", Nulls.FindTextAsync(false).Result, Platform.Call("FindText", false));
        Check.Same("GiveText", Nulls.GiveTextAsync().Result, Platform.Call("GiveText"));
        Check.Same("ShowOblivious", Nulls.ShowOblivious("", null), Platform.Call("ShowOblivious", "", ""));
    }
}
