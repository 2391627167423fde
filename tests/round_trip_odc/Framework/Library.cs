// What a library for .NET Framework has of it: actions called Kept… run on .NET, those called Lost… do not.
using System;
using System.Collections.Generic;
using System.Configuration;
using System.Drawing.Design;
using System.Runtime.Remoting.Channels;
using System.Security;
using System.Web;
using System.Web.UI;

namespace Framework
{
    public class Bases
    {
        public class OfWeb : Page { public enum Kind { One } public static int LostPage() { return 1; } public int LostInstance(int taken) { return taken; } }
        public class Further : OfWeb { public static int LostFurther() { return 1; } }
        public class OfDesign : UITypeEditor { public static int LostEditor() { return 1; } }
        public class OfCore : IChannel { public static int LostChannel() { return 1; } public string ChannelName { get { return ""; } } public int ChannelPriority { get { return 1; } } public string Parse(string url, out string objectURI) { objectURI = url; return url; } }
        public class Remote : MarshalByRefObject { public int KeptRemote(int taken) { return taken; } }
        public class Section : ConfigurationSection { [ConfigurationProperty("host")] public string Host { get { return (string)this["host"]; } } public static int KeptSection(int taken) { return taken; } }
        public class OfGeneric { public static int LostConstraint() { return 1; } public static int Take<T>(T value) where T : Page { return 2; } }
        public class Worker { public string Text { get; set; } public Page Page; public HttpContext Context { get; set; } public int KeptWorker(int taken) { return taken; } }
    }

    public class Signatures
    {
        public static int KeptPlain(string text) { return text.Length; }
        public static int LostOptional(string text, HttpContext context = null) { return text.Length; }
        public static int LostKind(Bases.OfWeb.Kind kind) { return 1; }
        public static Bases.OfWeb.Kind KeptKind() { return 0; }
        public static int LostOwn(string text, Bases.OfWeb page = null) { return text.Length; }
        public static int KeptPackage(string text, ConfigurationSection section = null) { return text.Length; }
        public static string KeptEncode(string text) { return HttpUtility.UrlEncode(text); }
    }

    public class Overloads
    {
        public static int LostName(string value) { return 1; }
        public static int LostName(HttpContext value) { return 2; }
        public static int KeptName(string text) { return 1; }
        public static int KeptName(HttpContext context) { return 2; }
        public static int KeptCount(string text) { return 1; }
        public static int KeptCount(string text, HttpContext context) { return 2; }
        public static int LostCount(string text) { return 1; }
        public static int LostCount(string text, HttpContext context = null) { return 2; }
        public static int KeptArray(int first, int second) { return 1; }
        public static int KeptArray(params HttpContext[] contexts) { return 2; }
        public static int KeptArgument(string text) { return 1; }
        public static int KeptArgument(List<HttpContext> contexts) { return 2; }
        public static int KeptOwn(string value) { return 1; }
        public static int KeptOwn(Bases.OfWeb value) { return 2; }
        public static int LostResult(string value) { return 1; }
        public static HttpContext LostResult(int value) { return null; }
        public static int KeptGeneric(string value) { return 1; }
        public static int KeptGeneric<T>(List<T> value) { return 2; }
        public static int LostGeneric(string value) { return 1; }
        public static int LostGeneric<T>(HttpContext value) { return 2; }
        public static int KeptHidden(string value) { return 1; }
        internal static int KeptHidden(HttpContext value) { return 2; }
        public int KeptInstance(string text) { return 1; }
        public int KeptInstance(HttpContext context) { return 2; }
    }

    public class KeptIndexer
    {
        public int this[string text] { get { return 1; } set { } }
        public int this[HttpContext context] { get { return 2; } set { } }
    }

    public class LostIndexer
    {
        public int this[string key] { get { return 1; } }
        public int this[HttpContext key] { get { return 2; } }
    }

    public class Constructed
    {
        private readonly string text;
        public Constructed(string text) { this.text = text; }
        public Constructed(HttpContext context) { text = context.ToString(); }
        public int KeptConstructed() { return text.Length; }
    }

    public class NotConstructed
    {
        private readonly string text;
        public NotConstructed(string value) { text = value; }
        public NotConstructed(HttpContext value) { text = value.ToString(); }
        public int LostConstructed() { return text.Length; }
    }

    public class Data
    {
        public string Name { get; set; }
        public int Number { get; set; }
        public HttpCacheability LostMember { get { return 0; } }
        public List<HttpCookieMode> LostMembers { get { return null; } }
    }

    public class Enums
    {
        public static HttpCacheability LostGiven() { return 0; }
        public static int LostEnum(HttpCacheability taken) { return 1; }
        public static HttpCacheability LostStatic { get { return 0; } set { } }
        public HttpCacheability LostProperty { get { return 0; } }
        public List<HttpCookieMode> LostList { get { return null; } }
        public static int KeptBeside(string text) { return 1; }
    }

    public class AmbiguousData
    {
        public AmbiguousData() { }
        public AmbiguousData(HttpContext context = null) { }
        public string Name { get; set; }
    }

    public class Holders
    {
        public static Data KeptData(Data data) { return data; }
        public static AmbiguousData KeptGiven() { return null; }
        public static int LostTaken(AmbiguousData data) { return 1; }
    }
}
