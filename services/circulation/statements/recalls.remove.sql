-- recalls.remove, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from recall_campaign where id = $1
