import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { ReaderId } from '@shulian/contracts/ids';
import {
  Caller,
  Documents,
  Does,
  From,
  IfMatch,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  Versioned,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { LogSightOfReaders } from '../enrolment/log-sight-of-readers.use-case.js';
import { DecideRosterDoubt } from './decide-roster-doubt.use-case.js';
import { printedDoubts } from './roster-doubts.format.js';
import { ConfirmDoubtAsked, DoubtPage, DoubtsAsked, DoubtView } from './roster-doubts.http.js';
import { RosterDoubtsQuery } from './roster-doubts.query.js';

@ApiTags('roster doubts')
@Controller('roster-doubts')
export class RosterDoubtsController {
  constructor(
    private readonly doubts: RosterDoubtsQuery,
    private readonly decide: DecideRosterDoubt,
    private readonly logSight: LogSightOfReaders,
    private readonly documents: Documents,
  ) {}

  @Get()
  @Does('roster-doubts.list')
  @ApiOkResponse({ type: DoubtPage })
  list(
    @From() caller: Caller,
    @Query() input: DoubtsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<DoubtView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedDoubts, input, language, async (page) => {
      const found = await this.doubts.list(page, schoolId);
      const items = found.items.flatMap(({ candidates }) =>
        candidates.map(({ readerId }) => ({ id: readerId, schoolId })),
      );
      await this.logSight.execute(caller, 'roster-doubts.list', { items });
      return found;
    });
  }

  @Post(':id/confirmation')
  @HttpCode(200)
  @Versioned()
  @Does('roster-doubts.confirm')
  @ApiOkResponse({ type: DoubtView })
  confirm(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: ConfirmDoubtAsked,
  ): Promise<Answer> {
    return this.decide.confirm(request, caller, pathId(id), version, input.readerId as ReaderId);
  }

  @Post(':id/split')
  @HttpCode(200)
  @Versioned()
  @Does('roster-doubts.split')
  @ApiOkResponse({ type: DoubtView })
  split(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<Answer> {
    return this.decide.split(request, caller, pathId(id), version);
  }

  @Post(':id/dismissal')
  @HttpCode(200)
  @Versioned()
  @Does('roster-doubts.dismiss')
  @ApiOkResponse({ type: DoubtView })
  dismiss(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<Answer> {
    return this.decide.dismiss(request, caller, pathId(id), version);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @Versioned()
  @Does('roster-doubts.undo')
  @ApiOkResponse({ type: DoubtView })
  undo(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<Answer> {
    return this.decide.undo(request, caller, pathId(id), version);
  }
}
