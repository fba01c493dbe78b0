import { createHmac } from 'node:crypto';
import type { Client } from 'pg';

import { copyRows } from './copied-rows.js';
import type { OpenedSchool } from './opened-schools.js';
import type { SchoolShare } from './size.js';
import { chanceOf, idAt } from './titles.js';

/** Family names and given names that add up to nobody. */
const FAMILY = '测 量 样 例 虚 构 甲 乙 丙 丁'.split(' ');
const GIVEN = '一 二 三 四 五 六 七 八 九 十 百 千 万 东 南 西 北'.split(' ');
const ENROLLED = Date.parse('2024-08-28T00:00:00Z');

type InventedReader = {
  readonly number: number;
  readonly id: string;
  readonly cardId: string;
  readonly school: OpenedSchool;
  readonly schoolNumber: number;
  /** Place in the school. */
  readonly place: number;
  readonly kind: 'student' | 'teacher' | 'staff';
  readonly classAt: number | null;
  readonly name: string;
  readonly cardNumber: string;
};

function* inventedReaders(
  schools: readonly OpenedSchool[],
  shares: readonly SchoolShare[],
  seed: number,
): Generator<InventedReader> {
  let number = 0;
  for (const [schoolNumber, school] of schools.entries()) {
    const { readers = 0 } = shares[schoolNumber] ?? {};
    const pupils = Math.floor(readers * 0.95);
    for (let place = 0; place < readers; place += 1, number += 1) {
      const chance = chanceOf('reader', number, seed);
      const given = (at: number): string => GIVEN[(chance[at] ?? 0) % GIVEN.length] ?? '';
      yield {
        number,
        id: idAt(ENROLLED + number * 10, chance),
        cardId: idAt(ENROLLED + number * 10, chanceOf('card', number, seed)),
        school,
        schoolNumber,
        place,
        kind: place < pupils ? 'student' : place % 5 === 0 ? 'staff' : 'teacher',
        classAt: place < pupils ? place % school.classes.length : null,
        name: `${FAMILY[(chance[0] ?? 0) % FAMILY.length] ?? ''}${given(1)}${given(2)}`,
        cardNumber: `${school.code}R${String(place + 1).padStart(6, '0')}`,
      };
    }
  }
}

/** A card as events carry it (decision 8). */
const cardKeyOf = (secret: string, schoolId: string, number: string): string =>
  createHmac('sha256', secret).update(`${schoolId}|${number}`).digest('hex');

/** Into `bench.reader`; from there every service gets what it would have been told. */
export const copyReaders = async (
  client: Client,
  known: {
    readonly schools: readonly OpenedSchool[];
    readonly shares: readonly SchoolShare[];
    readonly cardKey: string;
    readonly seed: number;
  },
): Promise<void> => {
  await client.query(`create table bench.reader (
    n int, school_n int, place int, id uuid, school_id uuid, kind text, class_id uuid, section text, entry_year int,
    name text, card_id uuid, card_number text, card_key text)`);
  const rows = function* (): Generator<(string | number | null)[]> {
    for (const reader of inventedReaders(known.schools, known.shares, known.seed)) {
      const { school } = reader;
      const ofClass = reader.classAt === null ? undefined : school.classes[reader.classAt];
      yield [
        reader.number,
        reader.schoolNumber,
        reader.place,
        reader.id,
        school.id,
        reader.kind,
        ofClass?.id ?? null,
        ofClass?.section ?? null,
        ofClass?.entryYear ?? null,
        reader.name,
        reader.cardId,
        reader.cardNumber,
        cardKeyOf(known.cardKey, school.id, reader.cardNumber),
      ];
    }
  };
  const columns =
    'n school_n place id school_id kind class_id section entry_year name card_id card_number card_key'.split(
      ' ',
    );
  await copyRows(client, 'bench.reader', columns, rows());
  await client.query('create unique index on bench.reader (school_n, place); analyze bench.reader');
};

/** What each service keeps of a reader; pupils of an earlier class are not among them. */
export const SPREAD_READERS: readonly string[] = [
  `insert into readers.reader (id, school_id, kind, name, class_id, version, announced, enrolled_on)
   select id, school_id, kind, name, class_id, 1, 2, '2024-08-28' from bench.reader order by n`,
  `insert into readers.card (id, reader_id, school_id, number, card_key, status, issued_on)
   select card_id, id, school_id, card_number, card_key, 'active', '2024-08-28' from bench.reader order by n`,
  `insert into circulation.known_reader (reader_id, school_id, kind, class_id, section, entry_year, standing, suspended, version)
   select id, school_id, kind, class_id, section, entry_year, 'active', false, 1 from bench.reader order by n`,
  `insert into circulation.known_card (card_id, card_key, reader_id, school_id, status, version)
   select card_id, card_key, id, school_id, 'active', 2 from bench.reader order by n`,
  `insert into activities.known_reader (reader_id, school_id, class_id, active, version)
   select id, school_id, class_id, true, 1 from bench.reader order by n`,
  `insert into reporting.known_reader (reader_id, school_id, kind, class_id, active, since, version)
   select id, school_id, kind, class_id, true, '2024-08-28', 1 from bench.reader order by n`,
];
export const TABLES_OF_READERS = [
  'readers.reader',
  'readers.card',
  'circulation.known_reader',
  'circulation.known_card',
  'activities.known_reader',
  'reporting.known_reader',
];
