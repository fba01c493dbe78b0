import { Body, Controller, HttpCode, Post, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { placesOn } from '@shulian/documents';
import { Caller, Documents, Does, From, invalid, ReadsIn, type Language } from '@shulian/service-kit';
import { LogSightOfReaders } from '../enrolment/log-sight-of-readers.use-case.js';
import { sheetsOf, stockOf } from './card-sheets.format.js';
import { CardSheetsAsked } from './card-sheets.http.js';
import { CardsToPrintQuery } from './cards-to-print.query.js';

@ApiTags('reader-card-sheets')
@Controller('reader-card-sheets')
export class CardSheetsController {
  constructor(
    private readonly cards: CardsToPrintQuery,
    private readonly logSight: LogSightOfReaders,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(200)
  @Does('reader-card-sheets.print')
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  async print(
    @From() caller: Caller,
    @Body() input: CardSheetsAsked,
    @ReadsIn() language: Language,
  ): Promise<StreamableFile> {
    if (input.startAt > placesOn(stockOf(input))) throw invalid({ pointer: '/startAt', code: 'max' });
    const cards = await this.cards.find(caller, input);
    const items = cards.map(({ readerId, schoolId }) => ({ id: readerId, schoolId }));
    await this.logSight.execute(caller, 'reader-card-sheets.print', { items });
    return this.documents.send({ name: `reader-${input.kind}s` }, () => sheetsOf(cards, input, language));
  }
}
