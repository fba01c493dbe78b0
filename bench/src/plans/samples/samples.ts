import type { Client } from 'pg';

import { OF_ROOMS } from './of-rooms.js';

/** Things of the county that somebody may ask for, so many of each that asking again finds other rows. */
export type Samples = Readonly<
  Record<
    | 'titles'
    | 'words'
    | 'isbns'
    | 'pinyin'
    | 'titlesOfSchool'
    | 'copies'
    | 'barcodes'
    | 'readers'
    | 'cards'
    | 'names'
    | 'classes'
    | 'loans'
    | 'lentCopies'
    | 'holds'
    | 'compensations'
    | 'notes'
    | 'terms'
    | 'schools'
    | 'policies'
    | keyof typeof OF_ROOMS,
    readonly string[]
  >
>;

const OF_EACH = 40;

/** @param schoolId the school whose people ask */
export const samplesOf = async (client: Client, schoolId: string): Promise<Samples> => {
  const some = async (statement: string): Promise<string[]> => {
    const { rows } = await client.query<{ value: string }>(`${statement} limit ${OF_EACH}`, [schoolId]);
    if (rows.length === 0) throw new Error(`the county has nothing of this: ${statement}`);
    return rows.map(({ value }) => value);
  };
  const ofCopies = `from catalog.copy c where c.school_id = $1 and c.stock_state = 'lendable' and c.accession_number % 97 = 1`;
  const ofTitle = (expression: string): string =>
    `select ${expression} as value from catalog.copy c join catalog.title t on t.id = c.title_id
     where c.school_id = $1 and c.accession_number % 83 = 2`;
  const ofRooms: [string, string[]][] = [];
  for (const [kind, statement] of Object.entries(OF_ROOMS)) ofRooms.push([kind, await some(statement)]);
  return {
    ...(Object.fromEntries(ofRooms) as Record<keyof typeof OF_ROOMS, string[]>),
    titles: await some(ofTitle('t.id::text')),
    words: await some(ofTitle('substr(t.title, 3, 4)')),
    isbns: await some(ofTitle('t.isbns[1]')),
    pinyin:
      await some(`select unnest(array['qsxc','lhfc','bqdt','gushi','xiaochuan','fengche','huoche','dengta'])
      as value where $1::uuid is not null`),
    titlesOfSchool: await some(ofTitle('t.title')),
    copies: await some(`select c.id::text as value ${ofCopies}`),
    barcodes: await some(`select c.barcode as value ${ofCopies}`),
    readers: await some(
      `select id::text as value from readers.reader where school_id = $1 and kind = 'student' order by md5(id::text)`,
    ),
    cards: await some(`select number as value from readers.card where school_id = $1 order by md5(number)`),
    names: await some(`select distinct name as value from readers.reader where school_id = $1`),
    classes: await some(`select id::text as value from readers.school_class where school_id = $1`),
    loans: await some(
      `select id::text as value from circulation.loan where lending_school_id = $1 and closed_how is null order by id desc`,
    ),
    lentCopies: await some(
      `select copy_id::text as value from circulation.loan where lending_school_id = $1 order by id desc`,
    ),
    holds: await some(`select id::text as value from circulation.hold where pickup_school_id = $1`),
    compensations: await some(`select id::text as value from circulation.compensation where school_id = $1`),
    notes: await some(`select id::text as value from activities.reading_note where school_id = $1`),
    terms: await some(`select id::text as value from readers.term where school_id = $1`),
    schools: await some(`select id::text as value from readers.school where $1::uuid is not null`),
    policies: await some(
      `select id::text as value from circulation.lending_policy where $1::uuid is not null`,
    ),
  };
};
