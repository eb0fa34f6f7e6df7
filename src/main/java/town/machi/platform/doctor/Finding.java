package town.machi.platform.doctor;

import town.machi.platform.Vital.State;

/// What a check has found.
///
/// @param what in a sentence
/// @param advice what to do; empty where all is well
record Finding(State state, String what, String advice) {

    static Finding good(String what) {
        return new Finding(State.GOOD, what, "");
    }

    static Finding look(String what, String advice) {
        return new Finding(State.LOOK, what, advice);
    }

    static Finding wrong(String what, String advice) {
        return new Finding(State.WRONG, what, advice);
    }

    String line() {
        String mark = switch (state) {
            case GOOD -> "✓ ";
            case LOOK -> "△ ";
            case WRONG -> "✗ ";
        };
        return mark + what + (advice.isEmpty() ? "" : "\n    → " + advice);
    }
}
