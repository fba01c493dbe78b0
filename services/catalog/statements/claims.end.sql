-- claims.end, written by `npm run emit`
-- takes uuid, text, date, text, integer, text
-- gives nothing
update serial_claim set state = $2, ended_on = $3, ended_by = $4, refund_fen = $5, note = coalesce($6, note) where id = $1
