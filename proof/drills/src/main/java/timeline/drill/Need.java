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
            return fewerThan(2, InstancesInTurn.SERVICES, target).map(single -> "two of each service ("
                    + target.startingTwoOfEach() + "), and there is only one " + single);
        }
    },
    /** Three nodes of Kafka and of Cassandra, so that one may be away and two still agree. */
    THREE_OF_EACH_STORE {
        @Override
        Optional<String> lack(Target target) {
            return fewerThan(3, InstancesInTurn.STORES, target).map(few -> "three nodes each of Kafka and Cassandra"
                    + " (containers, with COMPOSE_ENV_FILES=docker/ha3.env), and there are fewer of " + few);
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

    /** The kinds of which there are fewer, with commas between them; empty when there are none. */
    private static Optional<String> fewerThan(int wanted, List<String> kinds, Target target) {
        List<String> few = kinds.stream().filter(kind -> target.instances(kind).size() < wanted).toList();
        return few.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", few));
    }
}
