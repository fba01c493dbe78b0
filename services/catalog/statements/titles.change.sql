-- titles.change, written by `npm run emit`
-- takes jsonb, timestamp with time zone
-- gives nothing
with changed as (
   update title t set version = i.version, title = i.title, subtitle = i.subtitle, part_number = i.part_number, part_title = i.part_title, other_titles = i.other_titles, statement = i.statement, contributors = i.contributors, edition = i.edition, isbns = i.isbns, other_numbers = i.other_numbers, publisher = i.publisher, published_in = i.published_in, published_year = i.published_year, languages = i.languages, extent = i.extent, series = i.series, subjects = i.subjects, clc = i.clc, other_classes = i.other_classes, summary = i.summary, audience = i.audience, binding = i.binding, price_fen = i.price_fen, level = i.level, carrier = i.carrier, kind = i.kind, notes = i.notes,
     title_key = i.title_key, fingerprint = i.fingerprint, search_key = i.search_key, words = array_to_tsvector(i.words),
     title_words = array_to_tsvector(i.title_words), words_version = i.words_version, changed_at = $2
   from jsonb_to_recordset($1::jsonb) as i(id uuid, version int, title text, subtitle text, part_number text, part_title text, other_titles text[], statement text, contributors text[], edition text, isbns text[], other_numbers text[], publisher text, published_in text, published_year int, languages text[], extent text, series text[], subjects text[], clc text, other_classes text[], summary text, audience text, binding text, price_fen int, level text, carrier text, kind text, notes text[],
  title_key text, fingerprint text, search_key text, words text[], title_words text[], words_version int) where t.id = i.id returning t.id)
   insert into title_to_compare select id from changed on conflict do nothing
