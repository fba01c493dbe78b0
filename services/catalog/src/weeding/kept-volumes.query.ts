import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { StockStandardQuery } from '../collection-policy/stock-standard.query.js';
import type { RuleAsked } from './weeding.http.js';

/** How many volumes a school keeps whatever is weeded: as many as was said, and, if it shall, as the standard wants. */
@Injectable()
export class KeptVolumesQuery {
  constructor(private readonly standard: StockStandardQuery) {}

  async of(schoolId: SchoolId, { keepVolumes = 0, keepStandard = false }: RuleAsked): Promise<number> {
    return keepStandard ? Math.max(keepVolumes, (await this.standard.of(schoolId)).required) : keepVolumes;
  }
}
