-- asset-export.lock, written by `npm run emit`
-- takes uuid
-- gives uuid
select school_id as "schoolId" from asset_export where id = $1 for update
