-- archive-destructions.files, written by `npm run emit`
-- takes uuid
-- gives uuid
select file_id as id from archive_destruction_file where destruction_id = $1
