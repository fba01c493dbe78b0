import { Module } from '@nestjs/common';
import { TeacherReadingController } from './teacher-reading.controller.js';
import { TeacherReadingQuery } from './teacher-reading.query.js';

@Module({ controllers: [TeacherReadingController], providers: [TeacherReadingQuery] })
export class TeacherReadingModule {}
