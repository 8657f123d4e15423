do $body$ begin execute $$ a; $$; end; $body$;
select $1, $$;$$;
