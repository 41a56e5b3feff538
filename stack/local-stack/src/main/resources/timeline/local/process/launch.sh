# Becomes a registered, detached program: launch.sh SECONDS ENTRY-FILE ENTRY-BEGINNING PROGRAM [ARGUMENT...]
#
# The entry is written by the new process itself, before it becomes the program: whenever its launcher is killed, there is no
# moment at which a program runs that the registry does not know. exec keeps the pid and the time of birth.
seconds=$1
entry=$2
beginning=$3
shift 3

birth() { # of this process, in the words of ProcFs and PsCommand
    if read -r stat 2>/dev/null </proc/$$/stat; then
        # The fields after the command's name; the time of birth is the 20th of them.
        set -f
        # shellcheck disable=SC2086
        set -- ${stat##*) }
        shift 19
        boot='this boot'
        read -r boot 2>/dev/null </proc/sys/kernel/random/boot_id
        echo "$boot+$1"
    else
        LC_ALL=C ps -o lstart= -p $$ | sed 's/^ *//; s/ *$//'
    fi
}

printf '%s"pid":%s,"birth":"%s"}\n' "$beginning" "$$" "$(birth)" >"$entry.new" && mv -f "$entry.new" "$entry" || exit 70

# Who starts comes first: for so many seconds it has its whole share of the processors, and from then on a tenth of that as long as somebody
# else starts. A start is work that ends; beside users who ask again as soon as they are answered it would never get done. Threads have
# the priority of their process; where the kernel shares the processors out to sessions (autogroup), only the session's counts. Asking for
# less needs no right.
yield_to_who_starts() {
    cd / && sleep "$seconds" && grep -q "\"pid\":$$," "$entry" || return
    renice -n 10 -g $$ || renice -n 10 -p $$
    [ ! -w /proc/$$/autogroup ] || echo 10 >/proc/$$/autogroup
}
# Nobody's child: the program would never ask how it has ended.
(yield_to_who_starts >/dev/null 2>&1 </dev/null &)

# A session of its own: the terminal's Ctrl-C and hang-up are for the launcher alone. Neither forks, so the pid stays.
if command -v setsid >/dev/null 2>&1; then
    exec setsid "$@"
elif command -v perl >/dev/null 2>&1; then
    exec perl -MPOSIX -e 'POSIX::setsid(); exec { $ARGV[0] } @ARGV or exit 71' "$@"
else
    trap '' HUP INT
    exec "$@"
fi
