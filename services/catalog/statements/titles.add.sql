-- titles.add, written by `npm run emit`
-- takes jsonb, timestamp with time zone
-- gives nothing
with added as (
   insert into title (id, version, title, subtitle, part_number, part_title, other_titles, statement, contributors, edition, isbns, other_numbers, publisher, published_in, published_year, languages, extent, series, subjects, clc, other_classes, summary, audience, binding, price_fen, level, carrier, kind, notes, title_key, fingerprint, search_key, words, title_words, words_version,
     described_at, changed_at)
   select id, version, title, subtitle, part_number, part_title, other_titles, statement, contributors, edition, isbns, other_numbers, publisher, published_in, published_year, languages, extent, series, subjects, clc, other_classes, summary, audience, binding, price_fen, level, carrier, kind, notes, title_key, fingerprint, search_key, array_to_tsvector(words), array_to_tsvector(title_words),
     words_version, $2, $2 from jsonb_to_recordset($1::jsonb) as i(id uuid, version int, title text, subtitle text, part_number text, part_title text, other_titles text[], statement text, contributors text[], edition text, isbns text[], other_numbers text[], publisher text, published_in text, published_year int, languages text[], extent text, series text[], subjects text[], clc text, other_classes text[], summary text, audience text, binding text, price_fen int, level text, carrier text, kind text, notes text[],
  title_key text, fingerprint text, search_key text, words text[], title_words text[], words_version int) returning id)
   insert into title_to_compare select id from added on conflict do nothing
