import { Module } from '@nestjs/common';
import { ChangeClass } from './change-class.use-case.js';
import { ClassesController } from './classes.controller.js';
import { Classes } from './classes.query.js';
import { OpenClass } from './open-class.use-case.js';

@Module({ controllers: [ClassesController], providers: [OpenClass, ChangeClass, Classes] })
export class ClassesModule {}
