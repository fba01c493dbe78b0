import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Does,
  From,
  IfMatch,
  Once,
  pathId,
  type Answer,
  type DeskRequest,
  Versioned,
} from '@shulian/service-kit';
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
  @Versioned()
  @Does('classes.create')
  @ApiCreatedResponse({ type: SchoolClassView })
  open(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Body() input: OpenClassAsked,
  ): Promise<Answer> {
    return this.openClass.execute(request, caller, input);
  }

  @Get()
  @Does('classes.list')
  @ApiOkResponse({ type: SchoolClassPage })
  list(@From() caller: Caller, @Query() input: ClassesAsked): Promise<SchoolClassPage> {
    return this.classes.page(caller, input);
  }

  @Get(':id')
  @Versioned()
  @Does('classes.read')
  @ApiOkResponse({ type: SchoolClassView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<SchoolClassView> {
    return this.classes.byId(caller, pathId(id));
  }

  @Patch(':id')
  @Versioned()
  @Does('classes.change')
  @ApiOkResponse({ type: SchoolClassView })
  change(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: ChangeClassAsked,
  ): Promise<Answer> {
    return this.changeClass.execute(request, caller, pathId(id), version, input);
  }
}
