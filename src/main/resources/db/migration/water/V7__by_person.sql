-- What is held on one person is found without reading what is held on all.
CREATE INDEX arrears_by_name ON water.arrears (name_key);
CREATE INDEX arrears_by_kana ON water.arrears (kana_key);
CREATE INDEX arrears_by_phone ON water.arrears (phone_key) WHERE phone_key <> '';
CREATE INDEX callback_by_name ON water.callback (name_key);
CREATE INDEX callback_by_phone ON water.callback (phone_key) WHERE phone_key <> '';
CREATE INDEX order_of_point ON water.work_order (point_id, ended_at);
CREATE INDEX order_of_case ON water.work_order (case_id) WHERE case_id IS NOT NULL;
