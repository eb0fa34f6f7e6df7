package town.machi.shelter.web;

import java.util.List;
import town.machi.shell.Template;
import town.machi.shelter.inquiry.Inquiry;

/// What was answered to one 安否照会.
record InquiryAnswerPage(Inquiry.Recorded recorded) implements Template {

    List<String> sentences() {
        return recorded.answer().words().lines().toList();
    }
}
