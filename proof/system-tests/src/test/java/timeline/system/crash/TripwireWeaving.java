package timeline.system.crash;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** Calls {@link Tripwire#reached} with {@code place:before} first of all, and with {@code place:after} before each return. */
record TripwireWeaving(String place) implements CodeTransform {
    private static final ClassDesc TRIPWIRE = ClassDesc.of("timeline.system.crash.Tripwire");
    private static final MethodTypeDesc REACHED = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);

    @Override
    public void atStart(CodeBuilder builder) {
        reach(builder, "before");
    }

    @Override
    public void accept(CodeBuilder builder, CodeElement element) {
        if (element instanceof ReturnInstruction) {
            reach(builder, "after");
        }
        builder.with(element);
    }

    private void reach(CodeBuilder builder, String side) {
        builder.loadConstant(place + ":" + side).invokestatic(TRIPWIRE, "reached", REACHED);
    }
}
