-- exchange-account.open, written by `npm run emit`
-- takes uuid
-- gives nothing
insert into exchange_account (reader_id) values ($1) on conflict do nothing
