import { Body, Controller, HttpCode, Post, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { cardStocks, labelStocks, placesOn } from '@shulian/documents';
import { Caller, Documents, Does, From, invalid, ReadsIn, type Language } from '@shulian/service-kit';
import { cardsOf } from './cards.format.js';
import { CopiesToPrintQuery } from './copies-to-print.query.js';
import { stockOf } from './label-paper.http.js';
import { CardsAsked, LabelsAsked } from './labels.http.js';
import { labelsOf } from './labels.format.js';

const pdf = { content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } } as const;

@ApiTags('labels')
@Controller()
export class LabelsController {
  constructor(
    private readonly copies: CopiesToPrintQuery,
    private readonly documents: Documents,
  ) {}

  @Post('label-sheets')
  @HttpCode(200)
  @Does('label-sheets.print')
  @ApiOkResponse(pdf)
  async labels(
    @From() caller: Caller,
    @Body() input: LabelsAsked,
    @ReadsIn() language: Language,
  ): Promise<StreamableFile> {
    const paper = input.paper === undefined ? labelStocks[input.stock] : stockOf(input.paper);
    refuseIfNoPlace(input.startAt, placesOn(paper));
    const printing = await this.copies.find(input, caller.schoolFor(input.schoolId));
    return this.documents.send({ name: `${input.kind}-labels` }, () =>
      labelsOf(printing, input, paper, language),
    );
  }

  @Post('card-sheets')
  @HttpCode(200)
  @Does('card-sheets.print')
  @ApiOkResponse(pdf)
  async cards(
    @From() caller: Caller,
    @Body() input: CardsAsked,
    @ReadsIn() language: Language,
  ): Promise<StreamableFile> {
    refuseIfNoPlace(input.startAt, placesOn(cardStocks.upright[input.stock]));
    const printing = await this.copies.find(input, caller.schoolFor(input.schoolId));
    return this.documents.send({ name: `${input.kind}s` }, () => cardsOf(printing, input, language));
  }
}

/** @throws Problem 400 for a place that the sheet has not */
function refuseIfNoPlace(startAt: number, places: number): void {
  if (startAt > places) throw invalid({ pointer: '/startAt', code: 'max' });
}
