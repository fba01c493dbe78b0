-- asset-profile.put, written by `npm run emit`
-- takes integer, text, jsonb, date, text
-- gives nothing
insert into asset_profile (version, format, columns, put_on, put_by) values ($1, $2, $3::jsonb, $4, $5)
