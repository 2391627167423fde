using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading.Tasks;

namespace Rules
{
    /// <summary>Members that change what they get by value.</summary>
    public static class Arguments
    {
        /// <summary>Writes behind what is in the stream.</summary>
        /// <param name="target">What is written to.</param>
        /// <param name="text">What is written.</param>
        public static void Append(Stream target, string text)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            target.Seek(0, SeekOrigin.End);
            target.Write(bytes, 0, bytes.Length);
        }

        /// <summary>Writes over the beginning of the stream, and closes it.</summary>
        public static async Task SaveAsync(MemoryStream target, int count)
        {
            await Task.Yield();
            using (target)
                target.Write(new byte[count], 0, count);
        }

        /// <summary>Writes to the stream, and gives back how much.</summary>
        public static int Export(Stream target)
        {
            target.WriteByte(1);
            return 1;
        }

        /// <summary>Writes numbers, as they are written everywhere.</summary>
        public static void Render(TextWriter writer, double number)
        {
            writer.WriteLine(number);
            writer.Write("Ä");
        }

        /// <summary>Writes a number.</summary>
        public static void Spell(StringBuilder text, int number)
        {
            text.Append(number);
        }

        /// <summary>Turns the bytes around.</summary>
        public static void Invert(byte[] bytes)
        {
            Array.Reverse(bytes);
        }

        /// <summary>Sets the first byte of the part.</summary>
        public static void Mark(ArraySegment<byte> part, byte value)
        {
            if (part.Count > 0)
                part.Array[part.Offset] = value;
        }

        /// <summary>Sorts the numbers.</summary>
        public static void Sort(int[] numbers)
        {
            Array.Sort(numbers);
        }

        /// <summary>Sets the diagonal.</summary>
        public static void Cross(int[,] table)
        {
            for (int i = 0; i < Math.Min(table.GetLength(0), table.GetLength(1)); i++)
                table[i, i] = 9;
        }

        /// <summary>Adds loans.</summary>
        public static void Fill(List<Loan> loans, int count)
        {
            loans.AddRange(Enumerable.Range(1, Math.Max(count, 0) % 5).Select(number => new Loan { Name = "No. " + number, Amount = number }));
        }

        /// <summary>Counts a word.</summary>
        public static void Count(IDictionary<string, int> counts, string word)
        {
            int before;
            counts.TryGetValue(word, out before);
            counts[word] = before + 1;
        }

        /// <summary>Gives the loan another name.</summary>
        public static void Rename(Loan loan, string name)
        {
            loan.Name = name;
        }

        /// <summary>Reads into the buffer, and gives back how much.</summary>
        public static int Read([In, Out] char[] buffer, int count)
        {
            int length = Math.Min(Math.Max(count, 0), buffer.Length);
            for (int i = 0; i < length; i++)
                buffer[i] = '*';
            return length;
        }

        /// <summary>Gives the loans other names, though it cannot add one.</summary>
        public static void RenameAll(IEnumerable<Loan> loans, string name)
        {
            foreach (Loan loan in loans)
                loan.Name = name;
        }

        /// <summary>Adds to a list that cannot be set.</summary>
        public static void Tag(Tagged item, string tag)
        {
            item.Tags.Add(tag);
        }

        /// <summary>Sets the first number, of those that are part of more.</summary>
        public static void Stamp(ArraySegment<int> numbers)
        {
            if (numbers.Count > 0)
                numbers.Array[numbers.Offset] = 1;
        }

        /// <summary>Reads all of the enclosure, which is gone then.</summary>
        public static void Send(Letter letter)
        {
            using (var reader = new StreamReader(letter.Enclosure))
                letter.Text = reader.ReadToEnd();
        }

        /// <summary>Goes on with the same text.</summary>
        public static StringBuilder Dot(StringBuilder text)
        {
            return text.Append('.');
        }

        /// <summary>Promises not to write.</summary>
        public static int Measure([In] Stream source)
        {
            return (int) source.Length;
        }

        /// <summary>Changes nothing that could come back.</summary>
        public static void Look(IEnumerable<int> numbers, Vector vector, string text, params int[] more)
        {
            vector.X += numbers.Count() + more.Length;
        }
    }

    /// <summary>Holds what can be read once.</summary>
    public class Letter
    {
        public string Text { get; set; }
        public Stream Enclosure { get; set; }
    }

    /// <summary>Has a list that is made with it.</summary>
    public class Tagged
    {
        /// <summary>What is known of it from the start.</summary>
        public Tagged(int number, List<string> tags)
        {
            Number = number;
            Tags = tags;
        }

        public int Number { get; private set; }
        public List<string> Tags { get; private set; }
    }

    /// <summary>Something with a state of its own.</summary>
    public class Printer
    {
        int pages;

        /// <summary>A printer that has printed so many pages.</summary>
        public Printer(int printed)
        {
            pages = printed;
        }

        /// <summary>Prints into a stream.</summary>
        public void Print(Stream target)
        {
            byte[] bytes = Encoding.ASCII.GetBytes("page " + ++pages);
            target.Write(bytes, 0, bytes.Length);
        }

        /// <summary>Prints as text.</summary>
        public void PrintText(TextWriter target)
        {
            target.Write("page {0}", ++pages);
        }

        /// <summary>Copies the number of pages.</summary>
        public void CopyTo(int[] places, int index)
        {
            places[index] = pages;
        }

        /// <summary>Takes pages, and leaves the list as it is as far as one can tell.</summary>
        public void Take(List<string> lines)
        {
            pages += lines.Count;
        }
    }
}
