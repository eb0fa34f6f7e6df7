package town.machi.casework.desk;

import java.util.Set;
import org.springframework.stereotype.Component;
import town.machi.platform.ArrivedLetter;
import town.machi.platform.LetterReader;

/// Outside, tells residents what the office says inside.
@Component
class NoteReader implements LetterReader {

    private final ResidentMail mail;

    NoteReader(ResidentMail mail) {
        this.mail = mail;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ResidentNote.KIND);
    }

    @Override
    public void read(ArrivedLetter letter) {
        mail.deliver(ResidentNote.read(letter.content()));
    }
}
