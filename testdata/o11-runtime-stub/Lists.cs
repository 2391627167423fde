using System;
using System.Collections;
using System.Collections.Generic;
using System.Data;
using System.Runtime.Serialization;
using System.Xml;

namespace OutSystems.HubEdition.RuntimePlatform.Db
{
    /// <summary>A list of anything.</summary>
    public interface IOSList : IEnumerable
    {
        int Length { get; }
        void Append(object item);
        void Insert(int index, object item);
    }

    /// <summary>A list that arrived in a REST message.</summary>
    public class RestList<T> : List<T>
    {
    }

    /// <summary>A list that is also a cursor over itself.</summary>
    /// <remarks>Not generically enumerable: generated code has to name the type of the element.</remarks>
    [Serializable]
    public class OSList<T> : IOSList, IEnumerator
    {
        readonly List<T> items = new List<T>();
        int position = -1;

        public int Length
        {
            get { return items.Count; }
        }

        object IEnumerator.Current
        {
            get { return items[position]; }
        }

        bool IEnumerator.MoveNext()
        {
            return ++position < items.Count;
        }

        void IEnumerator.Reset()
        {
            position = -1;
        }

        // Not the list itself, so that two loops over one list may be nested.
        public IEnumerator GetEnumerator()
        {
            return items.GetEnumerator();
        }

        public void Append(T item)
        {
            items.Add(item);
        }

        void IOSList.Append(object item)
        {
            items.Add((T) item);
        }

        void IOSList.Insert(int index, object item)
        {
            items.Insert(index, (T) item);
        }

        public virtual OSList<T> Duplicate()
        {
            OSList<T> copy = NewList();
            copy.items.AddRange(items);
            return copy;
        }

        public virtual void FillFromOther(IOSList other)
        {
            foreach (object item in other)
                items.Add((T) item);
        }

        protected virtual T GetElementDefaultValue()
        {
            return default(T);
        }

        protected virtual OSList<T> NewList()
        {
            return new OSList<T>();
        }
    }

    /// <summary>The base class of every record list.</summary>
    [Serializable]
    public class GenericRecordList<T> : OSList<T>, ISerializable, IDeserializationCallback
        where T : struct, IRecord
    {
        public delegate void ReadDBMethodDelegate(ref T record, IDataReader reader);

        protected ReadDBMethodDelegate alternateReadDBMethod;

        // The elements as deserialization delivers them: complete only when all of it is over.
        T[] delivered;

        public GenericRecordList()
        {
        }

        public GenericRecordList(IDbTransaction trans)
        {
        }

        public GenericRecordList(SerializationInfo info, StreamingContext context)
        {
            delivered = (T[]) info.GetValue("items", typeof(T[]));
        }

        public virtual void GetObjectData(SerializationInfo info, StreamingContext context)
        {
            info.AddValue("items", InnerToArray(this, record => record));
        }

        void IDeserializationCallback.OnDeserialization(object sender)
        {
            InnerFromArray(delivered);
            delivered = null;
        }

        public virtual BitArray[] GetDefaultOptimizedValues()
        {
            return new BitArray[0];
        }

        public override OSList<T> Duplicate()
        {
            OSList<T> copy = NewList();
            foreach (T record in this)
                copy.Append((T) record.Duplicate());
            return copy;
        }

        public override void FillFromOther(IOSList other)
        {
            if (other == null)
                return;
            foreach (IRecord record in other)
            {
                T own = GetElementDefaultValue();
                own.FillFromOther(record);
                Append(own);
            }
        }

        public void RecursiveReset()
        {
            foreach (T record in this)
                record.RecursiveReset();
        }

        public void InternalRecursiveSave()
        {
            foreach (T record in this)
                record.InternalRecursiveSave();
        }

        public void ToXml(Object parent, XmlElement baseElem, String fieldName, int detailLevel)
        {
            XmlElement list = VarValue.AppendChild(baseElem, "RecordList");
            if (fieldName != null)
                VarValue.AppendAttribute(list, "debug.field", fieldName);
            if (detailLevel > 0)
                foreach (T record in this)
                    record.ToXml(this, list, null, detailLevel - 1);
            else
                VarValue.AppendDeferredEvaluationElement(list);
        }

        protected static U[] InnerToArray<U>(GenericRecordList<T> list, Func<T, U> converter)
        {
            var array = new U[list.Length];
            int i = 0;
            foreach (T record in list)
                array[i++] = converter(record);
            return array;
        }

        protected void InnerFromArray(T[] array)
        {
            foreach (T record in array)
                Append(record);
        }

        protected void InnerFromArray<U>(U[] array, Func<U, T> converter)
        {
            foreach (U item in array)
                Append(converter(item));
        }

        protected void InnerFromRestList<U>(RestList<U> list, Func<U, T> converter)
        {
            foreach (U item in list)
                Append(converter(item));
        }
    }
}
