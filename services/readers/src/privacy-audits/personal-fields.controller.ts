import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Documents, Does, pageOrDocument, ReadsIn, type Language, type Page } from '@shulian/service-kit';
import { printedDictionary } from './privacy-audits.format.js';
import { PersonalFieldsAsked, PersonalFieldsPage, type PersonalField } from './privacy-audits.http.js';
import { PrivacyAuditsQuery } from './privacy-audits.query.js';

@Controller('data-dictionary')
export class PersonalFieldsController {
  constructor(
    private readonly privacyAudits: PrivacyAuditsQuery,
    private readonly documents: Documents,
  ) {}

  @Get()
  @Does('data-dictionary.list')
  @ApiOkResponse({ type: PersonalFieldsPage })
  list(
    @Query() input: PersonalFieldsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<PersonalField> | StreamableFile> {
    return pageOrDocument(this.documents, printedDictionary, input, language, (page) =>
      Promise.resolve(this.privacyAudits.dictionary(page)),
    );
  }
}
