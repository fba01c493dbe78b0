import { Module } from '@nestjs/common';
import { EnterYear } from './enter-year.use-case.js';
import { EnteredYearsController } from './entered-years.controller.js';
import { EnteredYearsQuery } from './entered-years.query.js';

@Module({ controllers: [EnteredYearsController], providers: [EnteredYearsQuery, EnterYear] })
export class EnteredYearsModule {}
