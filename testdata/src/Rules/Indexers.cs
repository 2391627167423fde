using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Rules
{
    /// <summary>Has several indexers.</summary>
    public class Shelf
    {
        readonly Dictionary<string, decimal> prices = new Dictionary<string, decimal>();

        /// <summary>Gets or sets a price by name.</summary>
        public decimal this[string name]
        {
            get { return prices[name]; }
            set { prices[name] = value; }
        }

        /// <summary>Gets the name at a place.</summary>
        public string this[int place]
        {
            get { return new List<string>(prices.Keys)[place]; }
        }

        /// <summary>Sets a price in a status.</summary>
        public byte this[string name, Status status]
        {
            set { prices[name + " " + status] = value; }
        }
    }

    /// <summary>Has an indexer by another name.</summary>
    public class Board
    {
        readonly char[,] fields = new char[3, 3];

        /// <summary>Gets or sets a field.</summary>
        [IndexerName("Field")]
        public char this[int row, int column]
        {
            get { return fields[row, column]; }
            set { fields[row, column] = value; }
        }
    }

    /// <summary>A structure with an indexer.</summary>
    public struct Vector
    {
        public int X;
        public int Y;

        /// <summary>Gets or sets a coordinate.</summary>
        public int this[int at]
        {
            get { return at == 0 ? X : Y; }
            set
            {
                if (at == 0)
                    X = value;
                else
                    Y = value;
            }
        }
    }
}
