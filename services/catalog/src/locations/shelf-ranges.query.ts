import { Injectable } from '@nestjs/common';
import { invalid, Lists, numberAfter, pageOf, type Page } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { readClc } from '../classification/rules/clc-notation.js';
import { inShelfOrder, whereIs, type PlacedRange } from './rules/shelf-range.js';
import type { ShelfRangesAsked } from './shelf-ranges.http.js';

/** A school has a few for each shelf; closed places have no sign. */
const RANGES = `select r.location_id as "locationId", r.number, p.kind, p.path, r.from_class as "fromClass", r.to_class as "toClass",
    r.directions_zh as "directionsZh", r.directions_en as "directionsEn"
  from shelf_range r join location p on p.id = r.location_id
  where r.school_id = $1 and not p.closed`;

/** The signs of a school, and where a class stands. */
@Injectable()
export class ShelfRangesQuery {
  constructor(private readonly lists: Lists) {}

  /** @throws Problem 400 for a class number that is none */
  async find(input: ShelfRangesAsked, schoolId: SchoolId): Promise<Page<PlacedRange>> {
    const after = numberAfter(input.cursor);
    const clc = input.clc === undefined ? null : readClc(input.clc);
    if (clc?.is === 'invalid') throw invalid({ pointer: '?clc', code: 'clc-invalid' });
    const ranges = await this.lists.rows<PlacedRange>(RANGES, [schoolId]);
    const found = clc === null ? inShelfOrder(ranges) : whereIs(clc.notation, ranges);
    return pageOf(
      found.map((range, at) => ({ range, place: at + 1 })).slice(after, after + input.limit + 1),
      input.limit,
      ({ range }) => range,
      ({ place }) => [place],
    );
  }
}
