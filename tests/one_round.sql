-- Keeps the superuser's password, which is in PGPASSWORD, in a form that one round of hashing proves. A client
-- otherwise hashes 4096 times for each session that it begins; what it and the server say to each other is the
-- same.
\set password `printf %s "$PGPASSWORD"`

create function pg_temp.padded(key bytea, pad int) returns bytea language sql as $$
  select string_agg(set_byte('\x00', 0, pad # case when i < length(key) then get_byte(key, i) else 0 end), ''
                    order by i)
  from generate_series(0, 63) i
$$;

create function pg_temp.hmac(key bytea, message bytea) returns bytea language sql as $$
  select sha256(pg_temp.padded(key, 92) || sha256(pg_temp.padded(key, 54) || message))
$$;

select format('alter role %I password %L', current_user,
              format('SCRAM-SHA-256$1:%s$%s:%s', encode(salt, 'base64'),
                     encode(sha256(pg_temp.hmac(proof, 'Client Key')), 'base64'),
                     encode(pg_temp.hmac(proof, 'Server Key'), 'base64')))
from (select salt, pg_temp.hmac(:'password'::bytea, salt || '\x00000001') as proof
      from (select uuid_send(gen_random_uuid()) as salt) salted) proven
\gexec
