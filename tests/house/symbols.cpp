#include "tests/house/symbols.h"

#include <algorithm>
#include <array>

namespace house {
namespace {

// C symbols, whole names. What writes a broken invariant to standard error (fwrite, fputs, abort) is not among them.
constexpr std::array<std::string_view, 71> kFunctions{
    // clocks
    "clock_gettime", "clock_getres", "gettimeofday", "time", "ftime", "clock", "times", "timespec_get", "localtime", "localtime_r",
    "mktime", "tzset",
    // chance
    "rand", "rand_r", "srand", "random", "srandom", "drand48", "lrand48", "getrandom", "getentropy", "arc4random", "RAND_bytes",
    "RAND_priv_bytes",
    // the environment
    "getenv", "secure_getenv", "setenv", "environ", "gethostname", "uname", "getpid", "sysconf", "setlocale",
    // threads and waiting
    "pthread_create", "pthread_mutex_lock", "pthread_cond_wait", "sleep", "usleep", "nanosleep", "clock_nanosleep", "sched_yield",
    // sockets
    "socket", "connect", "bind", "listen", "accept", "send", "sendto", "sendmsg", "recv", "recvfrom", "recvmsg", "poll", "select",
    "epoll_create1", "getaddrinfo",
    // files and processes
    "open", "open64", "openat", "creat", "fopen", "fopen64", "read", "write", "mmap", "mmap64", "fork", "execve", "system", "popen",
    "posix_spawn"};

// C++ symbols, as they begin.
constexpr std::array<std::string_view, 14> kBeginnings{
    "std::chrono::_V2::", "std::random_device::", "std::thread::", "std::jthread::", "std::this_thread::", "std::condition_variable",
    "std::basic_filebuf", "std::basic_ifstream", "std::basic_ofstream", "std::basic_fstream", "std::filesystem::", "std::__future_base",
    "boost::", "simgrid::"};

bool is_forbidden(std::string_view symbol) {
  const auto plain = symbol.substr(0, symbol.find('@'));
  if (std::ranges::find(kFunctions, plain) != kFunctions.end()) return true;
  return std::ranges::any_of(kBeginnings, [&](std::string_view begin) { return symbol.starts_with(begin); });
}

}  // namespace

Offences asked_of_the_machine(std::string_view listing) {
  Offences offences;
  std::string object;
  for (const auto line : lines_of(listing)) {
    if (line.ends_with(':')) object = line;
    const auto type = line.find_first_not_of(' ');
    if (type == std::string_view::npos || !(line.substr(type).starts_with("U ") || line.substr(type).starts_with("w "))) continue;
    const auto symbol = line.substr(type + 2);
    if (is_forbidden(symbol)) offences.push_back(object + " " + std::string(symbol));
  }
  return offences;
}

}  // namespace house
