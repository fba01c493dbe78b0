import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import { FreeShelfNumber } from './free-shelf-number.use-case.js';
import { NumberSerial } from './number-serial.use-case.js';
import { printedShelfNumbers } from './shelving.format.js';
import {
  ShelfNumberAsked,
  ShelfNumbersAsked,
  ShelfNumbersPage,
  ShelfNumberView,
  ShelfOfSchool,
} from './shelving.http.js';
import { ShelvingQuery } from './shelving.query.js';

@ApiTags('serials')
@Controller()
export class ShelvingController {
  constructor(
    private readonly shelving: ShelvingQuery,
    private readonly numberSerial: NumberSerial,
    private readonly freeShelfNumber: FreeShelfNumber,
    private readonly documents: Documents,
  ) {}

  @Get('serial-shelf-numbers')
  @Does('serial-shelf-numbers.list')
  @ApiOkResponse({ type: ShelfNumbersPage })
  list(
    @Query() input: ShelfNumbersAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ShelfNumberView> | StreamableFile> {
    return pageOrDocument(this.documents, printedShelfNumbers, input, language, (page) =>
      this.shelving.find(page),
    );
  }

  @Put('serials/:id/shelf-number')
  @Does('serial-shelf-numbers.put')
  @ApiOkResponse({ type: ShelfNumberView })
  put(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: ShelfNumberAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    return this.numberSerial.execute(pathId<TitleId>(id), input.number ?? null, schoolId, request);
  }

  @Delete('serials/:id/shelf-number')
  @HttpCode(204)
  @Does('serial-shelf-numbers.remove')
  @ApiNoContentResponse()
  remove(@From() caller: Caller, @Param('id') id: string, @Query() input: ShelfOfSchool): Promise<void> {
    return this.freeShelfNumber.execute(pathId<TitleId>(id), caller.schoolFor(input.schoolId));
  }
}
