-- Which kind is collected when, district by district: 毎週月・木, 第2・4水. What is not there is 未設定.
CREATE TABLE collection (
    district      text NOT NULL,
    kind          text NOT NULL CONSTRAINT collection_kind
                  CHECK (kind IN ('burnable', 'unburnable', 'plastic', 'paper', 'glass')),
    days          text NOT NULL,
    CONSTRAINT collection_pk PRIMARY KEY (district, kind)
);
