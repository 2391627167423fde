// As much of the package as a library here uses.
using System;

namespace System.Configuration
{
    public abstract class ConfigurationElement
    {
        protected object this[string name] => name;
    }

    public abstract class ConfigurationSection : ConfigurationElement
    {
    }

    public sealed class ConfigurationPropertyAttribute(string name) : Attribute
    {
        public string Name => name;
    }
}
