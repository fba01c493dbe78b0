-- clc-classes.empty, written by `npm run emit`
-- takes nothing
-- gives nothing
delete from clc_class
