package town.machi.form.type;

import town.machi.shell.Template;
import town.machi.shell.component.Field;
import town.machi.shell.component.Upload;

/// Photos or documents to hand in.
record FilePartial(Field field, Upload upload) implements Template {}
