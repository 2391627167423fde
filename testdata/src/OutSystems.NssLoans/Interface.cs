using System;

namespace OutSystems.NssLoans
{
    public interface IssLoans
    {
        void MssPaymentOf(decimal ssAmount, int ssYears, out decimal ssPayment, decimal ssRate);
        void MssReminder(RCLoanRecord ssLoan, out string ssText);
        void MssSchedule(RCLoanRecord ssLoan, out RLEntryRecordList ssEntries);
        void MssAudit(string ssText);
        void MssIsWeekend(DateTime ssDay, out bool ssResult);
        void MssCalculatorPayment(decimal ssamount, decimal ssrate, int ssyears, out decimal ssReturn_Decimal);
        void MssCalculatorIsPossible(string ssborrower, out string ssreason, out bool ssReturn_Boolean);
        void MssSessionCreate(string ssuser, out object ssNew_Session);
        void MssSessionGreet(object ssThis_Session, out string ssReturn_String);
    }
}
