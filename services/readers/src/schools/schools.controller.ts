import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Does,
  IfMatch,
  Once,
  PageAsked,
  pathId,
  type Answer,
  type DeskRequest,
  Versioned,
} from '@shulian/service-kit';
import { ChangeSchool } from './change-school.use-case.js';
import { OpenSchool } from './open-school.use-case.js';
import { ChangeSchoolAsked, OpenSchoolAsked, SchoolPage, SchoolView } from './schools.http.js';
import { Schools } from './schools.query.js';

@ApiTags('schools')
@Controller('schools')
export class SchoolsController {
  constructor(
    private readonly openSchool: OpenSchool,
    private readonly changeSchool: ChangeSchool,
    private readonly schools: Schools,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('schools.create')
  @ApiCreatedResponse({ type: SchoolView })
  open(@Once() request: DeskRequest | null, @Body() input: OpenSchoolAsked): Promise<Answer> {
    return this.openSchool.execute(request, input);
  }

  @Get()
  @Does('schools.list')
  @ApiOkResponse({ type: SchoolPage })
  list(@Query() input: PageAsked): Promise<SchoolPage> {
    return this.schools.page(input);
  }

  @Get(':id')
  @Versioned()
  @Does('schools.read')
  @ApiOkResponse({ type: SchoolView })
  read(@Param('id') id: string): Promise<SchoolView> {
    return this.schools.byId(pathId(id));
  }

  @Patch(':id')
  @Versioned()
  @Does('schools.change')
  @ApiOkResponse({ type: SchoolView })
  change(
    @Once() request: DeskRequest | null,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: ChangeSchoolAsked,
  ): Promise<Answer> {
    return this.changeSchool.execute(request, pathId(id), version, input);
  }
}
