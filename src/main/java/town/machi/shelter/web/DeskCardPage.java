package town.machi.shelter.web;

import town.machi.shell.Template;

/// A helper's card, to be printed: shown once.
///
/// @param qr the address with the code, as a picture (`data:`)
record DeskCardPage(String shelter, long number, String code, String qr, String address, String until, String back)
        implements Template {}
