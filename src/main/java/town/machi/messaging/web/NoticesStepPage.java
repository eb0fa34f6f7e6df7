package town.machi.messaging.web;

import town.machi.shell.Template;

/// One step on the way on or off the mail list.
///
/// @param button whether one more press is needed, so that programs that look at links change nothing
/// @param path where it is pressed
record NoticesStepPage(Step step, boolean button, String path) implements Template {

    enum Step {
        ASKED("asked"),
        CONFIRM("confirm"),
        CONFIRMED("confirmed"),
        LEAVE("leave"),
        LEFT("left"),
        OVER("over");

        private final String code;

        Step(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    static NoticesStepPage said(Step step) {
        return new NoticesStepPage(step, false, "");
    }

    static NoticesStepPage pressed(Step step, String path) {
        return new NoticesStepPage(step, true, path);
    }

    @Override
    public int status() {
        return step == Step.OVER ? 410 : 200;
    }
}
