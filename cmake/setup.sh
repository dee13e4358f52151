# shellcheck shell=sh disable=SC2154
# What ./plumbline and ./check share: install what is missing, build, and say so in a few lines. Sourced by sh; $root is set.
#
# Whole logs go to build/log; the terminal gets their tail where a step fails. Nothing here writes to standard output:
# that belongs to the program.
log=$root/build/log
stamps=$root/build/stamp

say() { printf '%s: %s\n' "${name:-plumbline}" "$*" >&2; }

# tail_of LOG LINES
tail_of() {
  printf -- '--- the last lines of %s\n' "$1" >&2
  tail -n "$2" "$1" >&2
}

# The packages that the list $1 names, one a line.
packages_of() { sed -e 's/#.*//' -e 's/[[:space:]]*$//' -e '/^$/d' "$1"; }

# Those of the list $1 that are not installed, divided by spaces.
missing_of() {
  wanted=$(packages_of "$1")
  # shellcheck disable=SC2086
  have=$(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' $wanted 2>/dev/null | sed -n 's/^[hi]i *//p')
  printf '%s\n' "$wanted" | { grep -vxF -e "${have:-none}" || true; } | tr '\n' ' ' | sed 's/ $//'
}

# ensure_packages LIST: installs what is missing, or says which one command to run as root and leaves with 69.
# A list that was once found whole is not looked at again until it changes.
ensure_packages() {
  list=$root/$1
  stamp=$stamps/$1
  cmp -s "$list" "$stamp" && return 0
  mkdir -p "$stamps" "$log" 2>/dev/null || {
    say "$root/build cannot be written: run this as the owner of the folder"
    exit 70
  }
  if ! command -v dpkg-query >/dev/null; then
    say "this is not Debian: what $1 names is taken to be installed"
    cp "$list" "$stamp"
    return 0
  fi
  missing=$(missing_of "$list")
  if [ -n "$missing" ]; then install_packages "$missing"; fi
  missing=$(missing_of "$list")
  if [ -n "$missing" ]; then
    tail_of "$log/install.txt" 20
    say "still not installed: $missing"
    exit 69
  fi
  cp "$list" "$stamp"
}

# install_packages "a b c"
install_packages() {
  if [ "$(id -u)" -eq 0 ]; then
    as_root=''
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root='sudo -n'
  else
    say "packages are missing; run this as root, then try again: apt-get update && apt-get install -y --no-install-recommends $1"
    exit 69
  fi
  say "installing $(printf '%s\n' "$1" | wc -w) packages and what they need (log: build/log/install.txt)"
  # shellcheck disable=SC2086
  {
    $as_root apt-get update &&
      $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $1
  } >"$log/install.txt" 2>&1 </dev/null || {
    tail_of "$log/install.txt" 20
    say "the packages could not be installed: $1"
    exit 69
  }
}

# logged FILE COMMAND...: runs it in the root with its output in build/log/FILE; on a terminal ninja's count is shown as it grows.
logged() {
  into=$log/$1
  shift
  if [ ! -t 2 ]; then
    (cd "$root" && exec "$@") >"$into" 2>&1 </dev/null
    return
  fi
  (cd "$root" && exec "$@") >"$into" 2>&1 </dev/null &
  worker=$!
  trap 'kill "$worker" 2>/dev/null; exit 130' INT TERM
  while kill -0 "$worker" 2>/dev/null; do
    sleep 0.5
    printf '\r\033[K%s' "$(tail -n 1 "$into" | sed -n 's/^\(\[[0-9]*\/[0-9]*\]\).*/\1/p')" >&2
  done
  printf '\r\033[K' >&2
  trap - INT TERM
  wait "$worker"
}

# minutes SECONDS
minutes() { if [ "$1" -lt 60 ]; then printf '%s s' "$1"; else printf '%s min %s s' $(($1 / 60)) $(($1 % 60)); fi; }
