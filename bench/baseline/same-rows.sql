-- Circulation's own tables, as its migrations made them, with everything it knows and nobody's loans. The key of a card
-- stands for its number: the bare server holds no secret.
drop schema if exists bench_same_rows cascade;
create schema bench_same_rows;
set search_path = bench_same_rows;

create table known_copy (like circulation.known_copy including all);
create table known_card (like circulation.known_card including all);
create table known_reader (like circulation.known_reader including all);
create table known_class (like circulation.known_class including all);
create table known_calendar (like circulation.known_calendar including all);
create table lending_policy_stamp (like circulation.lending_policy_stamp including all);
create table title_queue (like circulation.title_queue including all);
create table lent_copy (like circulation.lent_copy including all);
create table borrower (like circulation.borrower including all);
create table loan (like circulation.loan including all);
create table desk_request (like circulation.desk_request including all);
create table outbox (like circulation.outbox including all);

insert into known_copy select * from circulation.known_copy;
insert into known_card select * from circulation.known_card;
insert into known_reader select * from circulation.known_reader;
insert into known_class select * from circulation.known_class;
insert into known_calendar select * from circulation.known_calendar;
insert into lending_policy_stamp select * from circulation.lending_policy_stamp;
insert into title_queue select * from circulation.title_queue;
insert into lent_copy (copy_id) select copy_id from circulation.known_copy;
insert into borrower (reader_id) select reader_id from circulation.known_reader;
analyze;
reset search_path;
