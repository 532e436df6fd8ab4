"""The network of a desktop: nothing by default, and by name what a policy allows.

policy, policy_file   what may be reached, as a value and as a file
names, addresses      one spelling for a host; which addresses are on the internet at all
doors                 the sockets inside the desktop's network that the host answers at
dns, fakes, look_ups  made-up answers to look-ups, and the addresses that stand for names
tls, http             the name in a ClientHello; the head of a request
visit, proxy          one connection from inside, and one to the explicit proxy
line, relay, dial     bytes of one end; of two; and the call to a server
ask                   a person is asked about a new name
decisions             what was decided, for the journal
flight                what the desktop is waiting for
pace                  how fast, and how many
gateway               all of it together, for one desktop
"""
