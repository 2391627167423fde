using System;

namespace OutSystems.ObjectKeys
{
    /// <summary>The key of an element: the key of its owner, an asterisk, and its own key.</summary>
    public sealed class GlobalObjectKey
    {
        readonly Guid owner;
        readonly Guid key;

        GlobalObjectKey(Guid owner, Guid key)
        {
            this.owner = owner;
            this.key = key;
        }

        public static GlobalObjectKey Parse(string text)
        {
            string[] parts = text.Split('*');
            if (parts.Length != 2)
                throw new FormatException("'" + text + "' is not two keys with an asterisk between them.");
            return new GlobalObjectKey(ParseKey(parts[0]), ParseKey(parts[1]));
        }

        public static bool operator ==(GlobalObjectKey a, GlobalObjectKey b)
        {
            return ReferenceEquals(a, b) || !ReferenceEquals(a, null) && a.Equals(b);
        }

        public static bool operator !=(GlobalObjectKey a, GlobalObjectKey b)
        {
            return !(a == b);
        }

        public override bool Equals(object other)
        {
            var that = other as GlobalObjectKey;
            return !ReferenceEquals(that, null) && owner == that.owner && key == that.key;
        }

        public override int GetHashCode()
        {
            return owner.GetHashCode() ^ key.GetHashCode();
        }

        // A GUID in base64 without padding, with '_' for '/'.
        static Guid ParseKey(string text)
        {
            if (text.Length != 22 || text.IndexOf('/') >= 0)
                throw new FormatException("'" + text + "' is not a key.");
            return new Guid(Convert.FromBase64String(text.Replace('_', '/') + "=="));
        }
    }
}
