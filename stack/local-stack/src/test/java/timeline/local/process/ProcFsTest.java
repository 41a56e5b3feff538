package timeline.local.process;

import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ProcFsTest implements ProcessesContract {
    @Override
    public Processes processes() {
        return new ProcFs();
    }
}
