namespace RoundTrip
{
    /// <summary>An object with a state of its own that nobody sees whole.</summary>
    public class Counter
    {
        readonly int start;
        int calls;

        /// <summary>How far one step goes.</summary>
        public int Step = 1;

        /// <summary>Creates a counter that starts at zero.</summary>
        public Counter()
        {
        }

        /// <summary>Creates a counter.</summary>
        public Counter(int start)
        {
            this.start = start;
            Value = start;
        }

        /// <summary>Gets or sets the value.</summary>
        public int Value { get; set; }

        /// <summary>Gets how often the counter was advanced.</summary>
        public int Calls
        {
            get { return calls; }
        }

        /// <summary>Sets a text that goes before the value.</summary>
        public string Prefix
        {
            set { prefix = value; }
        }

        string prefix = "";

        /// <summary>Goes one step.</summary>
        public int Advance()
        {
            calls++;
            return Value += Step;
        }

        /// <summary>Goes back to the start.</summary>
        public void Reset()
        {
            Value = start;
        }

        /// <summary>Takes over the value of another counter.</summary>
        public void CopyFrom(Counter other)
        {
            Value = other.Value;
        }

        /// <summary>Creates a counter with the same value.</summary>
        public Counter Fork()
        {
            return new Counter(Value);
        }

        /// <summary>Writes the value behind the prefix.</summary>
        public override string ToString()
        {
            return prefix + Value;
        }
    }
}
