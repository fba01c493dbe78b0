import { EBooksCountedV1 } from '@shulian/contracts/catalog';
import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { EBookLine } from './e-books.repository.js';

export const eBooksCounted = (line: Omit<EBookLine, 'resourceId'>, day: string): Announcement =>
  EBooksCountedV1.announce(
    {
      lineId: line.id,
      schoolId: line.schoolId,
      countsAs: line.countsAs,
      day: day as CalendarDay,
      volumes: line.volumes,
      fen: line.fen,
    },
    1,
  );
