-- A rich menu for each mode and language. All of them are made beforehand, so that an alert only has to switch.
CREATE TABLE rich_menu_made (
    fingerprint   text CONSTRAINT rich_menu_made_pk PRIMARY KEY,
    line_id       text NOT NULL
);
ALTER TABLE rich_menu ADD COLUMN shown_to_all text;
COMMENT ON COLUMN rich_menu.shown IS 'fingerprint of all menus and the mode, once everything is as wanted';
COMMENT ON COLUMN rich_menu.shown_to_all IS 'fingerprint of the menu that whoever has no menu of their own sees';

ALTER TABLE friend ADD COLUMN menu text;
CREATE INDEX friend_menu ON friend (language, menu);
COMMENT ON COLUMN friend.menu IS 'fingerprint of the menu that is linked to them; null: none, they see that of all; empty: not known';
