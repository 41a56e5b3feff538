package timeline.drill;

import java.util.List;
import java.util.Optional;
import timeline.drill.disturbance.InstancesInTurn;
import timeline.drill.stack.Target;

/** What a drill can't be carried out without. */
enum Need {
    /** Two instances of each service, so that one may be away. */
    TWO_OF_EACH_SERVICE {
        @Override
        Optional<String> lack(Target target) {
            List<String> single = InstancesInTurn.SERVICES.stream()
                    .filter(service -> target.instances(service).size() < 2).toList();
            return single.isEmpty()
                    ? Optional.empty()
                    : Optional.of("two of each service (" + target.startingTwoOfEach() + "), and there is only one "
                            + String.join(", ", single));
        }
    },
    /** Links between the components that something can be done to. */
    LINKS {
        @Override
        Optional<String> lack(Target target) {
            return target.whyLinksStayWhole().map(why -> "links that can be broken: " + why);
        }
    };

    /** What the stack lacks, behind "it needs"; empty when it has it. */
    abstract Optional<String> lack(Target target);
}
