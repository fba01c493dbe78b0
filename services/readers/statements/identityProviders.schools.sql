-- identityProviders.schools, written by `npm run emit`
-- takes text[]
-- gives text, uuid
select upper(code) as code, id from school where upper(code) = any($1::text[])
