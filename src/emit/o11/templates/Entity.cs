public class EN{E}EntityConfiguration {
	private static object config;
	private static string PhysicalTableName {
		get {
			try {
				Type EntityConfiguration = Type.GetType("OutSystems.HubEdition.RuntimePlatform.Db.EntityConfiguration,OutSystems.HubEdition.RuntimePlatform");
				if (EntityConfiguration != null) {
					if (config == null) {
						config = EntityConfiguration.GetMethod("GetEntityConfiguration", BindingFlags.Public | BindingFlags.Static).Invoke(null, new object[] { "{extension}", "{entity}", "{E}", {table} });
					}
					return EntityConfiguration.GetProperty("PhysicalTableName").GetValue(config).ToString();
				} else {
					return {table};
				}
			} catch {
				return {table};
			}
		}
	}
	public static string GetPhysicalTableName() {
		return PhysicalTableName;
	}
}

public sealed partial class EN{E}Entity {
	private static readonly System.Collections.Generic.Dictionary<string, string> entityAttributes = new System.Collections.Generic.Dictionary<string, string>() {
{columns}
	};
	public static System.Collections.Generic.Dictionary<string, string> AttributesToDatabaseNamesMap() {
		return entityAttributes;
	}
	public static string AttributeDatabaseName(string attributeName) {
		string databaseName;
		entityAttributes.TryGetValue(attributeName, out databaseName);
		return databaseName;
	}
	public static string LocalViewName(int? tenant, string locale) {
		return ViewName(null, locale);
	}
	public static string ViewName(int? tenant, string locale) {
		return EN{E}EntityConfiguration.GetPhysicalTableName();
	}
} // EN{E}Entity

