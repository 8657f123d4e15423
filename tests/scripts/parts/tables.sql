CREATE TABLE doctor (id int PRIMARY KEY, name text NOT NULL, room text);
\set room 12b
