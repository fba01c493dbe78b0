import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  pageOrDocument,
  ReadsIn,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { printedAudits } from './privacy-audits.format.js';
import { PrivacyAuditsAsked, PrivacyAuditsPage, type PrivacyAudit } from './privacy-audits.http.js';
import { PrivacyAuditsQuery } from './privacy-audits.query.js';

@Controller('privacy-audits')
export class PrivacyAuditsController {
  constructor(
    private readonly privacyAudits: PrivacyAuditsQuery,
    private readonly documents: Documents,
  ) {}

  @Get()
  @Does('privacy-audits.list')
  @ApiOkResponse({ type: PrivacyAuditsPage })
  list(
    @From() caller: Caller,
    @Query() input: PrivacyAuditsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<PrivacyAudit> | StreamableFile> {
    const schoolId = caller.schoolOrCounty(input.schoolId);
    return pageOrDocument(this.documents, printedAudits, input, language, (page) =>
      this.privacyAudits.audits(page, schoolId),
    );
  }
}
