// ./run twilio --help.

export const help = `Usage: ./run twilio COMMAND --workspace NAME_OR_ID [options]

  list       the account, how it was found last, and each number: what of it comes here, and when last
  numbers    each number with its settings
             --sync         look at Twilio first which numbers there are
             --attention    only those that need somebody
             --released     those that were given back
  verify     compare the account with what it should be; changes nothing
  repair     make it what it should be
             --number +1…   only this one; may be said several times
             --take-over    also what belongs to a SIP trunk, another TwiML app or another workspace
  configure  connect an account; without options, do it again with the credentials that are kept
             --account AC…  which; its Auth Token is asked for and not shown
             --token-stdin  read the token from standard input instead
             --simulator    an account of the simulator; without --account a new one to practise with
  clear      give the numbers back what they had, and forget the account; asks first, unless --yes
  import     take over, once, what another program kept in TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN,
             TWILIO_PHONE_NUMBER, FORWARD_PHONE_NUMBER and its public address; --simulator for a try

A token never stands on the command line. PATCHBAY_API_KEY holds an API key with the role admin; it belongs
to one workspace, and --workspace has to be that one. Without a key the demonstration's owner is signed in by
a fresh link (links that were printed before stop working; ./run links makes new ones). PATCHBAY_URL names
a server elsewhere; else it is the one that runs with PATCHBAY_DATA_DIR.

Exit codes: 0 all is well, 1 something differs or failed, 64 the command line is wrong and nothing was done.`;
