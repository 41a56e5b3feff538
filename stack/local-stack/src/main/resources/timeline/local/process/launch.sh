# Becomes a registered, detached program: launch.sh ENTRY-FILE ENTRY-BEGINNING PROGRAM [ARGUMENT...]
#
# The entry is written by the new process itself, before it becomes the program: whenever its launcher is killed, there is no
# moment at which a program runs that the registry does not know. exec keeps the pid and the time of birth.
entry=$1
beginning=$2
shift 2

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

# A session of its own: the terminal's Ctrl-C and hang-up are for the launcher alone. Neither forks, so the pid stays.
if command -v setsid >/dev/null 2>&1; then
    exec setsid "$@"
elif command -v perl >/dev/null 2>&1; then
    exec perl -MPOSIX -e 'POSIX::setsid(); exec { $ARGV[0] } @ARGV or exit 71' "$@"
else
    trap '' HUP INT
    exec "$@"
fi
