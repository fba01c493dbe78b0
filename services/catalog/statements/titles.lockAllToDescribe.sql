-- titles.lockAllToDescribe, written by `npm run emit`
-- takes uuid[]
-- gives uuid, integer, text, text, text, text, text[], text, text[], text, text[], text[], text, text, integer, text[], text, text[], text[], text, text[], text, text, text, integer, text, text, text, text[]
select id, version, title, subtitle, part_number, part_title, other_titles, statement, contributors, edition, isbns, other_numbers, publisher, published_in, published_year, languages, extent, series, subjects, clc, other_classes, summary, audience, binding, price_fen, level, carrier, kind, notes from title where id = any($1::uuid[]) and merged_into is null order by id for no key update
