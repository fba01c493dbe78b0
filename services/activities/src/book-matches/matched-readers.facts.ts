import { Injectable } from '@nestjs/common';
import { Lists, sql } from '@shulian/service-kit';
import type { MatchedReader } from './rules/book-match.js';

export type ReaderWithLoans = MatchedReader & { readonly loans: number };

/** Pupils of some classes with how much they borrowed since a day. */
@Injectable()
export class MatchedReadersFacts {
  constructor(private readonly lists: Lists) {}

  ofClasses(schoolId: string, classIds: readonly string[], since: string): Promise<ReaderWithLoans[]> {
    return this.lists.rows<ReaderWithLoans>(
      ...sql`select k.reader_id as "readerId", k.class_id as "classId", coalesce(l.n, 0) as loans
        from known_reader k left join lateral (
          select count(*)::int as n from known_loan where reader_id = k.reader_id and mode <> 'in-room' and loaned_on >= ${since}) l on true
        where k.school_id = ${schoolId} and k.kind = 'student' and k.active and k.class_id = any(${classIds}::uuid[])
        order by k.reader_id limit 5000`.numbered(),
    );
  }
}
