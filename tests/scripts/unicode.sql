-- Letters of one to four bytes, combining and joined ones, in names, values, comments — and in COPY. 😀

CREATE TABLE "größe 📏" (
    "名前" text,
    ключ text PRIMARY KEY,
    "👩‍⚕️" text DEFAULT '🏥; "''🏥'
);
INSERT INTO "größe 📏" ("名前", ключ) VALUES ('中村', 'ä'), ('𝒜𝓁𝑔ℯ𝒷𝓇𝒶', E'\U0001F600\u00e9'), ('é', 'combining'), ('مرحبا', 'right to left');
COPY "größe 📏" ("名前", ключ, "👩‍⚕️") FROM stdin;
🧑🏽‍⚕️	𐍈	👨‍👩‍👧‍👦
\N	line\nfeed 😀	tab\t🇩🇪
\.
/* 🙂; /* 🙃; */ */ CREATE FUNCTION größe🧮(x🧮 int) RETURNS text LANGUAGE sql AS $😀$ SELECT '🧮; ' || x🧮 $😀$;
INSERT INTO "größe 📏" VALUES (größe🧮(7), 'by function');
COMMENT ON TABLE "größe 📏" IS '💉; done';
