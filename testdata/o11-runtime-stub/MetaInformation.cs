using System;

namespace OutSystems.HubEdition.RuntimePlatform.MetaInformation
{
    /// <summary>Describes the entity that a record holds a row of.</summary>
    [AttributeUsage(AttributeTargets.Struct)]
    public sealed class EntityRecordDetails : Attribute
    {
        public EntityRecordDetails(string name, string entityKey, string ownerKey, int dataKind, string physicalTable, string configuration)
        {
        }
    }

    /// <summary>Describes one attribute of an entity.</summary>
    /// <remarks>What the last but one flag says is not known.</remarks>
    [AttributeUsage(AttributeTargets.Field)]
    public sealed class EntityAttributeDetails : Attribute
    {
        public EntityAttributeDetails(string name, int length, bool isAutoNumber, bool isIdentifier, bool unknown, bool isMandatory)
        {
        }
    }
}
