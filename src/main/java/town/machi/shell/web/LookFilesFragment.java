package town.machi.shell.web;

import town.machi.shell.Template;
import town.machi.shell.component.Upload;

/// The list of files after one more was sent.
record LookFilesFragment(LookSamples samples, Upload.Item added) implements Template {

    Upload upload() {
        return samples.uploadWith(added);
    }
}
