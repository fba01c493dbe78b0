-- readers.without-words, written by `npm run emit`
-- takes bigint
-- gives uuid, uuid, text, text, uuid, text, text, text, text, integer, integer, text, text, boolean, text
select id, school_id, kind, name, class_id, left_on::text, left_why, suspended_why, suspended_until::text, version, announced, enrolled_on::text, external_id, temporary, temporary_until::text from reader where not has_words order by id limit $1 for no key update skip locked
