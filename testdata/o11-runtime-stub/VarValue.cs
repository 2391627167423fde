using System;
using System.Globalization;
using System.Xml;
using OutSystems.HubEdition.RuntimePlatform.Db;

namespace OutSystems.HubEdition.RuntimePlatform
{
    /// <summary>The data types of attributes, as the debugger shows them.</summary>
    public enum TypeKind
    {
        Text,
        Integer,
        LongInteger,
        Decimal,
        Currency,
        Boolean,
        Date,
        Time,
        DateTime,
        PhoneNumber,
        Email,
        BinaryData,
        EntityReference
    }

    /// <summary>A value that the debugger looks at, and how it writes values as XML.</summary>
    public class VarValue
    {
        object value;

        public bool Found { get; set; }

        public bool Optimized { get; set; }

        public object Value
        {
            get
            {
                return value;
            }
            set
            {
                this.value = value;
                Found = true;
            }
        }

        public string FieldName { get; private set; }

        public void SetFieldName(string name)
        {
            FieldName = name;
        }

        public void EvaluateFields(object parent, string baseName, string fields)
        {
            var record = Value as IRecord;
            Found = record != null;
            if (Found)
                record.EvaluateFields(this, parent, baseName, fields);
        }

        public static string GetHead(string fields)
        {
            int dot = fields.IndexOf('.');
            return dot < 0 ? fields : fields.Substring(0, dot);
        }

        public static string GetTail(string fields)
        {
            int dot = fields.IndexOf('.');
            return dot < 0 ? null : fields.Substring(dot + 1);
        }

        public static bool FieldIsOptimized(object parent, string fieldName)
        {
            return false;
        }

        public static XmlElement AppendChild(XmlElement parent, string name)
        {
            return (XmlElement) parent.AppendChild(parent.OwnerDocument.CreateElement(name));
        }

        public static void AppendAttribute(XmlElement element, string name, string value)
        {
            element.SetAttribute(name, value);
        }

        public static void AppendAttribute(XmlElement element, string name, object value, int detailLevel, TypeKind kind)
        {
            var bytes = value as byte[];
            element.SetAttribute(name, bytes != null ? Convert.ToBase64String(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture));
        }

        public static void AppendOptimizedAttribute(XmlElement element, string name)
        {
            AppendChild(element, "Optimized").SetAttribute("name", name);
        }

        public static void AppendDeferredEvaluationElement(XmlElement element)
        {
            AppendChild(element, "DeferredEvaluation");
        }
    }
}
