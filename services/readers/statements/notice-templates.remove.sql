-- notice-templates.remove, written by `npm run emit`
-- takes uuid, text, text, text
-- gives nothing
delete from notice_template where school_id = $1 and kind = $2
    and recipient = $3 and language = $4
