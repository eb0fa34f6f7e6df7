package town.machi.demo.web;

import java.util.List;
import town.machi.demo.Mailbox;
import town.machi.shell.Template;

/// The demo's mailbox: all letters to everybody.
record MailPage(List<Mailbox.Letter> letters) implements Template {}
