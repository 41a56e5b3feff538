# Starts a program, and again whenever it ends by itself: supervise.sh LAUNCH NAME LOG SECONDS ENTRY-FILE ENTRY-BEGINNING PROGRAM [ARGUMENT...]
#
# LAUNCH is the text of launch.sh, which the arguments from SECONDS on are for, and by which the program registers itself. By itself means: with a status of failure. What was killed,
# asked to end, or has ended well stays as it is. Between two starts the entry tells whether anybody has stopped it for good (then there is
# none), or started it by hand (then its process lives).
launch=$1
name=$2
log=$3
seconds=$4
entry=$5
beginning=$6
shift 6

# The launcher's terminal is none of ours. Nor does the program inherit that.
trap '' HUP INT

lives() { # whether the entry's process does
    pid=$(sed -n 's/.*"pid":\([0-9]*\),.*/\1/p' "$entry" 2>/dev/null)
    [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null
}

pause=1
while :; do
    began=$(date +%s)
    (trap - HUP INT && exec sh -c "$launch" launch.sh "$seconds" "$entry" "$beginning" "$@") >>"$log" 2>&1
    status=$?
    case $status in
    0 | 129 | 130 | 137 | 143) exit 0 ;; # well, or by HUP, INT, KILL, TERM
    esac
    [ -e "$entry" ] || exit 0
    # Whoever held out for a minute begins anew; whoever does not is left alone for ever longer.
    [ $(($(date +%s) - began)) -lt 60 ] || pause=1
    echo "timeline: $name has ended by itself with status $status, and is started again in $pause s" >>"$log"
    sleep "$pause"
    [ -e "$entry" ] && ! lives || exit 0
    pause=$((pause * 2))
    [ "$pause" -le 30 ] || pause=30
done
