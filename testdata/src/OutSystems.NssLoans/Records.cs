using System;
using OutSystems.HubEdition.RuntimePlatform.Db;
using OutSystems.ObjectKeys;

namespace OutSystems.NssLoans
{
    public struct STLoanStructure
    {
        internal static readonly GlobalObjectKey IdBorrower = GlobalObjectKey.Parse("FUGxLW6vYkWjkZwBRQ9O_Q*AAAAAAAAAAAAAAAAAAAAAQ");

        public string ssBorrower;
        public decimal ssAmount;
        public DateTime ssSince;
    }

    public struct STEntryStructure
    {
        public int ssMonth;
        public decimal ssPayment;
    }

    public struct RCLoanRecord
    {
        internal static readonly GlobalObjectKey IdLoan = GlobalObjectKey.Parse("2UmDmepsh0WSfJ_D1JexCA*AAAAAAAAAAAAAAAAAAAAAg");

        public STLoanStructure ssSTLoan;
    }

    public struct RCEntryRecord
    {
        internal static readonly GlobalObjectKey IdEntry = GlobalObjectKey.Parse("2UmDmepsh0WSfJ_D1JexCA*AAAAAAAAAAAAAAAAAAAAAw");

        public STEntryStructure ssSTEntry;
    }

    public class RLEntryRecordList : OSList<RCEntryRecord>
    {
    }
}
