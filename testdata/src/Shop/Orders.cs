using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using System.Data.Entity;

namespace Shop
{
    /// <summary>The database: what it exposes is a table.</summary>
    public class ShopContext : DbContext
    {
        /// <summary>Gets or sets the table of orders.</summary>
        public DbSet<Order> Orders { get; set; }

        /// <summary>Gets or sets the table of lines, of which the class says nothing.</summary>
        public DbSet<OrderLine> Lines { get; set; }
    }

    /// <summary>Who buys.</summary>
    [Table("Customers", Schema = "sales")]
    public class Customer
    {
        /// <summary>Gets or sets the number of the customer.</summary>
        [Key, DatabaseGenerated(DatabaseGeneratedOption.Identity)]
        public int Number { get; set; }

        /// <summary>Gets or sets the name.</summary>
        [Required, StringLength(100)]
        public string Name { get; set; }

        /// <summary>Gets or sets the mail address, under the name that it has always had.</summary>
        [Column("e_mail", TypeName = "varchar(250)")]
        public string Email { get; set; }

        /// <summary>Gets or sets when the customer came.</summary>
        public DateTime Since { get; set; }

        /// <summary>Gets or sets when the customer last bought something.</summary>
        [Column(TypeName = "date")]
        public DateTime? LastOrder { get; set; }

        /// <summary>Gets or sets how much may be open.</summary>
        public decimal Credit { get; set; }

        /// <summary>Gets or sets whether the customer may buy.</summary>
        public bool IsActive { get; set; }

        /// <summary>Gets or sets a picture.</summary>
        [MaxLength(8000)]
        public byte[] Photo { get; set; }

        /// <summary>Gets or sets what the customer proves to be himself with.</summary>
        public Guid? Token { get; set; }

        /// <summary>Gets or sets who brought the customer.</summary>
        public int? ReferredById { get; set; }

        /// <summary>Gets or sets the customer who brought this one: by convention, of <see cref="ReferredById"/>.</summary>
        public Customer ReferredBy { get; set; }

        /// <summary>Gets or sets which version of the row this is.</summary>
        [Timestamp]
        public byte[] Version { get; set; }

        /// <summary>Gets or sets what is in no column.</summary>
        [NotMapped]
        public string Greeting { get; set; }

        /// <summary>Gets what can only be computed.</summary>
        public string Initial
        {
            get { return Name.Substring(0, 1); }
        }

        /// <summary>Gets or sets the orders.</summary>
        public ICollection<Order> Orders { get; set; }
    }

    /// <summary>What every table records.</summary>
    public abstract class Audited
    {
        /// <summary>Gets or sets when the row was made.</summary>
        public DateTime Created { get; set; }
    }

    /// <summary>How far an order is.</summary>
    public enum OrderState : byte
    {
        /// <summary>Nobody has seen it.</summary>
        New,
        /// <summary>It is on its way.</summary>
        Sent
    }

    /// <summary>What somebody buys. Its table is called like the property of the context.</summary>
    public class Order : Audited
    {
        /// <summary>Gets or sets the key, which is one by convention.</summary>
        public long Id { get; set; }

        /// <summary>Gets or sets the key of the customer.</summary>
        public int CustomerNumber { get; set; }

        /// <summary>Gets or sets the customer.</summary>
        [ForeignKey("CustomerNumber")]
        public Customer Customer { get; set; }

        /// <summary>Gets or sets who sent it: the key is in no property.</summary>
        public Customer Sender { get; set; }

        /// <summary>Gets or sets how far it is.</summary>
        public OrderState State { get; set; }

        /// <summary>Gets or sets where it goes: columns of their own.</summary>
        public Place Destination { get; set; }

        /// <summary>Gets or sets how long it took.</summary>
        public TimeSpan? Duration { get; set; }
    }

    /// <summary>A part of a row.</summary>
    [ComplexType]
    public class Place
    {
        /// <summary>Gets or sets the city.</summary>
        public string City { get; set; }
    }

    /// <summary>What is in an order: two columns identify it together.</summary>
    public class OrderLine
    {
        /// <summary>Gets or sets the key of the order.</summary>
        [Key, Column(Order = 0)]
        public long OrderId { get; set; }

        /// <summary>Gets or sets the order: by convention, of <see cref="OrderId"/>.</summary>
        public Order Order { get; set; }

        /// <summary>Gets or sets the code of the product.</summary>
        [Key, Column(Order = 1), ForeignKey("Product"), MaxLength(20)]
        public string ProductCode { get; set; }

        /// <summary>Gets or sets the product.</summary>
        public Product Product { get; set; }

        /// <summary>Gets or sets how many.</summary>
        public short Quantity { get; set; }
    }

    /// <summary>What can be bought. Only a key says that it is a table.</summary>
    public class Product
    {
        /// <summary>Gets or sets the code.</summary>
        [Key, MaxLength(20)]
        public string Code { get; set; }

        /// <summary>Gets or sets the weight.</summary>
        public double Weight { get; set; }

        /// <summary>Gets or sets how many the warehouse has.</summary>
        [Column(TypeName = "decimal(9, 0)")]
        public decimal NumberOfPiecesInTheWarehouses { get; set; }

        /// <summary>Gets or sets a description in another database's type.</summary>
        [Column(TypeName = "jsonb")]
        public string Details { get; set; }
    }

    /// <summary>A room whose shelves know it by a property that the room names.</summary>
    [Table("Rooms")]
    public class Room
    {
        /// <summary>Gets or sets the key.</summary>
        public int Id { get; set; }

        /// <summary>Gets or sets the shelves in the room.</summary>
        [ForeignKey("Place")]
        public ICollection<Shelf> Shelves { get; set; }

        /// <summary>Gets or sets shelves that no property refers to.</summary>
        [ForeignKey("Nowhere")]
        public Shelf[] Lost { get; set; }
    }

    /// <summary>A shelf in a room.</summary>
    [Table("Shelves")]
    public class Shelf
    {
        /// <summary>Gets or sets the key.</summary>
        public int Id { get; set; }

        /// <summary>Gets or sets the key of the room.</summary>
        public int Place { get; set; }

        /// <summary>Gets or sets what is written on the shelf.</summary>
        public string LabelThatIsLongerThanTwentyEightCharacters { get; set; }
    }
}
