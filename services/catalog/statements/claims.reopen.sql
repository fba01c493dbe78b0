-- claims.reopen, written by `npm run emit`
-- takes uuid
-- gives nothing
update serial_claim set state = 'claimed', ended_on = null, ended_by = null, refund_fen = null where id = $1
