INSERT INTO doctor SELECT coalesce(max(id), 0) + 1, :'who', :'room' FROM doctor;
