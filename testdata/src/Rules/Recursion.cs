using System.Collections.Generic;
using System.Linq;

namespace Rules
{
    /// <summary>Is followed by another of its kind.</summary>
    public class Link
    {
        public string Name { get; set; }
        public int Number { get; set; }
        public decimal? Weight { get; set; }
        public Status Status { get; set; }
        public byte[] Data { get; set; }
        public System.DateTime When { get; set; }
        public Link Next { get; set; }
    }

    /// <summary>Knows its parent and its children.</summary>
    public class Tree
    {
        public string Name { get; set; }
        public Tree Parent { get; set; }
        public List<Tree> Children { get; set; }
    }

    /// <summary>Has a head, who knows it.</summary>
    public class Department
    {
        public string Name { get; set; }
        public Employee Head { get; set; }
        public Employee[] Staff { get; set; }
    }

    /// <summary>Knows the department.</summary>
    public class Employee
    {
        public string Name { get; set; }
        public Department Department { get; set; }
    }

    /// <summary>Has sections by name.</summary>
    public class Catalog
    {
        public int Articles { get; set; }
        public Dictionary<string, Catalog> Sections { get; set; }
    }

    /// <summary>Types that contain themselves.</summary>
    public static class Recursion
    {
        /// <summary>Makes a chain.</summary>
        public static Link MakeChain(int length, string name)
        {
            Link last = null;
            for (int number = length; number > 0; number--)
                last = new Link
                {
                    Name = name, Number = number, Weight = number % 2 == 0 ? (decimal?) null : number / 8m, Status = Status.Closed, Data = new byte[] { 1, 255 },
                    When = new System.DateTime(2024, 2, 29, 23, 59, 59), Next = last
                };
            return last;
        }

        /// <summary>Writes a chain down.</summary>
        public static string WriteChain(Link link)
        {
            var parts = new List<string>();
            for (; link != null; link = link.Next)
                parts.Add(string.Join("/", link.Name, link.Number, link.Weight.HasValue ? link.Weight.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) : "-", link.Status,
                    link.Data == null ? -1 : link.Data.Length, link.When.ToString("s")));
            return string.Join(" > ", parts);
        }

        /// <summary>Gives back the chain.</summary>
        public static Link OfLink(Link link)
        {
            return link;
        }

        /// <summary>Makes a tree whose nodes know their parents.</summary>
        public static Tree MakeTree(string name, int width)
        {
            var root = new Tree { Name = name, Children = new List<Tree>() };
            for (int i = 0; i < width; i++)
                root.Children.Add(new Tree { Name = name + i, Parent = root });
            return root;
        }

        /// <summary>Writes a tree down.</summary>
        public static string WriteTree(Tree tree)
        {
            return tree == null ? "-" : tree.Name + "(" + (tree.Children == null ? "" : string.Join(" ", tree.Children.Select(WriteTree))) + ")";
        }

        /// <summary>Makes a department whose head is in it.</summary>
        public static Department MakeDepartment(string name, params string[] staff)
        {
            var department = new Department { Name = name };
            department.Staff = staff.Select(person => new Employee { Name = person, Department = department }).ToArray();
            department.Head = department.Staff.FirstOrDefault();
            return department;
        }

        /// <summary>Writes a department down.</summary>
        public static string WriteDepartment(Department department)
        {
            string head = department.Head == null ? "-" : department.Head.Name;
            string staff = department.Staff == null ? "-" : string.Join(" ", department.Staff.Select(person => person.Name));
            return department.Name + ": " + head + ": " + staff;
        }

        /// <summary>Gives back all employees of a department.</summary>
        public static List<Employee> EmployeesOf(Department department)
        {
            return department.Staff == null ? null : department.Staff.ToList();
        }

        /// <summary>Makes a catalog.</summary>
        public static Catalog MakeCatalog(int depth)
        {
            var catalog = new Catalog { Articles = depth };
            if (depth > 0)
                catalog.Sections = new Dictionary<string, Catalog> { { "a" + depth, MakeCatalog(depth - 1) }, { "b \"" + depth + "\"", MakeCatalog(0) } };
            return catalog;
        }

        /// <summary>Writes a catalog down.</summary>
        public static string WriteCatalog(Catalog catalog)
        {
            return catalog.Articles + (catalog.Sections == null ? "" : "[" + string.Join(", ", catalog.Sections.Select(pair => pair.Key + ": " + WriteCatalog(pair.Value))) + "]");
        }
    }
}
