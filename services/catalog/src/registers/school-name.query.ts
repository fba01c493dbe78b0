import { Injectable } from '@nestjs/common';
import { Lists } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';

/** The name that stands at the head of a printed book. */
@Injectable()
export class SchoolNameQuery {
  constructor(private readonly lists: Lists) {}

  async of(schoolId: SchoolId): Promise<string> {
    const [school] = await this.lists.rows<{ name: string }>(
      'select name from known_school where school_id = $1',
      [schoolId],
    );
    return school?.name ?? '';
  }
}
