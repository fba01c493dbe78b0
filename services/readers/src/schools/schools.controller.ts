import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Does,
  etagOf,
  IfMatch,
  Once,
  PageAsked,
  pathId,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import { tagged, type Headers } from '../entity-tag.http.js';
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
  @Does('schools.create', 'A school joins the network.')
  @ApiCreatedResponse({ type: SchoolView })
  open(@Once() request: DeskRequest | null, @Body() asked: OpenSchoolAsked): Promise<Answer> {
    return this.openSchool.execute(request, asked);
  }

  @Get()
  @Does('schools.list', 'The schools of the county, by code.')
  @ApiOkResponse({ type: SchoolPage })
  list(@Query() asked: PageAsked): Promise<SchoolPage> {
    return this.schools.page(asked);
  }

  @Get(':id')
  @Does('schools.read', 'One school.')
  @ApiOkResponse({ type: SchoolView })
  async read(@Param('id') id: string, @Res({ passthrough: true }) reply: Headers): Promise<SchoolView> {
    const school = await this.schools.byId(pathId(id));
    void reply.header('etag', etagOf(school.version));
    return school;
  }

  @Patch(':id')
  @Does('schools.change', 'Changes code, name or kind of a school; needs If-Match.')
  @ApiOkResponse({ type: SchoolView })
  async change(
    @Once() request: DeskRequest | null,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: ChangeSchoolAsked,
    @Res({ passthrough: true }) reply: Headers,
  ): Promise<Answer> {
    return tagged(reply, await this.changeSchool.execute(request, pathId(id), version, asked));
  }
}
