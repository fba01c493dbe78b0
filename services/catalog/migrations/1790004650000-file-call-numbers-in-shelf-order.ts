import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The order of the shelf inside the database: a text whose byte order is that of `compareCallNumbers` (a property test holds the
 * two together), so that a stretch of a shelf is a stretch of an index. What has no call number files first.
 */
export class FileCallNumbersInShelfOrder1790004650000 implements MigrationInterface {
  readonly name = 'FileCallNumbersInShelfOrder1790004650000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function filing_key(call_number text) returns text
      language sql immutable parallel safe as $$
        select coalesce(string_agg(
          case when line.at = 1 then (
            select coalesce(string_agg(
              chr(49 + case
                when run.sign[1] ~ '^[A-Z]' then 0
                when run.sign[1] ~ '^[0-9]' then 8
                else coalesce(nullif(position(translate(run.sign[1], ')>', '(<') in '-("=<:+'), 0), 9)
              end) || run.sign[1] || '!', '' order by run.at), '')
            from regexp_matches(replace(line.text, '.', ''), '[A-Z]+|[0-9]+|[^A-Z0-9]', 'g') with ordinality as run (sign, at)
          ) else ' ' || (
            select coalesce(string_agg(
              case
                when run.sign[1] ~ '^[A-Z]' then '1' || lpad(length(run.sign[1])::text, 3, '0') || run.sign[1]
                when run.sign[1] ~ '^[0-9]' then '2' || lpad(length(ltrim(run.sign[1], '0'))::text, 3, '0')
                  || ltrim(run.sign[1], '0') || lpad(length(run.sign[1])::text, 3, '0')
                else '3' || lpad(length(run.sign[1])::text, 3, '0') || run.sign[1]
              end || '!', '' order by run.at), '')
            from regexp_matches(line.text, '[A-Z]+|[0-9]+|[^A-Z0-9]+', 'g') with ordinality as run (sign, at)
          ) end, '' order by line.at), '')
        from unnest(string_to_array(
          regexp_replace(upper(normalize(translate(regexp_replace(coalesce(call_number, ''), '\\{[^}]*\\}', '', 'g'),
            '：＋（）＜＞＝－—–‐−“”＂〈〉《》．。／', ':+()<>=-----"""<><>../'), NFKC)), '\\s+', '', 'g'),
          '/')) with ordinality as line (text, at)
      $$;
      create index copy_by_shelf on copy (school_id, (filing_key(call_number) collate "C"), id)
        where stock_state <> 'withdrawn';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index copy_by_shelf; drop function filing_key');
  }
}
