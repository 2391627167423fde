using System;
using OutSystems.HubEdition.RuntimePlatform;

namespace OutSystems.NssLoans
{
    public class CssLoans : IssLoans
    {
        static readonly int defaultYears = 30;

        public void MssPaymentOf(decimal ssAmount, int ssYears, out decimal ssPayment, decimal ssRate)
        {
            ssPayment = Lending.Calculator.Payment(ssAmount, ssRate, ssYears == 0 ? defaultYears : ssYears);
        }

        public void MssReminder(RCLoanRecord ssLoan, out string ssText)
        {
            ssText = ssLoan.ssSTLoan.ssBorrower + " owes " + ssLoan.ssSTLoan.ssAmount + ".";
        }

        public void MssSchedule(RCLoanRecord ssLoan, out RLEntryRecordList ssEntries)
        {
            ssEntries = new RLEntryRecordList();
            decimal payment = Lending.Calculator.Payment(ssLoan.ssSTLoan.ssAmount, 0, 1);
            for (int month = 1; month <= 12; month++)
            {
                var entry = new RCEntryRecord();
                entry.ssSTEntry.ssMonth = month;
                entry.ssSTEntry.ssPayment = payment;
                ssEntries.Append(entry);
            }
        }

        // Its signature says nothing of the runtime, and neither does its body.
        public void MssAudit(string ssText)
        {
            Log.Write(ssText);
        }

        public void MssIsWeekend(DateTime ssDay, out bool ssResult)
        {
            ssResult = ssDay.DayOfWeek == DayOfWeek.Saturday || ssDay.DayOfWeek == DayOfWeek.Sunday;
        }

        public void MssCalculatorPayment(decimal ssamount, decimal ssrate, int ssyears, out decimal ssReturn_Decimal)
        {
            ssReturn_Decimal = 0.0M;
            ssReturn_Decimal = Lending.Calculator.Payment(ssamount, ssrate, ssyears);
        }

        public void MssCalculatorIsPossible(string ssborrower, out string ssreason, out bool ssReturn_Boolean)
        {
            ssreason = "";
            ssReturn_Boolean = false;
            ssReturn_Boolean = Lending.Calculator.IsPossible(ssborrower, out ssreason);
        }

        public void MssSessionCreate(string ssuser, out object ssNew_Session)
        {
            ssNew_Session = null;
            ssNew_Session = new Lending.Session(ssuser);
        }

        public void MssSessionGreet(object ssThis_Session, out string ssReturn_String)
        {
            ssReturn_String = "";
            ssReturn_String = ((Lending.Session) ssThis_Session).Greet();
        }
    }

    static class Log
    {
        internal static void Write(string text)
        {
            VarValue.GetHead(text);
        }
    }
}
