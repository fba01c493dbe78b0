-- secondFactors.addCodes, written by `npm run emit`
-- takes uuid, bytea[]
-- gives nothing
insert into recovery_code (account_id, hash) select $1, h from unnest($2::bytea[]) h
