select 'it''s;', E'a\';b', U&'d!0061;' uescape '!', B'01', x'1F', N';';
