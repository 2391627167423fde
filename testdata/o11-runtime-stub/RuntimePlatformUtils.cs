namespace OutSystems.HubEdition.RuntimePlatform
{
    public static class RuntimePlatformUtils
    {
        /// <summary>True where both arrays hold the same bytes.</summary>
        public static bool CompareByteArrays(byte[] a, byte[] b)
        {
            if (a == null || b == null)
                return a == b;
            if (a.Length != b.Length)
                return false;
            for (int i = 0; i < a.Length; i++)
                if (a[i] != b[i])
                    return false;
            return true;
        }
    }
}
