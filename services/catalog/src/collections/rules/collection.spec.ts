import { describe, expect, it } from '@jest/globals';
import { putRefusals, undoRefusals } from './collection.js';

const fine = { to: null, unknownBarcodes: 0, withdrawn: 0, tooMany: false, changing: 1 };

describe('putting copies into a collection', () => {
  it('is refused for all reasons at once', () => {
    expect(putRefusals(fine)).toEqual([]);
    expect(
      putRefusals({ ...fine, unknownBarcodes: 2, withdrawn: 1, tooMany: true, changing: 0 }).map(
        ({ code }) => code,
      ),
    ).toEqual([
      'collection.unknown-barcodes',
      'collection.withdrawn-copies',
      'collection.too-many',
      'collection.no-copies',
    ]);
  });

  it('is taken back once, while its copies stand where it left them and their origin is open', () => {
    const standing = { undone: false, movedOn: 0, originsClosed: false };
    expect(undoRefusals(standing)).toEqual([]);
    expect(undoRefusals({ ...standing, movedOn: 1 })).toEqual([{ code: 'collection.built-upon', copies: 1 }]);
    expect(undoRefusals({ ...standing, originsClosed: true })).toEqual([{ code: 'collection.closed' }]);
    expect(undoRefusals({ undone: true, movedOn: 1, originsClosed: true })).toEqual([
      { code: 'collection.already-undone' },
    ]);
  });
});
