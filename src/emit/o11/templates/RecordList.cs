/// <summary>
/// RecordList type <code>RL{S}RecordList</code> that represents a record list of
///  <code>{S}</code>
/// </summary>
[Serializable()]
public partial class RL{S}RecordList: GenericRecordList<RC{S}Record>, IEnumerable, IEnumerator, ISerializable {
	public static void EnsureInitialized() {}

	protected override RC{S}Record GetElementDefaultValue() {
		return new RC{S}Record("");
	}

	public T[] ToArray<T>(Func<RC{S}Record, T> converter) {
		return ToArray(this, converter);
	}

	public static T[] ToArray<T>(RL{S}RecordList recordlist, Func<RC{S}Record, T> converter) {
		return InnerToArray(recordlist, converter);
	}
	public static implicit operator RL{S}RecordList(RC{S}Record[] array) {
		RL{S}RecordList result = new RL{S}RecordList();
		result.InnerFromArray(array);
		return result;
	}

	public static RL{S}RecordList ToList<T>(T[] array, Func <T, RC{S}Record> converter) {
		RL{S}RecordList result = new RL{S}RecordList();
		result.InnerFromArray(array, converter);
		return result;
	}

	public static RL{S}RecordList FromRestList<T>(RestList<T> restList, Func <T, RC{S}Record> converter) {
		RL{S}RecordList result = new RL{S}RecordList();
		result.InnerFromRestList(restList, converter);
		return result;
	}
	/// <summary>
	/// Default Constructor
	/// </summary>
	public RL{S}RecordList(): base() {
	}

	/// <summary>
	/// Constructor with transaction parameter
	/// </summary>
	/// <param name="trans"> IDbTransaction Parameter</param>
	[Obsolete("Use the Default Constructor and set the Transaction afterwards.")]
	public RL{S}RecordList(IDbTransaction trans): base(trans) {
	}

	/// <summary>
	/// Constructor with transaction parameter and alternate read method
	/// </summary>
	/// <param name="trans"> IDbTransaction Parameter</param>
	/// <param name="alternateReadDBMethod"> Alternate Read Method</param>
	[Obsolete("Use the Default Constructor and set the Transaction afterwards.")]
	public RL{S}RecordList(IDbTransaction trans, ReadDBMethodDelegate alternateReadDBMethod): this(trans) {
		this.alternateReadDBMethod = alternateReadDBMethod;
	}

	/// <summary>
	/// Constructor declaration for serialization
	/// </summary>
	/// <param name="info"> SerializationInfo</param>
	/// <param name="context"> StreamingContext</param>
	public RL{S}RecordList(SerializationInfo info, StreamingContext context): base(info, context) {
	}

	public override BitArray[] GetDefaultOptimizedValues() {
		BitArray[] def = new BitArray[1];
		def[0] = null;
		return def;
	}
	/// <summary>
	/// Create as new list
	/// </summary>
	/// <returns>The new record list</returns>
	protected override OSList<RC{S}Record> NewList() {
		return new RL{S}RecordList();
	}


} // RL{S}RecordList
