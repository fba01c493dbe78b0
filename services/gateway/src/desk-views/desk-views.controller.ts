import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Caller, Does, From, type RequestOfCaller } from '@shulian/service-kit';
import { Allowances } from '../limits/allowances.js';
import { CardScanAsked, DeviceDeskView } from './card-scans.http.js';
import { ClassDeskView, ClassViewAsked, ReaderDeskView, ReaderViewAsked } from './desk-views.http.js';
import { ScanCard } from './scan-card.js';
import { ViewClass } from './view-class.js';
import { ViewReader } from './view-reader.js';
import { ReadingRecordAsked, ReadingRecordView } from './reading-records.http.js';
import { ViewReadingRecord } from './view-reading-record.js';

/** What a screen shows, in one call. */
@Controller('desk')
export class DeskViewsController {
  constructor(
    private readonly viewReader: ViewReader,
    private readonly viewClass: ViewClass,
    private readonly scanCard: ScanCard,
    private readonly viewReadingRecord: ViewReadingRecord,
    private readonly allowances: Allowances,
  ) {}

  @Post('reader-views')
  @HttpCode(200)
  @ApiOkResponse({ type: ReaderDeskView })
  @Does('desk.view-reader')
  reader(
    @From() caller: Caller,
    @Body() input: ReaderViewAsked,
    @Req() request: RequestOfCaller,
  ): Promise<ReaderDeskView> {
    this.allowances.ofCaller(caller.id);
    return this.viewReader.of(request, caller, input);
  }

  @Post('class-views')
  @HttpCode(200)
  @ApiOkResponse({ type: ClassDeskView })
  @Does('desk.view-class')
  ofClass(
    @From() caller: Caller,
    @Body() { classId }: ClassViewAsked,
    @Req() request: RequestOfCaller,
  ): Promise<ClassDeskView> {
    this.allowances.ofCaller(caller.id);
    return this.viewClass.of(request, caller, classId);
  }

  @Post('card-scans')
  @HttpCode(200)
  @ApiOkResponse({ type: DeviceDeskView })
  @Does('desk.scan-card')
  scan(
    @From() caller: Caller,
    @Body() input: CardScanAsked,
    @Req() request: RequestOfCaller,
  ): Promise<DeviceDeskView> {
    this.allowances.ofCaller(caller.id);
    return this.scanCard.of(request, input);
  }

  @Post('reading-records')
  @HttpCode(200)
  @ApiOkResponse({ type: ReadingRecordView })
  @Does('desk.view-reading-record')
  readingRecord(
    @From() caller: Caller,
    @Body() input: ReadingRecordAsked,
    @Req() request: RequestOfCaller,
  ): Promise<ReadingRecordView> {
    this.allowances.ofCaller(caller.id);
    return this.viewReadingRecord.of(request, input);
  }
}
