import { Injectable } from '@nestjs/common';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { Clock, Lists } from '@shulian/service-kit';
import { termOn } from '../lists/terms.query.js';
import type { TermClosingAsked, TermClosingView } from './term-closings.http.js';
import { TermClosingsRepository } from './term-closings.repository.js';

/** Where the closing of a term stands (CIR-088). */
@Injectable()
export class TermClosingsQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async of(schoolId: SchoolId, { on }: TermClosingAsked): Promise<TermClosingView> {
    const term = await termOn(this.lists, schoolId, (on ?? this.clock.today()) as CalendarDay);
    return new TermClosingsRepository(this.lists).view(schoolId, term);
  }
}
