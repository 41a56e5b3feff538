package timeline.local.process;

class PsCommandTest implements ProcessesContract {
    @Override
    public Processes processes() {
        return new PsCommand();
    }
}
