import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Does,
  etagOf,
  From,
  IfMatch,
  Once,
  pathId,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import { tagged, type Headers } from '../entity-tag.http.js';
import { ChangeClass } from './change-class.use-case.js';
import {
  ChangeClassAsked,
  ClassesAsked,
  OpenClassAsked,
  SchoolClassPage,
  SchoolClassView,
} from './classes.http.js';
import { Classes } from './classes.query.js';
import { OpenClass } from './open-class.use-case.js';

@ApiTags('classes')
@Controller('classes')
export class ClassesController {
  constructor(
    private readonly openClass: OpenClass,
    private readonly changeClass: ChangeClass,
    private readonly classes: Classes,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('classes.create', 'Opens a class.')
  @ApiCreatedResponse({ type: SchoolClassView })
  open(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Body() asked: OpenClassAsked,
  ): Promise<Answer> {
    return this.openClass.execute(request, caller, asked);
  }

  @Get()
  @Does('classes.list', 'The classes of a school.')
  @ApiOkResponse({ type: SchoolClassPage })
  list(@From() caller: Caller, @Query() asked: ClassesAsked): Promise<SchoolClassPage> {
    return this.classes.page(caller, asked);
  }

  @Get(':id')
  @Does('classes.read', 'One class.')
  @ApiOkResponse({ type: SchoolClassView })
  async read(
    @From() caller: Caller,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Headers,
  ): Promise<SchoolClassView> {
    const schoolClass = await this.classes.byId(caller, pathId(id));
    void reply.header('etag', etagOf(schoolClass.version));
    return schoolClass;
  }

  @Patch(':id')
  @Does('classes.change', 'Changes number or entry year of a class; needs If-Match.')
  @ApiOkResponse({ type: SchoolClassView })
  async change(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: ChangeClassAsked,
    @Res({ passthrough: true }) reply: Headers,
  ): Promise<Answer> {
    return tagged(reply, await this.changeClass.execute(request, caller, pathId(id), version, asked));
  }
}
