-- Sections that are called otherwise from a day on; before it, and for all others, town.yaml says their names.
CREATE TABLE platform.section_name (
    section  text NOT NULL,
    from_day date NOT NULL,
    name     text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    PRIMARY KEY (section, from_day)
);
