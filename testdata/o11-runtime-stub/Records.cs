using System;
using System.Collections;
using System.Data;
using System.Xml;
using OutSystems.ObjectKeys;

namespace OutSystems.HubEdition.RuntimePlatform.Db
{
    /// <summary>What structures, records and entity records have in common.</summary>
    public interface IRecord
    {
        void RecursiveReset();
        void InternalRecursiveSave();
        IRecord Duplicate();
        void ToXml(Object parent, XmlElement baseElem, String fieldName, int detailLevel);
        void EvaluateFields(VarValue variable, Object parent, String baseName, String fields);
        bool ChangedAttributeGet(GlobalObjectKey key);
        bool OptimizedAttributeGet(GlobalObjectKey key);
        object AttributeGet(GlobalObjectKey key);
        void FillFromOther(IRecord other);
    }

    /// <summary>A record that knows its own type.</summary>
    public interface ITypedRecord<T> : IRecord
    {
        BitArray[] AllOptimizedAttributes { get; set; }
        BitArray[] GetDefaultOptimizedValues();
        void Read(IDataReader r, ref int index);
        void ReadDB(IDataReader r);
        void ReadIM(T r);
    }

    /// <summary>A record of attributes, as opposed to a record of structures.</summary>
    public interface ISimpleRecord : IRecord
    {
    }
}
