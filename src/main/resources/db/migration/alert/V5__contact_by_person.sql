CREATE INDEX contact_by_name ON contact (search);
CREATE INDEX contact_by_phone ON contact (regexp_replace(telephone, '[^0-9]', '', 'g'));
