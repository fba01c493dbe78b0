-- notice-settings.removeWebhook, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from notice_webhook where school_id = $1
