-- Row security, and triggers of every kind: also one that fires at COMMIT.

CREATE SCHEMA clinic;
SET search_path = clinic, public;

CREATE TABLE account (id int PRIMARY KEY, owner name DEFAULT current_user, balance numeric(12,2) NOT NULL DEFAULT 0);
CREATE TABLE entry (id serial PRIMARY KEY, account_id int REFERENCES account DEFERRABLE INITIALLY DEFERRED, amount numeric(12,2));
CREATE TABLE audit (id serial, what text);

ALTER TABLE account ENABLE ROW LEVEL SECURITY;
ALTER TABLE account FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON account AS PERMISSIVE FOR ALL TO public
    USING (owner = current_user) WITH CHECK (owner = current_user AND balance >= -100);
CREATE POLICY "no; deletes" ON account AS RESTRICTIVE FOR DELETE USING (CASE WHEN balance = 0 THEN true ELSE false END);

CREATE FUNCTION add_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE account SET balance = balance + NEW.amount WHERE id = NEW.account_id;
    RETURN NEW;
END $$;
CREATE FUNCTION write_down() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO audit (what) VALUES (format('%s %s; %s', TG_OP, TG_TABLE_NAME, (SELECT count(*) FROM changed)));
    RETURN NULL;
END; $$;
CREATE FUNCTION at_the_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO clinic.audit (what) VALUES ('checked ' || NEW.id);
    RETURN NULL;
END; $$;

CREATE TRIGGER add_up AFTER INSERT ON entry FOR EACH ROW WHEN (NEW.amount <> 0) EXECUTE FUNCTION add_up();
CREATE TRIGGER write_down AFTER INSERT ON entry REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION write_down();
CREATE CONSTRAINT TRIGGER at_the_end AFTER INSERT ON account DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE PROCEDURE at_the_end();

-- In the wrong order: the foreign key waits for the end.
INSERT INTO entry (account_id, amount) VALUES (1, 10.50), (2, 0), (1, -3);
INSERT INTO account (id) VALUES (1), (2);
COPY entry (account_id, amount) FROM stdin WITH (FORMAT csv, HEADER true, NULL 'none');
account_id,amount
2,7.25
none,1
1,100
\.
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE entry DISABLE TRIGGER add_up;
INSERT INTO entry (account_id, amount) VALUES (2, 999);
SET CONSTRAINTS ALL DEFERRED;
INSERT INTO account (id) VALUES (3);
