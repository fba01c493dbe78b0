-- libraryNotices.one, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid, text, text, text, boolean, text, text, text, text, text
select id, version, school_id as "schoolId", shelf as "column", title, words, pinned, shows_from::text as "showsFrom",
  shows_until::text as "showsUntil", status, written_on::text as "writtenOn", published_on::text as "publishedOn" from library_notice where id = $1
