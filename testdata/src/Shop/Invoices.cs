using System;
using System.Data.Linq;
using System.Data.Linq.Mapping;

namespace Shop
{
    /// <summary>A table of LINQ to SQL: only what says that it is a column is one.</summary>
    [Table(Name = "dbo.[Old Invoices]")]
    public class Invoice
    {
        [Column(Name = "[secret]", DbType = "NVarChar(10)")]
        string secret = "";

        EntityRef<Account> account = default(EntityRef<Account>);

        /// <summary>Gets or sets the number of the invoice.</summary>
        [Column(DbType = "Int NOT NULL IDENTITY", IsPrimaryKey = true, IsDbGenerated = true)]
        public int InvoiceID { get; set; }

        /// <summary>Gets or sets the number of the account.</summary>
        [Column(Name = "Account", DbType = "BigInt NOT NULL")]
        public long AccountID { get; set; }

        /// <summary>Gets or sets what is to pay.</summary>
        [Column(DbType = "Decimal(12,4)", CanBeNull = false)]
        public decimal? Amount { get; set; }

        /// <summary>Gets or sets the scanned paper.</summary>
        [Column]
        public Binary Scan { get; set; }

        /// <summary>Gets or sets the version of the row.</summary>
        [Column(IsVersion = true, DbType = "rowversion NOT NULL")]
        public Binary Version { get; set; }

        /// <summary>Gets or sets the account.</summary>
        [Association(ThisKey = "AccountID", OtherKey = "AccountID", IsForeignKey = true, Storage = "account")]
        public Account Account
        {
            get { return account.Entity; }
            set { account.Entity = value; }
        }

        /// <summary>Gets or sets what is in no column.</summary>
        public DateTime Printed { get; set; }

        /// <summary>Shows what nobody should see.</summary>
        public string Reveal()
        {
            return secret;
        }
    }

    /// <summary>Whom invoices are for. The table has the name of the class.</summary>
    [Table]
    public class Account
    {
        /// <summary>Gets or sets the number of the account.</summary>
        [Column(IsPrimaryKey = true)]
        public long AccountID { get; set; }

        /// <summary>Gets or sets who has it.</summary>
        [Column(DbType = "NVarChar(MAX) NOT NULL")]
        public string Owner { get; set; }
    }
}
