-- yearlyAccounts.add, written by `npm run emit`
-- takes uuid, uuid, integer, text, text, jsonb, date, text
-- gives integer
insert into yearly_account (id, school_id, year, title, text, figures, version, written_on, written_by)
   values ($1, $2, $3, $4, $5, $6, 1, $7, $8) on conflict on constraint yearly_account_once do nothing returning 1 as one
