import { describe, expect, it } from '@jest/globals';
import { EXPORT_STATES, faultyColumns, mappedRow, mayFollow, usualProfile } from './asset-profile.js';

const column = (more: object) => ({ header: 'A', field: null, value: null, codes: [], ...more });

describe('a profile of the asset system', () => {
  it('puts fields under the headers of the other system, in its codes, beside values that are always the same', () => {
    const room = { room: '阅览室', purposes: 'lending,reading,other', seats: 60, campus: null };
    const columns = [
      column({ header: '名称', field: 'room' }),
      column({ header: '用途', field: 'purposes', codes: [{ ours: 'reading', theirs: '02' }] }),
      column({ header: '座位', field: 'seats' }),
      column({ header: '校区', field: 'campus', codes: [{ ours: '东', theirs: 'E' }] }),
      column({ header: '单位', value: '3205' }),
    ];
    expect(mappedRow(room, columns)).toEqual({
      名称: '阅览室',
      用途: 'lending,02,other',
      座位: 60,
      校区: null,
      单位: '3205',
    });
  });

  it('has in each column a field or a value, and no header twice', () => {
    expect(faultyColumns(usualProfile.columns)).toEqual([]);
    expect(
      faultyColumns([
        column({ field: 'room' }),
        column({ header: 'B' }),
        column({ header: 'C', field: 'room', value: 'x' }),
        column({ value: 'x' }),
      ]),
    ).toEqual([1, 2, 3]);
  });
});

it('a file is handed over before it is answered, and once more only when it was rejected', () => {
  const allowed = EXPORT_STATES.flatMap((state) =>
    EXPORT_STATES.filter((next) => mayFollow(state, next)).map((next) => `${state} → ${next}`),
  );
  expect(allowed).toEqual([
    'made → handed-over',
    'handed-over → accepted',
    'handed-over → rejected',
    'rejected → handed-over',
  ]);
});
