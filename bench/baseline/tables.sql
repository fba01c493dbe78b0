drop schema if exists bench_baseline cascade;
create schema bench_baseline;
set search_path = bench_baseline;

create table policy (reader_kind text primary key, loan_limit int not null, loan_days int not null);
insert into policy values ('student', 5, 30), ('teacher', 20, 90), ('staff', 10, 60), ('external', 2, 30);

create table copy (
  id uuid primary key,
  barcode text not null unique,
  title_id uuid not null,
  state text not null,
  version int not null
);
create table reader (id uuid primary key, card_number text not null unique, kind text not null, standing text not null);
create table loan (
  id uuid primary key,
  copy_id uuid not null,
  reader_id uuid not null,
  loaned_on date not null,
  due_on date not null,
  returned_at timestamptz
);
create unique index loan_one_open_per_copy on loan (copy_id) where returned_at is null;
create index loan_open_by_reader on loan (reader_id) where returned_at is null;
create table outbox (
  id bigint generated always as identity primary key,
  event_id uuid not null unique,
  topic text not null,
  key text not null,
  agg_version int not null,
  type text not null,
  payload json not null,
  occurred_at timestamptz not null,
  published_at timestamptz,
  unique (topic, key, agg_version)
);
create index outbox_todo on outbox (id) where published_at is null;
reset search_path;
