import { Injectable } from '@nestjs/common';
import { Clock, Database, type Caller } from '@shulian/service-kit';
import { refuseUnknown, type NoticePreview, type NoticePreviewAsked } from './notice-templates.http.js';
import { wordsAtSchool } from './notice-templates.query.js';
import { rendered, unknownVariables, type TemplateKey } from './rules/notice-template.js';
import { sampleOf, valuesOf } from './rules/notice-values.js';

/** A template as its reader would see it, with facts that are made up. */
@Injectable()
export class PreviewTemplate {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403 for another school, 409 `notice-template.unknown-variable` */
  async preview(caller: Caller, key: TemplateKey, input: NoticePreviewAsked): Promise<NoticePreview> {
    const schoolId = caller.schoolFor(input.schoolId);
    const known = await wordsAtSchool(this.database, schoolId, key);
    const words = { subject: input.subject ?? known.subject, body: input.body ?? known.body };
    refuseUnknown(unknownVariables(key, words));
    const [school] = await this.database.rows<{ name: string }>('select name from school where id = $1', [
      schoolId,
    ]);
    return rendered(
      words,
      valuesOf(sampleOf(key.kind, key.language, school?.name ?? '', this.clock.today())),
    );
  }
}
