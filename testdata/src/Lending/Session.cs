namespace Lending
{
    /// <summary>A class whose objects travel as Object.</summary>
    public class Session
    {
        /// <summary>Begins a session.</summary>
        public Session(string user)
        {
            User = user;
        }

        /// <summary>Who began it.</summary>
        public string User { get; set; }

        /// <summary>A friendly word.</summary>
        public string Greet()
        {
            return "Hello, " + User + ".";
        }
    }
}
