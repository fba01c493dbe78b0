-- cashBook.openAccount, written by `npm run emit`
-- takes uuid
-- gives nothing
insert into cash_account (school_id) values ($1) on conflict do nothing
