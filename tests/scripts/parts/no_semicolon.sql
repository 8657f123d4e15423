-- Its last statement has no semicolon.
INSERT INTO doctor VALUES (100, 'last', NULL);
UPDATE doctor SET name = name || '.' WHERE id = 100