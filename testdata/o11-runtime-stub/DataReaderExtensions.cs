using System;
using System.Data;

namespace OutSystems.HubEdition.RuntimePlatform.Db
{
    /// <summary>Reads one column, or the default value where the database has none.</summary>
    public static class DataReaderExtensions
    {
        public static string ReadText(this IDataReader r, int index, string name, string defaultValue)
        {
            return r.IsDBNull(index) ? defaultValue : r.GetString(index);
        }

        public static int ReadInteger(this IDataReader r, int index, string name, int defaultValue)
        {
            return r.IsDBNull(index) ? defaultValue : r.GetInt32(index);
        }

        public static long ReadLongInteger(this IDataReader r, int index, string name, long defaultValue)
        {
            return r.IsDBNull(index) ? defaultValue : r.GetInt64(index);
        }

        public static decimal ReadDecimal(this IDataReader r, int index, string name, decimal defaultValue)
        {
            return r.IsDBNull(index) ? defaultValue : r.GetDecimal(index);
        }

        public static bool ReadBoolean(this IDataReader r, int index, string name, bool defaultValue)
        {
            return r.IsDBNull(index) ? defaultValue : r.GetBoolean(index);
        }

        public static DateTime ReadDateTime(this IDataReader r, int index, string name, DateTime defaultValue)
        {
            return r.IsDBNull(index) ? defaultValue : r.GetDateTime(index);
        }

        public static DateTime ReadDate(this IDataReader r, int index, string name, DateTime defaultValue)
        {
            return ReadDateTime(r, index, name, defaultValue);
        }

        public static DateTime ReadTime(this IDataReader r, int index, string name, DateTime defaultValue)
        {
            return ReadDateTime(r, index, name, defaultValue);
        }

        public static byte[] ReadBinaryData(this IDataReader r, int index, string name, byte[] defaultValue)
        {
            return r.IsDBNull(index) ? defaultValue : (byte[]) r.GetValue(index);
        }

        public static string ReadEntityReferenceText(this IDataReader r, int index, string name, string defaultValue)
        {
            return r.ReadText(index, name, defaultValue);
        }

        public static int ReadEntityReference(this IDataReader r, int index, string name, int defaultValue)
        {
            return r.ReadInteger(index, name, defaultValue);
        }

        public static long ReadEntityReferenceLongInteger(this IDataReader r, int index, string name, long defaultValue)
        {
            return r.ReadLongInteger(index, name, defaultValue);
        }
    }
}
