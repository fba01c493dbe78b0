-- titles.renewWords, written by `npm run emit`
-- takes jsonb
-- gives nothing
update title t set search_key = i.search_key, words = array_to_tsvector(i.words),
     title_words = array_to_tsvector(i.title_words), words_version = i.words_version
   from jsonb_to_recordset($1::jsonb) as i(id uuid, version int, title text, subtitle text, part_number text, part_title text, other_titles text[], statement text, contributors text[], edition text, isbns text[], other_numbers text[], publisher text, published_in text, published_year int, languages text[], extent text, series text[], subjects text[], clc text, other_classes text[], summary text, audience text, binding text, price_fen int, level text, carrier text, kind text, notes text[],
  title_key text, fingerprint text, search_key text, words text[], title_words text[], words_version int) where t.id = i.id
